#!/bin/bash
# secrets.sh - no call leaves six characters of a secret on its stack, with gcc and clang at -O0, -O2 and -O3
# (tests/secrets/residue.c), and what is said of a secret depends on the kinds of its characters only (tests/secrets/pairs.c).
#
# Planted, each must turn it red: leaks beside the library (inside residue.c, in every build), a library that does not wipe,
# and a comparison that includes the text itself.  PAIRS=500000 for a longer run.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -m)" = x86_64 ] || { echo "secrets: SKIPPED, the harness is kept out of the vector registers of x86-64 only"; exit 0; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export out
core() { # COMPILER LEVEL
  mkdir -p "$out/$1$2"
  for f in lib/*.c; do echo "$f"; done | xargs -P 2 -I{} sh -c \
    "$1 -std=c11 -ffreestanding -fvisibility=hidden -fPIC -g -O$2 -Iinclude -Ilib -c {} -o $out/$1$2/\$(basename {} .c).o"
}
gcc -std=c11 -D_GNU_SOURCE -O0 -mgeneral-regs-only -Wall -Wextra -Werror -Iinclude -c tests/secrets/residue.c -o "$out/residue.o"
residue() { gcc -o "$out/residue" "$out/residue.o" "$@" -Wl,-z,now && timeout 60 "$out/residue"; }
for cc in gcc clang; do
  for level in 0 2 3; do
    core $cc $level
    residue "$out/$cc$level"/*.o || { echo "$cc -O$level"; exit 1; }
  done
done

cc -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Wconversion -Werror -Iinclude -o "$out/pairs" tests/secrets/pairs.c "$out/gcc2"/*.o
pairs=$("$out/pairs" "${PAIRS:-50000}" "${SEED:-1}") || { echo "$pairs"; exit 1; }

if "$out/pairs" --planted > /dev/null; then
  echo "a comparison that shows the text passes"
  exit 1
fi
sed '/^void loginlint_wipe(/,/^}/ s/__builtin_memset(record, 0, n);/(void)n;/' lib/wipe.c > "$out/wipe.c"
! cmp -s lib/wipe.c "$out/wipe.c" || { echo "nothing was planted in loginlint_wipe"; exit 1; }
gcc -std=c11 -ffreestanding -fvisibility=hidden -fPIC -O2 -Iinclude -Ilib -c "$out/wipe.c" -o "$out/gcc2/wipe.o"
if residue "$out/gcc2"/*.o > "$out/planted"; then
  echo "a library that does not wipe was not found"
  exit 1
fi
echo "secrets: nothing left by 8 calls, 9 kinds of secrets, gcc and clang -O0 -O2 -O3; $pairs alike; not wiping shows in $(wc -l < "$out/planted") places"
