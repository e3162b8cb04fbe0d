#!/bin/sh
# SPDX-License-Identifier: MIT
# one_language.sh - a build for one language has its texts only: the others leave the program, and asking for them is refused.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat > "$out/ask.c" <<'C'
#include <loginlint.h>
#include <stdio.h>
int main(void) {
    const char *en = loginlint_describe(LOGINLINT_LIST_FIELD, LOGINLINT_FIELD_PIN, LOGINLINT_LANGUAGE_EN),
               *ja = loginlint_describe(LOGINLINT_LIST_FIELD, LOGINLINT_FIELD_PIN, LOGINLINT_LANGUAGE_JA);
    return printf("%s %s\n", en ? en : "-", ja ? ja : "-") < 0;
}
C
texts() { nm "$1" | grep -c 'loginlint__texts_'; }
make -s BUILD="$out/one" CFLAGS='-O0 -DLOGINLINT_LANGUAGES="(1u << LOGINLINT_LANGUAGE_JA)"' "$out/one/libloginlint.a" > /dev/null
for build in "$out/one" build; do cc -Iinclude -o "$out/$(basename $build)-ask" "$out/ask.c" $build/libloginlint.a; done
[ "$("$out/one-ask")" = '- 暗証番号' ] || { echo "a build for Japanese says $("$out/one-ask")"; exit 1; }
[ "$(texts "$out/one-ask")" = 1 ] || { echo 'a build for Japanese has other languages in it'; exit 1; }
[ "$(texts "$out/build-ask")" -ge 4 ] || { echo 'the other languages are not seen where they are'; exit 1; }
echo "languages: a build for one of $(texts "$out/build-ask") has only that"
