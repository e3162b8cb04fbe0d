#!/bin/bash
# SPDX-License-Identifier: MIT
# residue.sh COMPILER... - no call leaves anything of a secret on its stack (tests/secrets/residue.c), compiler by level.
#
# In: gcc and clang by name; LEVELS, options separated by semicolons (default: all below).  Out: a table; what was left, per call;
# status 1 if anything was.  With libicu the companion's calls too.  Calls of shared libraries are bound lazily, as a program's are.
set -eu
cd "$(dirname "$0")/../.."
levels=${LEVELS:--O0;-O1;-O2;-O3;-Os;-O2 -flto;-O3 -flto;-O2 -march=native}
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
mapfile -t objects < <(lib/sources | sed 's/c$/o/')
icu=() with=() companion=no
if pkg-config --exists icu-uc icu-i18n 2> /dev/null; then
  icu=($(pkg-config --libs icu-i18n icu-uc)) with=(-DLOGINLINT_WITH_ICU $(pkg-config --cflags icu-uc)) companion=yes
  mapfile -O ${#objects[@]} -t objects < <(ls lib/icu/*.c | sed 's/^lib.//; s/c$/o/')
fi
"$1" -std=c11 -D_GNU_SOURCE -O0 -mgeneral-regs-only -Wall -Wextra -Werror -Iinclude "${with[@]}" -c tests/secrets/residue.c -o "$out/residue.o"
status=0
cell() { printf '  %-16s' "$1"; }
printf '%-9s' ''; while read -r level; do cell "$level"; done < <(tr ';' '\n' <<< "$levels"); echo
for cc; do
  printf '%-9s' "$cc"
  while read -r level; do
    built=build/residue/$cc${level// /}
    make --no-print-directory -s -j"${JOBS:-2}" BUILD="$built" ICU=$companion CC="$cc" CFLAGS="$level" "${objects[@]/#/$built/}"
    link=
    case $cc$level in clang*-flto) link=-fuse-ld=lld ;; gcc*-flto) link=-flto=auto ;; esac
    # shellcheck disable=SC2086
    "$cc" $level $link -o "$out/residue" "$out/residue.o" "${objects[@]/#/$built/}" "${icu[@]}"
    if timeout 300 "$out/residue" > "$out/said"; then
      cell clean
    else
      cell "$(wc -l < "$out/said") left"
      sed "s/^/$cc $level: /" "$out/said" >> "$out/left"
      status=1
    fi
  done < <(tr ';' '\n' <<< "$levels")
  echo
done
[ "$status" = 0 ] || cat "$out/left"
exit $status
