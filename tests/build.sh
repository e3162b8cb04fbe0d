#!/bin/bash
# SPDX-License-Identifier: MIT
# build.sh - a build is what its sources and its flags say, an installation what was asked for.
#
# In: a copy of what is built from, in a folder of its own.  Each line that is tried below is one promise; the first that is
# broken is named, with the end of what make said.
set -eu
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tests/files.sh | grep -E '^(Makefile|lib/|include/|examples/|tests/cases/|.*\.mk$|bindings/)' | xargs cp --parents -t "$work"
cd "$work"
unset MAKEFLAGS MFLAGS WERROR
count=0
run() { make -j2 V=1 "$@" > log 2>&1 || { tail -n 12 log; echo "failed: make $*"; exit 1; }; }
is() { # WHAT COMMAND...
  count=$((count + 1))
  "${@:2}" > said 2>&1 || { tail -n 12 log said; echo "not so: $1"; exit 1; }
}
not() { ! "$@"; }
compiled() { grep -cE ' -c -o [^ ]*\.o ' log || true; }
only() { [ "$(compiled)" -le "$1" ] && [ "$(compiled)" -gt 0 ]; }
all() { [ "$(compiled)" -ge 50 ]; }
edit() { # FILE SED-EXPRESSION
  cp "$1" before
  sed -i "$2" "$1"
  not cmp -s before "$1" || { echo "nothing was edited in $1"; exit 1; }
}

run CFLAGS=-O0
run CFLAGS=-O0
is 'what is built is built' [ "$(compiled)" = 0 ]
edit lib/policy/presets.def 's/@login/@log-in/;t;$a /* */'
run CFLAGS=-O0
is 'a changed table builds again what includes it' only 5
edit lib/text/scan.h '$a /* */'
run CFLAGS=-O0
is 'a changed header builds again what includes it' only 30
edit lib/words/en.toml 's/^\([a-z.]* = "\)/\1Well: /'
run CFLAGS=-O0
is 'a changed sentence is said' sh -c 'printf a | build/loginlint --lang en pin | grep -q Well:'
cp before lib/words/en.toml
edit lib/words/ja.toml '/^message.any = /d'
is 'a missing sentence stops the build' not make -j2 CFLAGS=-O0
cp before lib/words/ja.toml
# One object of each rule stands for all that are made by it.
each='build/lib/text/utf.o build/examples/loginlint.o'
[ ! -e build/icu ] || each+=' build/icu/bidi.o'
again() { [ "$(compiled)" = "$(wc -w <<< "$each")" ]; }
run $each CFLAGS=-O0 CPPFLAGS=-DPREPROCESSED
is 'CPPFLAGS are used, and change a build' again
is 'each time that something is compiled' [ "$(grep -c -- -DPREPROCESSED log)" = "$(compiled)" ]
run $each CFLAGS=-O0 CC=clang
is 'another compiler builds again' again
is 'no warning is an error' not grep -q -- -Werror log
run $each CFLAGS=-O0 CC=clang WERROR=1
is 'but with WERROR=1' grep -q -- -Werror log
rm lib/words/names.c
is 'a source that is gone is missed' not make -j2 CFLAGS=-O0 build/libloginlint.so.1
cp "$OLDPWD/lib/words/names.c" lib/words/
flags='-O0 -DUNUSED=1'
run CFLAGS="$flags"
is 'a changed flag builds all again' all

if [ -e build/libloginlint-icu.a ]; then
  core() { make -Bn V=1 "$@" build/libloginlint.a build/libloginlint.so.1 | grep -v build/flags; }
  is 'the core is made by the same commands with the companion and without' cmp <(core ICU=yes) <(core ICU=no)
  is 'which a flag would show' not cmp <(core ICU=yes) <(core ICU=no CPPFLAGS=-DPLANTED)
  run CFLAGS="$flags" ICU=no all
  is 'without ICU after a build with it: no program that needs ICU' not sh -c 'ldd build/loginlint | grep icu'
  is 'nor the companion' not ls build/libloginlint-icu.a build/icu
  run CFLAGS="$flags" ICU=no install DESTDIR="$work/without" PREFIX=/usr
  is 'nor in an installation' not sh -c 'find "without" | grep -i icu'
fi
run CFLAGS="$flags" install DESTDIR="$work/a root" PREFIX=/opt/loginlint
run ICU=no uninstall DESTDIR="$work/a root" PREFIX=/opt/loginlint
is 'uninstall leaves nothing, whatever ICU says' [ -z "$(find 'a root' -type f -o -type l)" ]
is 'a relative PREFIX is refused' not make install DESTDIR="$work/r" PREFIX=usr
is 'a PREFIX with a space is refused' not make install DESTDIR="$work/r" PREFIX='/opt/a b'
is 'and nothing installed' [ ! -e r ]
run BUILD=out out/lib/text/utf.o
run BUILD=out clean
is 'clean removes the folder that was built into' [ ! -e out ]
run BUILD=lib clean
is 'and no other' [ -e lib/text/utf.c ]
is 'help has a line for what a user makes' sh -c 'for t in demo check install uninstall clean help; do make help | grep -q "^make $t "; done'
if gcc -dumpversion > /dev/null; then
  run CC=gcc CFLAGS='-O3 -flto' WERROR=1 BUILD=lto lto/libloginlint.so.1
  is 'no warning with -O3 -flto' not grep -q '\[-W' log
fi
echo "build: $count promises kept"
