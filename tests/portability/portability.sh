#!/bin/bash
# SPDX-License-Identifier: MIT
# portability.sh - the same answers on every machine, libc and language level: the transcript of tests/cases/check.tsv, of
# random hostile cases, and where every member of a record lies, against those of this machine's build.
# i386 (ILP32), s390x (big-endian), aarch64 and armhf (char is unsigned) under qemu-user, musl, C11 and C17, other levels of the
# optimiser; the header alone as C99, C11, C17, C23 and C++.  Planted: a core that reads a number by its first byte, one answer
# altered, and a header that is no C++, must each turn it red.
#
# Out: one line a target, kept in tests/heavy/platforms.tsv as well; status 1 if one answers otherwise.  HOSTILE=2000 cases by default.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
export out
lib_flags='-ffreestanding -fvisibility=hidden -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Iinclude -Ilib'

build() { # NAME "COMPILER FLAGS" "LINK FLAGS"
  mkdir -p "$out/$1"
  for f in $(lib/sources); do echo "$f"; done | xargs -P "${JOBS:-2}" -I{} sh -c "$2 $lib_flags -c {} -o $out/$1/\$(basename {} .c).o"
  $2 -D_GNU_SOURCE -Iinclude $3 -o "$out/$1/transcript" tests/transcript.c "$out/$1"/*.o
  $2 -D_GNU_SOURCE -Iinclude $3 -o "$out/$1/layout" lib/gen/gen_layout.c
  $2 -D_GNU_SOURCE -Iinclude $3 -o "$out/$1/layout_more" tests/abi/layout_more.c
}
answers() { # NAME "RUNNER"
  $2 "$out/$1/transcript" tests/cases/check.tsv "$out/hostile.tsv" > "$out/$1/answers"
  $2 "$out/$1/transcript" --hostile "${HOSTILE:-2000}" >> "$out/$1/answers"
  { $2 "$out/$1/layout"; $2 "$out/$1/layout_more"; } >> "$out/$1/answers"
}
bad=0
compare() { # NAME
  if cmp -s "$out/here/answers" "$out/$1/answers"; then
    said="$(wc -l < "$out/$1/answers") answers and layouts as on this machine"
    echo "same      $1 ($said)"
  else
    said=FAILED
    echo "DIFFERENT $1:"
    diff "$out/here/answers" "$out/$1/answers" | head -6
    bad=1
  fi
}
target() { # NAME "COMPILER FLAGS" "LINK FLAGS" "RUNNER"
  if ! build "$1" "$2" "$3" > "$out/log" 2>&1; then
    echo "FAILED    $1:"
    tail -n 8 "$out/log"
    bad=1 said=FAILED
  else
    answers "$1" "$4"
    compare "$1"
  fi
  compiler=${2%% *} standard=${2##*-std=}
  [ "$compiler" != clang ] || compiler=$compiler\ $(clang -dumpversion)
  [ "$compiler" = "${compiler#*gcc}" ] || compiler="gcc $($compiler -dumpfullversion 2> /dev/null || $compiler -dumpversion)"
  machine=$(readelf -h "$out/$1/transcript" 2> /dev/null | awk '/Class:/ { bits = $2 == "ELF32" ? "32-bit" : "64-bit" } /Data:/ { print bits ", " $4 "-endian" }')
  printf '%s\t%s\t%s\t%s\n' "$1, $machine" "$compiler" "${standard%% *}" "$said" >> "$out/rows"
}

build here 'gcc -std=c11 -O2' ''
"$out/here/transcript" --hostile "${HOSTILE:-2000}" > "$out/hostile.tsv"
answers here ''
[ "$(wc -l < "$out/here/answers")" -gt 3000 ] || { echo "too few answers"; exit 1; }

target i386 'i686-linux-gnu-gcc -std=c11 -O2' -static ''
target s390x 's390x-linux-gnu-gcc -std=c11 -O2' -static qemu-s390x
target aarch64 'aarch64-linux-gnu-gcc -std=c11 -O2' -static qemu-aarch64
target armhf 'arm-linux-gnueabihf-gcc -std=c11 -O2' -static qemu-arm
target musl 'musl-gcc -std=c11 -O2' -static ''
target c17-clang-Os 'clang -std=c17 -Os' '' ''
target unsigned-char-O3 'gcc -std=c17 -O3 -funsigned-char' '' ''
target signed-char-O1 'clang -std=c11 -O1 -fsigned-char' '' ''

# The header by itself, in each language it promises.
header() { # COMPILER -std=... LANGUAGE FILE
  printf '#include "%s"\nint main(void) { return (int)loginlint_abi() - 1; }\n' "$4" |
    $1 "$2" -Wall -Wextra -Wpedantic -Werror -Iinclude -x "$3" -fsyntax-only - 2> "$out/log"
}
for std in c99 c11 c17 c2x; do
  for cc in gcc clang; do header $cc -std=$std c loginlint.h || { echo "FAILED    header, $cc $std"; cat "$out/log"; bad=1; }; done
done
for std in c++98 c++11 c++20; do
  for cc in g++ clang++; do
    long=; case $std in c++98) long=-Wno-long-long ;; esac
    header "$cc $long" -std=$std c++ loginlint.h || { echo "FAILED    header, $cc $std"; head -4 "$out/log"; bad=1; }
  done
done

# ---- planted failures ------------------------------------------------------------------------------------------------
sed 's/"C"/"C" int class;/' include/loginlint.h > "$out/planted.h"
! header g++ -std=c++11 c++ "$out/planted.h" || { echo "a header that is no C++ passes"; exit 1; }

mkdir -p "$out/altered" "$out/order"
sed '1s/fixed/fine/; 2s/:1:/:0:/' "$out/here/answers" > "$out/altered/answers"
cmp -s "$out/here/answers" "$out/altered/answers" && { echo "an altered answer passes"; exit 1; }

# Only a machine of the other byte order shows it: a code point is read through a pointer to its first byte.
sed 's/^static uint32_t ascii_property(uint32_t cp) {/&\n    cp = *(const uint8_t *)\&cp;/' lib/check/characters.c > "$out/characters.c"
! cmp -s lib/check/characters.c "$out/characters.c" || { echo "nothing was planted in characters.c"; exit 1; }
cp "$out/s390x"/*.o "$out/order/"
s390x-linux-gnu-gcc -std=c11 -O2 -ffreestanding -Iinclude -Ilib -c "$out/characters.c" -o "$out/order/characters.o"
s390x-linux-gnu-gcc -std=c11 -O2 -D_GNU_SOURCE -Iinclude -static -o "$out/order/transcript" tests/transcript.c "$out/order"/*.o
qemu-s390x "$out/order/transcript" tests/cases/check.tsv > "$out/order/answers" 2> /dev/null || true
head -n "$(wc -l < "$out/order/answers")" "$out/here/answers" | cmp -s - "$out/order/answers" &&
  { echo "a core that depends on the byte order passes"; exit 1; }

tests/heavy/keep.sh tests/heavy/platforms.tsv 1 < "$out/rows"
[ "$bad" = 0 ] || exit 1
echo "portability: $(wc -l < "$out/rows") targets answer $(wc -l < "$out/here/answers") lines as this one does; the header in 7 languages; 3 planted failures found"
