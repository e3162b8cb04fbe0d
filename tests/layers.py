#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""layers.py - the folders of lib/ use each other one way, no file goes round in a circle, and a check links alone.

In: lib/ as lib/sources lists it; the objects of build/ and what nm says of them.  Out: one line of figures, or each fault:

  include    without its folder, of a file that is not there, or against the direction below
  symbol     that an object takes from a folder it may not use (a declaration copied by hand has no include)
  circle     of includes, or of objects that need each other
  name       that two files have (an archive would keep one of them)
  link       tests/layers.c against the objects of text, policy and check alone leaves a name undefined

Each is shown a planted fault, which it must find.
"""
import collections
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile

# What each folder may use besides itself.  Nothing uses words, and preflight needs no check.
MAY_USE = {
    'text': '',
    'policy': 'text',
    'check': 'text policy',
    'candidates': 'text policy check',
    'explain': 'text policy check candidates',
    'preflight': 'text',
    'words': 'text policy check candidates explain preflight',
}
ALONE = ('text', 'policy', 'check')


def run(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def folder(path):
    return path.split('/')[-2]


def may(user, used):
    return used == user or used in MAY_USE.get(user, '').split()


def included(root, files):
    """{file: [file]} by #include, and the faults on the way."""
    uses, faults = {}, []
    for path in files:
        uses[path] = []
        for name in re.findall(r'^\s*#\s*include "([^"]+)"', open(os.path.join(root, path), encoding='utf-8').read(), re.M):
            if name == 'loginlint.h':
                continue
            used = 'lib/' + name
            if used not in files:
                faults.append('%s includes %s: no file of the core, or without its folder' % (path, name))
            elif not may(folder(path), folder(used)):
                faults.append('%s includes %s: %s may use %s' % (path, name, folder(path), MAY_USE.get(folder(path)) or 'nothing'))
            else:
                uses[path].append(used)
    return uses, faults


@functools.lru_cache(maxsize=None)
def symbols(path):
    return [line.split() for line in run('nm', path).stdout.splitlines()]


def linked(objects):
    """{source: [source]} by the names that an object leaves to another, and the faults on the way."""
    defined, wanted = {}, {}
    for source, path in objects.items():
        for words in symbols(path):
            if words[-2] == 'U':
                wanted.setdefault(source, []).append(words[-1])
            elif words[-2].isupper():
                defined[words[-1]] = source
    uses, faults = collections.defaultdict(list), []
    for source, names in wanted.items():
        for name in names:
            used = defined.get(name, source)
            if not may(folder(source), folder(used)):
                faults.append('%s calls %s of %s' % (source, name, used))
            elif used != source:
                uses[source].append(used)
    return uses, faults


def circles(uses):
    """The files that reach themselves."""
    done, path, found = set(), [], []

    def visit(file):
        if file in path:
            found.append('a circle: ' + ' -> '.join(path[path.index(file):] + [file]))
        elif file not in done:
            path.append(file)
            for used in uses.get(file, []):
                visit(used)
            done.add(path.pop())
    for file in sorted(uses):
        visit(file)
    return found


def twice(files):
    count = collections.Counter(os.path.basename(f) for f in files)
    return ['%s: two files have this name' % name for name in count if count[name] > 1]


def unlinked(objects, out):
    """What a program of one check misses when only the objects of ALONE are there."""
    done = run('cc', '-std=c11', '-Iinclude', '-o', out, 'tests/layers.c', *(o for s, o in objects.items() if folder(s) in ALONE))
    if done.returncode == 0:
        done = run(out)
    return [] if done.returncode == 0 else [done.stdout.strip() or 'tests/layers.c: status %d' % done.returncode]


def includes(root):
    files = run(os.path.join(root, 'lib', 'sources'), 'c', 'h', 'def', 'inc').stdout.split()
    strange = ['%s: a folder without a place in MAY_USE' % f for f in sorted({folder(f) for f in files} - MAY_USE.keys())]
    uses, faults = included(root, files)
    return strange + faults + circles(uses) + twice(files), files


def linking(objects, scratch):
    uses, faults = linked(objects)
    return faults + circles(uses) + unlinked(objects, os.path.join(scratch, 'alone'))


def planted(objects, scratch):
    """Faults put into copies, each of which must be found; those that are not."""
    missed = []

    def expect(what, faults):
        if not any(what in fault for fault in faults):
            missed.append('planted and not found: ' + what)

    def edited(name, line):
        root = os.path.join(scratch, 'copy')
        shutil.rmtree(root, ignore_errors=True)
        shutil.copytree('lib', os.path.join(root, 'lib'))
        os.makedirs(os.path.dirname(os.path.join(root, 'lib', name)), exist_ok=True)
        with open(os.path.join(root, 'lib', name), 'a', encoding='utf-8') as file:
            file.write('\n' + line + '\n')
        return includes(root)[0]

    def compiled(name, source):
        out = os.path.join(scratch, name + '.o')
        subprocess.run(['cc', '-x', 'c', '-c', '-o', out, '-'], input=source, text=True, check=True)
        return out
    expect('lib/policy/policy.h includes check/check.h', edited('policy/policy.h', '#include "check/check.h"'))
    expect('lib/check/fold.c includes words/message.h', edited('check/fold.c', '#include "words/message.h"'))
    expect('lib/preflight/tag.c includes check/fold.h', edited('preflight/tag.c', '#  include "check/fold.h"'))
    expect('lib/check/fold.c includes fold.h: no file', edited('check/fold.c', '#include "fold.h"'))
    expect('a circle: lib/check/check.h -> lib/check/findings.h', edited('check/check.h', '#include "check/findings.h"'))
    expect('utf.c: two files', edited('check/utf.c', ''))
    expect('extra: a folder without a place', edited('extra/file.c', ''))

    up = compiled('up', 'int loginlint_candidates_find(void); int loginlint__up(void) { return loginlint_candidates_find(); }')
    there = compiled('there', 'int loginlint__back(void); int loginlint__there(void) { return loginlint__back(); }')
    back = compiled('back', 'int loginlint__there(void); int loginlint__back(void) { return loginlint__there(); }')
    more = dict(objects, **{'lib/check/up.c': up})
    expect('lib/check/up.c calls loginlint_candidates_find', linking(more, scratch))
    expect("undefined reference to `loginlint_candidates_find'", linking(more, scratch))
    more = dict(objects, **{'lib/text/there.c': there, 'lib/text/back.c': back})
    expect('a circle: lib/text/back.c -> lib/text/there.c -> lib/text/back.c', linking(more, scratch))
    return missed


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
    build = sys.argv[1] if len(sys.argv) > 1 else 'build'
    with tempfile.TemporaryDirectory() as scratch:
        faults, files = includes('.')
        objects = {f: os.path.join(build, f[:-2] + '.o') for f in files if f.endswith('.c')}
        faults = faults + linking(objects, scratch) or planted(objects, scratch)
    if faults:
        sys.exit('\n'.join(faults))
    print('layers: %d files in %d folders, one way and without a circle; %s link alone, %d objects of %d; 10 planted faults found' % (
        len(files), len({folder(f) for f in files}), ', '.join(ALONE), sum(folder(f) in ALONE for f in objects), len(objects)))


if __name__ == '__main__':
    main()
