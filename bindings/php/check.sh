#!/bin/bash
# check.sh - generated names, syntax, unit tests, the preloaded form, the shared and hostile cases against C; the README's own
# commands and example from an empty directory. Run from the root.
set -euo pipefail
out=$PWD/build/php
mkdir -p "$out"
php() { command php -d ffi.enable=1 -d display_errors=1 -d error_reporting=-1 "$@"; }
python3 bindings/generate.py build/gen_constants build/gen_layout dist/loginlint.ffi.h php "$out/generated"
cmp "$out/generated/src/Names.php" bindings/php/src/Names.php
bindings/bound.sh bindings/php/not-bound bindings/php/src/{LoginLint,Library,Policy}.php
for file in bindings/php/src/*.php bindings/php/tests/*.php; do php -l "$file" > "$out/log" || { cat "$out/log"; exit 1; }; done
phpunit --bootstrap bindings/php/autoload.php --no-configuration --fail-on-warning bindings/php/tests/LoginLintTest.php > "$out/log" 2>&1 ||
  { cat "$out/log"; exit 1; }
grep '^OK' "$out/log"

# As a web server has it: the library in a scope, the classes preloaded.
if command php -m | grep -q OPcache; then
  echo '<?php echo LoginLint\LoginLint::check("pin", "１２３４")->text, "\n";' > "$out/preloaded.php"
  command php -d ffi.enable=preload -d ffi.preload="$PWD/bindings/php/native/loginlint.preload.h" -d opcache.enable_cli=1 \
    -d opcache.preload_user="$(id -un)" -d opcache.preload="$PWD/bindings/php/src/preload.php" "$out/preloaded.php" | grep -x 1234 > /dev/null
else echo 'php: no OPcache, the preloaded form was not tried'; fi

readme=bindings/php/README.md
rm -rf "$out/empty" && mkdir -p "$out/empty"
awk '/^```sh$/ { n++; on = n == 2; next } /^```$/ { on = 0 } on' $readme > "$out/empty/commands"
awk '/^```php$/ { on = 1; next } /^```$/ { on = 0 } on' $readme > "$out/empty/example.php"
awk '/^```text$/ { on = 1; next } /^```$/ { on = 0 } on' $readme > "$out/empty/expected"
(export LOGINLINT=$PWD && cd "$out/empty" && bash -e commands && command php example.php | diff expected -)

skipped=$(bindings/cases.sh "$out" bytes)
php bindings/php/tests/transcript.php "$out/cases.tsv" > "$out/transcript"
bindings/compare.sh php "$out" "$skipped" "$(php bindings/php/tests/transcript.php --bench)"
