#!/bin/sh
# SPDX-License-Identifier: MIT
# fewer_fields.sh - a build for card numbers and PINs answers as every build does, refuses the other fields, and a program that is linked
# with it has none of their rules.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
cat > "$out/ask.c" <<'C'
#include <loginlint.h>
#include <stdio.h>
int main(void) {
    static loginlint_policy policy;
    static loginlint_report report;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    return printf("%d\n", (int)-loginlint_check(&policy, NULL, (const uint8_t *)"taro", 4, &report)) < 0;
}
C
make -s BUILD="$out/few" CFLAGS='-O1 -DLOGINLINT_FIELDS="(1u << LOGINLINT_FIELD_CARD_NUMBER | 1u << LOGINLINT_FIELD_PIN)"' "$out/few/libloginlint.a" > /dev/null
cat tests/cases/check*.tsv | awk -F '\t' '$2 == "card-number" || $2 == "pin"' > "$out/cases.tsv"
for build in few build; do
  library=$out/few/libloginlint.a
  [ $build = few ] || library=build/libloginlint.a
  cc -Iinclude -o "$out/$build-ask" "$out/ask.c" -Wl,--gc-sections "$library"
  cc -Iinclude -O1 -w -o "$out/$build-transcript" tests/transcript.c "$library"
  "$out/$build-transcript" --causes "$out/cases.tsv" > "$out/$build.txt"
done
cmp "$out/few.txt" "$out/build.txt"
[ "$("$out/build-ask")" = 0 ] || { echo "a build for every field refuses a login ID"; exit 1; }
[ "$("$out/few-ask")" != 0 ] || { echo "a build for cards and PINs takes a login ID"; exit 1; }
theirs() { nm "$1" | grep -cE 'loginlint__(id_rules|password_rules|email_rules|case|shape_add)$' || true; }
[ "$(theirs "$out/few-ask")" = 0 ] || { echo "a build for cards and PINs has rules of other fields in it"; exit 1; }
[ "$(theirs "$out/build-ask")" -ge 4 ] || { echo 'the rules of other fields are not seen where they are'; exit 1; }
bytes() { size "$1" | awk 'NR == 2 { print $1 }'; }
echo "fields: $(wc -l < "$out/cases.tsv") cards and PINs get the same answers; a check of $(bytes "$out/build-ask") bytes is one of $(bytes "$out/few-ask") without login IDs and passwords"
