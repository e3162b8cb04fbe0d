#!/bin/bash
# SPDX-License-Identifier: MIT
# newer.sh - the gem's tests under Debian 13's Ruby, whose ffi works in every Ractor: under Debian 12's that test is skipped.
#
# In: this tree.  Out: what failed, or the runner's last line.  Needs root; the system is kept (tests/heavy/chroot.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo 'ruby: needs root for a system with a newer Ruby'; exit 77; }
system=$(tests/heavy/chroot.sh with trixie ruby ruby ruby-ffi gcc libc6-dev)
rm -rf "$system/loginlint" && mkdir "$system/loginlint"
cp -r dist/loginlint.{c,h} bindings/ruby/{lib,tests} "$system/loginlint/"
tests/heavy/chroot.sh run "$system" sh -ec '
  cd /loginlint
  gcc -std=c11 -O2 -shared -fPIC -o libloginlint.so loginlint.c
  export LOGINLINT_LIBRARY=$PWD/libloginlint.so
  for test in tests/test_*.rb; do ruby -W:no-experimental -Ilib "$test" > said 2>&1 || { cat said; exit 1; }; tail -n 1 said; done' | tee build/ruby-newer
! grep -v " 0 skips" build/ruby-newer
