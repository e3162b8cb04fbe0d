#!/bin/sh
# symbols.sh - the core asks for nothing but memcpy, memset and memcmp; the library shows nothing but loginlint_*; no
# object has writable data.
set -eu
cd "$(dirname "$0")/.."
lib=build/libloginlint.so.1
bad=$(nm -D --undefined-only "$lib" | awk '{print $NF}' | sed 's/@.*//' | grep -vE '^(memcpy|memset|memcmp|memmove|__cxa_finalize|__gmon_start__|_ITM_.*)$' || true)
[ -z "$bad" ] || { echo "undefined: $bad"; exit 1; }
bad=$(nm -D --defined-only "$lib" | awk '{print $NF}' | sed 's/@.*//' | grep -vE '^(loginlint_[a-z0-9_]+|LOGINLINT_1)$' || true)
[ -z "$bad" ] || { echo "exported: $bad"; exit 1; }
for f in lib/*.c; do
  object=build/$(basename "$f" .c).o
  data=$(size -A "$object" | awk '$1 ~ /^\.(data|bss)$/ || ($1 ~ /^\.data\.rel/ && $1 !~ /\.ro/) { n += $2 } END { print n + 0 }')
  [ "$data" = 0 ] || { echo "$object: $data bytes of .data or .bss"; exit 1; }
done
# Planted failure: a writable variable must be seen.
printf 'int planted = 1;\n' | cc -x c -c -o build/planted.o -
[ "$(size -A build/planted.o | awk '$1 == ".data" { print $2 }')" = 4 ] || { echo "the check of .data does not see one"; exit 1; }
[ "$(nm -D --defined-only "$lib" | grep -c " T ")" -gt 30 ] || { echo "no symbols"; exit 1; }
echo "symbols: $(nm -D --defined-only "$lib" | grep -c ' T ') functions, no other symbol, no writable data"
