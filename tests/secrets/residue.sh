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
icu=() with=() companion=()
if pkg-config --exists icu-uc icu-i18n 2> /dev/null; then
  icu=($(pkg-config --libs icu-i18n icu-uc)) with=(-DLOGINLINT_WITH_ICU $(pkg-config --cflags icu-uc)) companion=(lib/icu/*.c)
fi
"$1" -std=c11 -D_GNU_SOURCE -O0 -mgeneral-regs-only -Wall -Wextra -Werror -Iinclude "${with[@]}" -c tests/secrets/residue.c -o "$out/residue.o"
compile() { # COMPILER OPTIONS FILE
  local flags=(-std=c11 -fvisibility=hidden -fPIC -fno-plt -Iinclude -Ilib)
  case $3 in lib/icu/*) flags+=("${with[@]}") ;; *) flags+=(-ffreestanding -fno-asynchronous-unwind-tables) ;; esac
  # shellcheck disable=SC2086
  "$1" "${flags[@]}" $2 -c "$3" -o "$objects/$(tr / - <<< "$3").o"
}
export -f compile
status=0
cell() { printf '  %-16s' "$1"; }
printf '%-9s' ''; while read -r level; do cell "$level"; done < <(tr ';' '\n' <<< "$levels"); echo
for cc; do
  printf '%-9s' "$cc"
  while read -r level; do
    export objects="$out/$cc$level"
    mkdir -p "$objects"
    for f in $(lib/sources) "${companion[@]}"; do printf '%s\0' "$f"; done |
      with="${with[*]}" xargs -0 -P "${JOBS:-2}" -I{} bash -c 'with=($with); compile "$@"' - "$cc" "$level" {}
    link=
    case $cc$level in clang*-flto) link=-fuse-ld=lld ;; gcc*-flto) link=-flto=auto ;; esac
    # shellcheck disable=SC2086
    "$cc" $level $link -o "$out/residue" "$out/residue.o" "$objects"/*.o "${icu[@]}"
    if timeout 300 "$out/residue" > "$out/said"; then
      cell clean
    else
      cell "$(wc -l < "$out/said") left"
      sed "s/^/$cc $level: /" "$out/said" >> "$out/left"
      status=1
    fi
    rm -rf "$objects"
  done < <(tr ';' '\n' <<< "$levels")
  echo
done
[ "$status" = 0 ] || cat "$out/left"
exit $status
