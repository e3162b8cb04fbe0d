#!/bin/sh
# SPDX-License-Identifier: MIT
# symbols.sh - the core asks for nothing but memcpy, memset and memcmp; the library shows nothing but loginlint_* (and keeps
# loginlint__*, its insides, to itself); an archive gives a program no name that begins otherwise; no object has writable data;
# the companion asks for ICU besides.  Each check is also shown a planted failure, which it must see.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
lib=build/libloginlint.so.1
objects=$(lib/sources | sed 's|\(.*\)\.c$|build/\1.o|')

# OBJECT...: names that all of them together leave undefined, other than the three.  (_GLOBAL_OFFSET_TABLE_ is the linker's.)
asked() {
  ld -r -o "$out/all.o" "$@"
  nm -u "$out/all.o" | awk '{ print $NF }' | grep -vxE 'memcpy|memset|memcmp|_GLOBAL_OFFSET_TABLE_' || true
}
# OBJECT: bytes of data that can be written.  .data.rel.ro is only written by the loader.
written() {
  size -A "$1" | awk '$1 ~ /^\.(data|bss|tdata|tbss)/ && $1 !~ /^\.data\.rel\.ro/ { n += $2 } END { print n + 0 }'
}
# LIBRARY: names that it shows, other than the interface.
shown() {
  nm -D --defined-only "$1" | awk '{ print $NF }' | sed 's/@.*//' | grep -vxE 'loginlint_[a-z0-9][a-z0-9_]*|LOGINLINT_1' || true
}
# ARCHIVE or OBJECT: names that a program linked with it cannot have for itself, other than loginlint_*.
global() {
  nm -g --defined-only "$1" | awk 'NF == 3 { print $NF }' | grep -v '^loginlint_' || true
}

# shellcheck disable=SC2086
bad=$(asked $objects)
[ -z "$bad" ] || { echo "undefined: $bad"; exit 1; }
for object in $objects; do
  [ "$(written "$object")" = 0 ] || { echo "$object: $(written "$object") bytes that can be written"; exit 1; }
done
for each in $lib build/libloginlint-icu.so.1; do
  [ -e "$each" ] || continue # the companion is built where libicu is
  bad=$(shown "$each")
  [ -z "$bad" ] || { echo "$each shows: $bad"; exit 1; }
done

for each in build/libloginlint.a build/libloginlint-icu.a; do
  [ -e "$each" ] || continue
  bad=$(global "$each")
  [ -z "$bad" ] || { echo "$each has global: $bad"; exit 1; }
done

printf 'int strange(void); int planted = 1; int loginlint__inside = 1; static int zero; int *here(void) { return strange() ? &zero : &planted; }\n' |
  cc -O2 -fPIC -x c -c -o "$out/planted.o" -
cc -shared -o "$out/planted.so" "$out/planted.o"
# shellcheck disable=SC2086
[ "$(asked $objects "$out/planted.o")" = strange ] || { echo "an undefined name is not seen"; exit 1; }
[ "$(written "$out/planted.o")" -ge 8 ] || { echo "writable data is not seen"; exit 1; }
[ "$(shown "$out/planted.so" | grep -cxE 'planted|here|loginlint__inside')" = 3 ] || { echo "an exported name is not seen"; exit 1; }
[ "$(global "$out/planted.o" | grep -cxE 'planted|here')" = 2 ] || { echo "a global name is not seen"; exit 1; }

# What the header declares is what the library has.
sed -n 's/^LOGINLINT_API .*\(loginlint_[a-z0-9_]*\)(.*/\1/p' include/loginlint.h | grep -v '^loginlint_icu_' | sort -u > "$out/declared"
nm -D --defined-only $lib | awk '$2 == "T" { print $NF }' | sed 's/@.*//' | sort -u > "$out/defined"
diff "$out/declared" "$out/defined" || { echo "the header and the library differ"; exit 1; }
[ "$(wc -l < "$out/defined")" -gt 30 ] || { echo "too few functions"; exit 1; }
# The companion: what the header declares as its own, and it asks for nothing but the core, ICU and what the core may ask for.
icu=build/libloginlint-icu.so.1
note=
if [ -e $icu ]; then
  foreign() { # LIBRARY
    nm -D --undefined-only "$1" | awk '$1 == "U" { print $2 }' | sed 's/@.*//' | grep -vxE 'u[a-z0-9]*_[A-Za-z0-9_]+_[0-9]+|loginlint_[a-z0-9_]+|memcpy|memset|memcmp|memmove' || true
  }
  sed -n 's/^LOGINLINT_API .*\(loginlint_icu_[a-z0-9_]*\)(.*/\1/p' include/loginlint.h | sort -u > "$out/own"
  nm -D --defined-only $icu | awk '$2 == "T" { print $NF }' | sed 's/@.*//' | sort -u > "$out/icu"
  diff "$out/own" "$out/icu" || { echo "the header and the companion differ"; exit 1; }
  bad=$(foreign $icu)
  [ -z "$bad" ] || { echo "the companion asks for: $bad"; exit 1; }
  [ "$(foreign "$out/planted.so")" = strange ] || { echo "an undefined name is not seen"; exit 1; }
  for object in build/icu/*.o; do
    [ "$(written "$object")" = 0 ] || { echo "$object: $(written "$object") bytes that can be written"; exit 1; }
  done
  note="; the companion's $(wc -l < "$out/icu") beside them"
fi
echo "symbols: $(wc -l < "$out/defined") functions, all in the header; no other symbol, no writable data$note"
