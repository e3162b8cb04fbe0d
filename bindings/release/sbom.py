#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sbom.py VERSION TARBALL DATE - the bill of materials of a release, SPDX 2.3 in JSON: the package, its files with their sums, what it was made with.

Nothing of others is in the package: libicu is used by the companion at run time, and by the generators of committed tables.
"""
import hashlib, json, sys, tarfile

version, tarball, date = sys.argv[1:]
files, described = [], []
with tarfile.open(tarball) as archive:
    for member in sorted((m for m in archive if m.isfile()), key=lambda m: m.name):
        content = archive.extractfile(member).read()
        number = 'SPDXRef-File-%d' % len(files)
        described.append(number)
        files.append({'SPDXID': number, 'fileName': './' + member.name.split('/', 1)[1], 'licenseConcluded': 'MIT', 'copyrightText': 'NOASSERTION',
                      'checksums': [{'algorithm': name.upper(), 'checksumValue': hashlib.new(name, content).hexdigest()} for name in ('sha1', 'sha256')]})
sums = sorted(f['checksums'][0]['checksumValue'] for f in files)
package = {'SPDXID': 'SPDXRef-Package', 'name': 'libloginlint', 'versionInfo': version, 'downloadLocation': 'NOASSERTION', 'filesAnalyzed': True, 'licenseConcluded': 'MIT', 'licenseDeclared': 'MIT',
           'licenseInfoFromFiles': ['MIT'], 'copyrightText': 'Copyright (c) 2026 the libloginlint authors', 'packageFileName': tarball.rsplit('/', 1)[-1],
           'packageVerificationCode': {'packageVerificationCodeValue': hashlib.sha1(''.join(sums).encode()).hexdigest()},
           'checksums': [{'algorithm': 'SHA256', 'checksumValue': hashlib.sha256(open(tarball, 'rb').read()).hexdigest()}],
           'externalRefs': [{'referenceCategory': 'PACKAGE-MANAGER', 'referenceType': 'purl', 'referenceLocator': 'pkg:generic/libloginlint@' + version}]}
icu = {'SPDXID': 'SPDXRef-libicu', 'name': 'libicu', 'downloadLocation': 'NOASSERTION', 'filesAnalyzed': False, 'licenseConcluded': 'Unicode-3.0', 'licenseDeclared': 'Unicode-3.0', 'copyrightText': 'NOASSERTION',
       'comment': 'Not contained. libloginlint-icu links it where it is installed.'}
relations = [('SPDXRef-DOCUMENT', 'DESCRIBES', 'SPDXRef-Package'), ('SPDXRef-libicu', 'OPTIONAL_DEPENDENCY_OF', 'SPDXRef-Package')] + [('SPDXRef-Package', 'CONTAINS', number) for number in described]
json.dump({'spdxVersion': 'SPDX-2.3', 'dataLicense': 'CC0-1.0', 'SPDXID': 'SPDXRef-DOCUMENT', 'name': 'libloginlint-' + version,
           'documentNamespace': 'https://spdx.org/spdxdocs/libloginlint-%s-%s' % (version, package['checksums'][0]['checksumValue'][:32]), 'creationInfo': {'created': date, 'creators': ['Organization: the libloginlint authors']},
           'packages': [package, icu], 'files': files, 'relationships': [{'spdxElementId': a, 'relationshipType': kind, 'relatedSpdxElement': b} for a, kind, b in relations]}, sys.stdout, indent=1)
print()
