#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The version stands in include/loginlint.h (LOGINLINT_VERSION); this writes it wherever else it must stand.

Each row: a file, and what stands before the version in it.  Run by `make generated`; `make check` compares.
"""
import os
import re
import sys

PLACES = {
    'include/loginlint.h': ['/\\* "'],
    '.github/CHANGELOG.md': ['## \\[Unreleased\\] - '],
    'include/libloginlint.3': ['"libloginlint '],
    'examples/loginlint.1': ['"libloginlint '],
    'examples/android/README.md': ['loginlint-'],
    'bindings/go/README.md': ['loginlint@v'],
    'bindings/java/README.md': ['loginlint-'],
    'bindings/java/pom.xml': ['<artifactId>loginlint</artifactId>\\s*<version>'],
    'bindings/js/package.json': ['"name": "loginlint",\\s*"version": "'],
    'bindings/js/package-lock.json': ['"name": "loginlint",\\s*"version": "'],
    'bindings/js/src/version.ts': ["VERSION = '"],
    'bindings/php/composer.json': ['"version": "'],
    'bindings/python/README.md': ['loginlint-'],
    'bindings/python/pyproject.toml': ['\nversion = "'],
    'bindings/ruby/README.md': ['loginlint-'],
    'bindings/ruby/loginlint.gemspec': ["spec.version = '"],
    'bindings/sql/duckdb_footer.py': ["'v1.2.0', '"],
    'bindings/rust/loginlint/Cargo.toml': ['\nversion = "', 'loginlint-sys", version = "'],
    'bindings/rust/loginlint-sys/Cargo.toml': ['\nversion = "'],
}
NUMBER = r'\d+\.\d+\.\d+'


def main():
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..'))
    with open('include/loginlint.h', encoding='utf-8') as header:
        version = re.search('LOGINLINT_VERSION "(%s)"' % NUMBER, header.read()).group(1)
    for path, before in PLACES.items():
        with open(path, encoding='utf-8') as file:
            old = new = file.read()
        for what in before:
            new, count = re.subn('(%s)%s' % (what, NUMBER), lambda m: m.group(1) + version, new)
            if not count:
                sys.exit('version.py: no version behind %r in %s' % (what, path))
        if new != old:
            with open(path, 'w', encoding='utf-8') as file:
                file.write(new)


if __name__ == '__main__':
    main()
