#!/bin/bash
# SPDX-License-Identifier: MIT
# bound.sh - fails where a binding calls not every public function and does not say why.
# usage: bound.sh EXCLUDED FILE...   EXCLUDED: lines "function reason"; FILE: the sources of the binding that calls it
set -euo pipefail
excluded=$1
shift
bad=0
functions=$(grep -oE 'loginlint_[a-z0-9_]+\(' dist/loginlint.ffi.h | tr -d '(' | sort -u)
for function in $functions; do
  if grep -qE "\b$function\b *\(?" "$@"; then bound=1; else bound=0; fi
  if grep -qE "^$function .+" "$excluded"; then listed=1; else listed=0; fi
  [ $((bound + listed)) = 1 ] || { echo "$function: bound $bound, listed in $excluded $listed"; bad=1; }
done
while read -r function _; do
  grep -qx "$function" <<< "$functions" || { echo "$excluded: there is no $function"; bad=1; }
done < "$excluded"
exit $bad
