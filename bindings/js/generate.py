#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Write src/names.ts, src/languages.ts, their .d.ts and a module for each language from the core's definitions.

usage: generate.py GEN_CONSTANTS GEN_LAYOUT DIRECTORY
In: what the two generators print (the .def files and the records of loginlint.h).  Out: the names of every list that the
package shows, the offsets of the members that the glue reads as const enums, which cost nothing after minifying, and the
names as literal types.
"""
import collections, os, re, subprocess, sys

LISTS = ('CODE', 'FIELD', 'VERDICT', 'SEVERITY', 'LEVEL', 'OPERATION', 'BASIS', 'BRAND', 'SKIPPED', 'FOUND', 'EXPECTED', 'CAUSE', 'REMEDY', 'ADVICE', 'PREFLIGHT', 'SAME')
PROPERTIES = os.path.join(os.path.dirname(os.path.abspath(__file__)), '../../lib/policy/properties.def')
RECORDS = ('POLICY', 'CONTEXT', 'WHERE', 'DIAGNOSTIC', 'REPORT', 'CANDIDATE', 'CANDIDATES', 'CAUSE', 'EXPLANATION')


def run(program, *arguments):
    return [line.split('\t') for line in subprocess.check_output([program, *arguments], text=True).splitlines()]


def camel(name):
    return ''.join(part.capitalize() for part in name.split('_'))


def languages(tags, head):
    """{file: lines}: a module for the sentences of each language, by itself so that a bundler can leave it out, and all of them."""
    names = {re.sub('-(.)', lambda m: m[1].upper(), tag): tag for tag in tags}
    files = {name + '.ts': [head + "export { %s } from '#%s';\n" % (name, name)] for name in names}
    files['languages.ts'] = [head] + ["export { %s } from './%s.ts';" % (name, name) for name in names] + ['']
    files['languages.d.ts'] = [head + "import type { Language } from './index.js';\n"]
    files['languages.d.ts'] += ['/** The sentences of `%s`. */\nexport declare const %s: Language;' % (tag, name) for name, tag in names.items()] + ['']
    return files


VALUES = {'minlength': 'number', 'maxlength': 'number', 'max-consecutive': 'number', 'digits': 'number | `${number}-${number}`', 'groups': 'string', 'domains': 'string'}
SEVERAL = ('required', 'allowed', 'domains', 'brands')


def rules(lines):
    """The type of a policy by the names of its rules."""
    words = {name: some for name, *some in lines}
    words['allowed'] = words['required']
    out = ['/** What a rule string says, by name; `required: [...]` wants each of several classes. */', 'export interface Rules {']
    for name, some in words.items():
        value = VALUES.get(name) or ' | '.join("'%s'" % word for word in some) + (' | `[${string}]`' if name in SEVERAL[:2] else '')
        out.append("  readonly '%s'?: %s;" % (name, '%s | readonly (%s)[]' % (value, value) if name in SEVERAL else value))
    return '\n'.join(out + ['}']) + '\n'


def main():
    constants, layout, directory = sys.argv[1:]
    names, offsets = collections.defaultdict(dict), collections.defaultdict(dict)
    for group, value, _, name, *_ in run(constants, 'tsv'):
        names[group][int(value)] = name
    for record, member, offset, size, _ in run(layout):
        offsets[record]['SIZE' if member == '-' else member] = int(size if member == '-' else offset)
    head = '// SPDX-License-Identifier: MIT\n// Generated from the definitions of the core by generate.py; do not edit.\n'
    out = [head]
    types = [head]
    for group in LISTS:
        values = names[group]
        dense = list(values) == list(range(len(values)))
        body = ', '.join(("'%s'" % n) if dense else "%d: '%s'" % (v, n) for v, n in sorted(values.items()))
        out.append('export const %s%s = %s;\n' % (group, ': string[]' if dense else ': Record<number, string>',
                                                 ('[%s]' if dense else '{ %s }') % body))
        types.append('export type %s =\n%s;\n' % (camel(group), '\n'.join("  | '%s'" % values[v] for v in sorted(values))))
    words = re.findall(r'^PROPERTY\([^"]*"([^"]+)"\)', open(PROPERTIES, encoding='utf-8').read(), re.M)
    words = [line.split() for line in words]
    for name, some in (('PROPERTY', {w[0] for w in words}), ('WORD', {word for w in words for word in w[1:]})):
        out.append('export const %s: string[] = [%s];\n' % (name, ', '.join("'%s'" % word for word in sorted(some))))
    types.append(rules(words))
    for record in RECORDS:
        body = ''.join('  %s = %d,\n' % item for item in offsets[record].items())
        out.append('export const enum %s {\n%s}\n' % (camel(record), body))
    for name, text in dict(languages(names['LANGUAGE'].values(), head), **{'names.ts': out, 'names.d.ts': types}).items():
        with open(os.path.join(directory, name), 'w', encoding='utf-8') as file:
            file.write('\n'.join(text))


main()
