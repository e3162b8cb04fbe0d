#!/bin/bash
# exhaustive.sh - every byte string of 0-3 bytes and every code point in every field (tests/trust/exhaustive.c).
#
# Whole with the optimised build; strings of 0-2 bytes and every 17th code point with both sanitized builds, whose digest
# of all reports must be the optimised build's.  Six planted failures must each turn it red.
set -eu
cd "$(dirname "$0")/../.."
san='-O1 -g -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'
make --no-print-directory -s build/trust/exhaustive
make --no-print-directory -s BUILD=build/gcc-san CC=gcc CFLAGS="$san" build/gcc-san/trust/exhaustive
make --no-print-directory -s BUILD=build/clang-san CC=clang CFLAGS="$san" build/clang-san/trust/exhaustive
for plant in 1 2 3 4 5 6; do
  if build/trust/exhaustive -l 2 -s 4096 -p $plant > /dev/null 2>&1; then
    echo "planted failure $plant was not found"
    exit 1
  fi
done
one=
for build in build build/gcc-san build/clang-san; do
  answer=$($build/trust/exhaustive -l 2 -s 17)
  digest=${answer##* }
  [ -z "$one" ] || [ "$one" = "$digest" ] || { echo "$build answers otherwise: $answer"; exit 1; }
  one=$digest
done
build/trust/exhaustive
