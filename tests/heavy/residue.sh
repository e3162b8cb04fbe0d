#!/bin/bash
# SPDX-License-Identifier: MIT
# residue.sh [SUITE:COMPILER,...] - tests/secrets/residue.sh and tests/stack.py with the compilers of other Debian systems
# (tests/heavy/chroot.sh): what a call leaves of a secret, and what it takes of the stack.
#
# In: suites with their compilers, `newest` for the newest gcc and the three newest clangs (default: the line below).  Out: a table compiler
# by level, a line for each of the stack; status 1 when something was left or a bound passed.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- bookworm:gcc-12,clang-14,clang-15,clang-16 trixie:gcc-14,clang-17,clang-18,clang-19 sid:newest
chroots=tests/heavy/chroot.sh
status=0
for entry; do
  suite=${entry%%:*} compilers=$(tr , ' ' <<< "${entry#*:}")
  [ "$compilers" != newest ] || compilers=$($chroots newest "$suite" 3)
  # shellcheck disable=SC2086,SC2046
  dir=$($chroots with "$suite" compilers $compilers $(grep -oE 'clang-[0-9]+' <<< "$compilers" | sed 's/clang/lld/') \
    make libc6-dev binutils libicu-dev pkg-config python3)
  rm -rf "$dir/src"
  mkdir "$dir/src"
  tests/files.sh | xargs cp --parents -t "$dir/src"
  echo "== $suite"
  # shellcheck disable=SC2086
  $chroots run "$dir" env LEVELS="${LEVELS:-}" JOBS="${JOBS:-2}" sh -c 'cd /src && tests/secrets/residue.sh "$@"' - $compilers || status=1
  # shellcheck disable=SC2086
  $chroots run "$dir" sh -c 'cd /src && tests/stack.py "$@"' - $compilers || status=1
done
[ "$status" = 0 ] && echo "residue: nothing left, and the stack within its bound, under every compiler and level"
exit $status
