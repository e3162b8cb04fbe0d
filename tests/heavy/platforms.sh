#!/bin/bash
# SPDX-License-Identifier: MIT
# platforms.sh [SUITE:COMPILER,...] - the library, the program and the companion built by the compilers of other Debian systems
# (tests/heavy/chroot.sh) as C11 and as C23, a warning being an error; the shared cases answered by what was built.
#
# In: suites with their compilers, `newest` for the newest gcc and clang (default: the line below).  Out: a table; status 1 when one
# fails.  platforms.tsv beside this file keeps the newest result of each, with date and commit.  Also for Windows, as objects only: nothing
# here runs them.  tests/portability/portability.sh adds other machines and musl.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- bookworm:gcc-12,clang-14,clang-15,clang-16 trixie:gcc-13,gcc-14,clang-17,clang-18,clang-19 sid:newest
chroots=tests/heavy/chroot.sh
status=0

one() { # COMPILER STANDARD, inside the system
  build=build/$1-$2
  standard=$2
  echo 'int main(void) { return 0; }' | "$1" -std="$2" -x c -fsyntax-only - 2> /dev/null || standard=${2/c23/c2x}
  make -s -j"${JOBS:-2}" WERROR=1 BUILD="$build" CC="$1" CFLAGS="-O2 -std=$standard" all "$build/tests/transcript" > "$build.log" 2>&1 &&
    cases=$(python3 tests/cases.py "$build/tests/transcript" 2>&1 | tail -n 1) && echo "$cases" && return
  echo FAILED
  tail -n 5 "$build.log" >&2
  return 1
}

windows() { # inside the system: objects of the core
  for machine in x86_64 i686; do
    for file in $(lib/sources); do
      "$machine-w64-mingw32-gcc" -std=c11 -O2 -ffreestanding -Wall -Wextra -Werror -Iinclude -Ilib -c "$file" -o build/windows.o || return 1
    done
  done
  echo "$(lib/sources | wc -w) objects each for x86_64 and i686"
}

if [ "${1:-}" = inside ]; then
  shift
  mkdir -p build
  failed=0
  for compiler; do
    version=$("$compiler" -dumpfullversion 2> /dev/null || "$compiler" -dumpversion)
    for standard in c11 c23; do
      said=$(one "$compiler" "$standard") || failed=1
      printf '%s\t%s %s\t%s\t%s\n' "$SUITE" "${compiler%%-*}" "$version" "$standard" "$said"
    done
  done
  if command -v x86_64-w64-mingw32-gcc > /dev/null; then
    said=$(windows) || { failed=1 said=FAILED; }
    printf '%s\tmingw %s\tc11\t%s\n' "$SUITE" "$(x86_64-w64-mingw32-gcc -dumpversion)" "$said"
  fi
  exit $failed
fi

for entry; do
  suite=${entry%%:*} compilers=$(tr , ' ' <<< "${entry#*:}")
  windows=; [ "$suite" != trixie ] || windows='gcc-mingw-w64-x86-64-win32 gcc-mingw-w64-i686-win32'
  [ "$compilers" != newest ] || compilers=$($chroots newest "$suite" 1)
  # shellcheck disable=SC2086
  dir=$($chroots with "$suite" platforms $compilers $windows make binutils libc6-dev libicu-dev pkg-config python3)
  rm -rf "$dir/src"
  mkdir "$dir/src"
  git archive HEAD | tar -x -C "$dir/src"
  # shellcheck disable=SC2086
  $chroots run "$dir" env SUITE="$suite" JOBS="${JOBS:-2}" bash -c 'cd /src && tests/heavy/platforms.sh inside "$@"' - $compilers | tee build/platforms || status=1
  tests/heavy/keep.sh tests/heavy/platforms.tsv 1 < build/platforms
done
[ "$status" = 0 ] && echo 'platforms: every compiler builds it without a warning, and its answers are those of the shared cases'
exit $status
