#!/bin/bash
# secrets.sh - no call leaves six characters of a secret on its stack, with gcc and clang at -O0, -O2, -O3 and with
# link-time optimisation (tests/secrets/residue.c), and what is said of a secret depends on the kinds of its characters only
# (tests/secrets/pairs.c).
#
# With libicu the companion's calls too, and then nothing on ICU's heap or in its data.
#
# Planted, each must turn it red: leaks beside the library (inside residue.c, in every build), a library that does not wipe, a
# companion that does not, and a comparison that includes the text itself.  PAIRS=500000 for a longer run.
set -eu
cd "$(dirname "$0")/../.."
[ "$(uname -m)" = x86_64 ] || { echo "secrets: SKIPPED, the harness is kept out of the vector registers of x86-64 only"; exit 0; }
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export out
icu=() with=() companion=() calls=8 kinds=9
if [ -e build/libloginlint-icu.a ] && pkg-config --exists icu-uc icu-i18n; then
  icu=($(pkg-config --libs icu-i18n icu-uc)) with=(-DLOGINLINT_WITH_ICU $(pkg-config --cflags icu-uc)) companion=(lib/icu/*.c) calls=14 kinds=13
else
  echo "secrets: the companion SKIPPED, built without libicu"
fi
core() { # COMPILER LEVEL [FLAG]
  mkdir -p "$out/$1$2$3"
  for f in $(lib/sources); do echo "$f"; done | xargs -P 2 -I{} sh -c \
    "$1 -std=c11 -ffreestanding -fvisibility=hidden -fPIC -g -O$2 -Iinclude -Ilib $3 -c {} -o $out/$1$2$3/\$(basename {} .c).o"
  for f in "${companion[@]}"; do
    $1 -std=c11 -fvisibility=hidden -fPIC -g -O$2 -Iinclude -Ilib "${with[@]}" $3 -c "$f" -o "$out/$1$2$3/icu-$(basename "$f" .c).o"
  done
}
gcc -std=c11 -D_GNU_SOURCE -O0 -mgeneral-regs-only -Wall -Wextra -Werror -Iinclude "${with[@]}" -c tests/secrets/residue.c -o "$out/residue.o"
residue() { ${linker:-gcc} -o "$out/residue" "$out/residue.o" "$@" "${icu[@]}" -Wl,-z,now && timeout 120 "$out/residue"; }
for cc in gcc clang; do
  for level in 0 2 3; do
    core $cc $level ''
    residue "$out/$cc$level"/*.o || { echo "$cc -O$level"; exit 1; }
  done
  # The linker sees all files at once, and may inline what wipes into what is wiped.
  core $cc 2 -flto
  linker='gcc -O2 -flto=1'
  [ $cc = gcc ] || linker='clang -O2 -flto -fuse-ld=lld'
  residue "$out/${cc}2-flto"/*.o || { echo "$cc -O2 -flto"; exit 1; }
  linker=
done

cc -std=c11 -D_GNU_SOURCE -O2 -Wall -Wextra -Wconversion -Werror -Iinclude -o "$out/pairs" tests/secrets/pairs.c "$out/gcc2"/*.o "${icu[@]}"
pairs=$("$out/pairs" "${PAIRS:-50000}" "${SEED:-1}") || { echo "$pairs"; exit 1; }

if "$out/pairs" --planted > /dev/null; then
  echo "a comparison that shows the text passes"
  exit 1
fi
if [ "$calls" = 14 ]; then
  sed 's/loginlint__items_wipe(&run\..*);/(void)0;/' lib/icu/loginlint_icu.c > "$out/loginlint_icu.c"
  ! cmp -s lib/icu/loginlint_icu.c "$out/loginlint_icu.c" || { echo "nothing was planted in the companion"; exit 1; }
  cp "$out/gcc2/icu-loginlint_icu.o" "$out/kept"
  gcc -std=c11 -fvisibility=hidden -fPIC -O2 -Iinclude -Ilib -iquote lib/icu "${with[@]}" -c "$out/loginlint_icu.c" -o "$out/gcc2/icu-loginlint_icu.o"
  if residue "$out/gcc2"/*.o > "$out/planted" || ! grep -q '^loginlint_icu_check, .*left on the stack' "$out/planted"; then
    echo "a companion that does not wipe was not found"
    exit 1
  fi
  mv "$out/kept" "$out/gcc2/icu-loginlint_icu.o"
fi
sed '/^void loginlint_wipe(/,/^}/ s/__builtin_memset(record, 0, n);/(void)n;/' lib/text/wipe.c > "$out/wipe.c"
! cmp -s lib/text/wipe.c "$out/wipe.c" || { echo "nothing was planted in loginlint_wipe"; exit 1; }
gcc -std=c11 -ffreestanding -fvisibility=hidden -fPIC -O2 -Iinclude -Ilib -c "$out/wipe.c" -o "$out/gcc2/wipe.o"
if residue "$out/gcc2"/*.o > "$out/planted"; then
  echo "a library that does not wipe was not found"
  exit 1
fi
gcc -std=c11 -ffreestanding -fvisibility=hidden -fPIC -O2 -flto -Iinclude -Ilib -c "$out/wipe.c" -o "$out/gcc2-flto/wipe.o"
if linker='gcc -O2 -flto=1' residue "$out/gcc2-flto"/*.o > /dev/null; then
  echo "a library that does not wipe was not found with -flto"
  exit 1
fi
echo "secrets: nothing left by $calls calls, $kinds kinds of secrets, gcc and clang -O0 -O2 -O3 and -O2 -flto; $pairs alike; not wiping shows in $(wc -l < "$out/planted") places"
