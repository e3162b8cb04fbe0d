#!/bin/bash
# SPDX-License-Identifier: MIT
# stack.sh [-v] [COMPILER...] - the deepest stack under each public function: the frames that the compiler states
# (-fstack-usage), added up along the longest chain of calls in the objects; and what is cleared behind a call that is given a value
# (lib/text/wipe.h) reaches below all that the call can use.
#
# In: the core, for each compiler (default: gcc and clang) at the LEVELS (default: -O1;-O2;-O3;-Os); the bounds below.  Out: one line each
# (the chains with -v); status 1 when a chain passes its bound, recurses, or goes through a frame without one.  Return
# addresses are counted, and leaves keep to their frame (-mno-red-zone); what the platform's memcpy, memset and memcmp take is not.
set -eu
cd "$(dirname "$0")/.."
[ "$(uname -m)" = x86_64 ] || { echo "calls are read from x86-64 code only"; exit 77; }
exec python3 tests/stack.py "$@"
