#!/bin/bash
# SPDX-License-Identifier: MIT
# exhaustive.sh [LENGTH] - every byte string of at most LENGTH bytes (2) and the code points in every field (tests/trust/exhaustive.c).
#
# The optimised build takes every fifth code point, and all with a LENGTH (`make check-heavy ONLY=exhaustive-3`); both sanitized
# builds strings of 0-2 bytes and every 61st, and the digest of all their reports must be the optimised build's.  Six planted
# failures must each turn it red.
set -eu
cd "$(dirname "$0")/../.."
for plant in 1 2 3 4 5 6; do
  if build/tests/trust/exhaustive -l 2 -s 4096 -p $plant > /dev/null 2>&1; then
    echo "planted failure $plant was not found"
    exit 1
  fi
done
one=
for build in build build/gcc-san build/clang-san; do
  answer=$($build/tests/trust/exhaustive -l 2 -s 61)
  digest=${answer##* }
  [ -z "$one" ] || [ "$one" = "$digest" ] || { echo "$build answers otherwise: $answer"; exit 1; }
  one=$digest
done
[ $# -gt 0 ] || set -- 2 -s 5
build/tests/trust/exhaustive -l "$@"
