#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""sbom.py VERSION TARBALL DATE - the bill of materials of a release, SPDX 2.3 in JSON: the package, its files with their sums and licences.

A file's licence is what its first lines say, MIT where no comment can stand (.reuse/dep5).  What is not MIT is data that files were made of: Unicode's
for the tables of characters, words for tests; their texts are in COPYING.  libicu is used by the companion at run time, and not contained.
"""
import hashlib, json, re, sys, tarfile

version, tarball, date = sys.argv[1:]
files = []
with tarfile.open(tarball) as archive:
    contents = {m.name.split('/', 1)[1]: archive.extractfile(m).read() for m in archive if m.isfile()}
for name, content in sorted(contents.items()):
    said = re.search(rb'SPDX-License-Identifier: ([\w.-]+(?: AND [\w.-]+)*)', b'\n'.join(content.split(b'\n')[:8]))
    files.append({'SPDXID': 'SPDXRef-File-%d' % len(files), 'fileName': './' + name, 'licenseConcluded': said.group(1).decode() if said else 'MIT', 'copyrightText': 'NOASSERTION',
                  'checksums': [{'algorithm': kind.upper(), 'checksumValue': hashlib.new(kind, content).hexdigest()} for kind in ('sha1', 'sha256')]})
sums = sorted(f['checksums'][0]['checksumValue'] for f in files)
licences = sorted({licence for f in files for licence in f['licenseConcluded'].split(' AND ')}, key=lambda licence: (licence.startswith('LicenseRef'), licence))
notices = re.split(r'\n-{20,}\n', contents['COPYING'].decode())
extracted = [{'licenseId': licence, 'extractedText': next(text for text in notices if licence in text).strip()} for licence in licences if licence.startswith('LicenseRef-')]
package = {'SPDXID': 'SPDXRef-Package', 'name': 'libloginlint', 'versionInfo': version, 'downloadLocation': 'NOASSERTION', 'filesAnalyzed': True, 'licenseConcluded': ' AND '.join(licences), 'licenseDeclared': ' AND '.join(licences),
           'licenseInfoFromFiles': licences, 'copyrightText': 'Copyright (c) 2026 the libloginlint authors', 'packageFileName': tarball.rsplit('/', 1)[-1],
           'packageVerificationCode': {'packageVerificationCodeValue': hashlib.sha1(''.join(sums).encode()).hexdigest()},
           'checksums': [{'algorithm': 'SHA256', 'checksumValue': hashlib.sha256(open(tarball, 'rb').read()).hexdigest()}],
           'externalRefs': [{'referenceCategory': 'PACKAGE-MANAGER', 'referenceType': 'purl', 'referenceLocator': 'pkg:generic/libloginlint@' + version}]}
icu = {'SPDXID': 'SPDXRef-libicu', 'name': 'libicu', 'downloadLocation': 'NOASSERTION', 'filesAnalyzed': False, 'licenseConcluded': 'Unicode-3.0', 'licenseDeclared': 'Unicode-3.0', 'copyrightText': 'NOASSERTION',
       'comment': 'Not contained. libloginlint-icu links it where it is installed.'}
relations = [('SPDXRef-DOCUMENT', 'DESCRIBES', 'SPDXRef-Package'), ('SPDXRef-libicu', 'OPTIONAL_DEPENDENCY_OF', 'SPDXRef-Package')] + [('SPDXRef-Package', 'CONTAINS', f['SPDXID']) for f in files]
json.dump({'spdxVersion': 'SPDX-2.3', 'dataLicense': 'CC0-1.0', 'SPDXID': 'SPDXRef-DOCUMENT', 'name': 'libloginlint-' + version,
           'documentNamespace': 'https://spdx.org/spdxdocs/libloginlint-%s-%s' % (version, package['checksums'][0]['checksumValue'][:32]), 'creationInfo': {'created': date, 'creators': ['Organization: the libloginlint authors']},
           'hasExtractedLicensingInfos': extracted, 'packages': [package, icu], 'files': files,
           'relationships': [{'spdxElementId': a, 'relationshipType': kind, 'relatedSpdxElement': b} for a, kind, b in relations]}, sys.stdout, indent=1)
print()
