#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - syntax, unit tests, the preloaded form, the shared and hostile cases against C; the README's own
# commands and example from an empty directory. Run from the root.
set -euo pipefail
out=$PWD/build/php
mkdir -p "$out"
php() { command php -d ffi.enable=1 -d display_errors=1 -d error_reporting=-1 "$@"; }
bindings/bound.sh bindings/php/not-bound bindings/php/src/{LoginLint,Library,Policy,Sentences,Cause}.php
for file in bindings/php/src/*.php bindings/php/tests/*.php; do php -l "$file" > "$out/log" || { cat "$out/log"; exit 1; }; done
for test in LoginLint Misuse; do
  phpunit --do-not-cache-result --bootstrap bindings/php/autoload.php --no-configuration --fail-on-warning bindings/php/tests/${test}Test.php > "$out/log" 2>&1 ||
    { cat "$out/log"; exit 1; }
  grep '^OK' "$out/log"
done
bindings/scan.py php php -d ffi.enable=1 bindings/php/tests/scanned.php

readme=bindings/php/README.md
rm -rf "$out/empty" && mkdir -p "$out/empty"
lib/gen/fence $readme sh 2 > "$out/empty/commands"
lib/gen/fence $readme php > "$out/empty/example.php"
lib/gen/fence $readme text > "$out/empty/expected"
(export LOGINLINT=$PWD && cd "$out/empty" && bash -e commands && command php example.php | diff expected -)

# By Composer as well, without a network.
lib/gen/fence $readme sh 3 > "$out/composer-commands"
rm -rf "$out/composer" && mkdir -p "$out/composer"
(export LOGINLINT=$PWD COMPOSER_ALLOW_SUPERUSER=1 COMPOSER_HOME=$out/composer/home && cd "$out/composer" && bash -e ../composer-commands > ../log 2>&1) ||
  { cat "$out/log"; exit 1; }
sed 's|loginlint/autoload.php|vendor/autoload.php|' "$out/empty/example.php" > "$out/composer/index.php"
(cd "$out/composer" && command php index.php | diff ../empty/expected -)

# A web server, unlike the command line, may call the library only by what was preloaded: with it the example answers, without
# it the error says what to read.
serve() { # PORT OPTION... leaves the page in $out/page
  command php -d opcache.enable=1 -d opcache.enable_cli=1 -d ffi.enable=preload -d display_errors=1 -d html_errors=0 "${@:2}" \
    -S "127.0.0.1:$1" -t "$out/composer" > "$out/server" 2>&1 &
  server=$!
  trap 'kill $server 2> /dev/null || true' EXIT
  for _ in $(seq 300); do php -r "exit((int) !@fsockopen('127.0.0.1', $1));" && break || sleep 0.1; done
  php -r "echo file_get_contents('http://127.0.0.1:$1/index.php', context: stream_context_create(['http' => ['ignore_errors' => true]]));" \
    > "$out/page" || true
  kill $server 2> /dev/null && wait $server 2> /dev/null || true
}
if php -r 'exit((int) !extension_loaded("Zend OPcache"));'; then
  port=$((20000 + $$ % 12000)) # below those that the system gives to whoever asks
  serve $port -d ffi.preload="$PWD/bindings/php/native/loginlint.preload.h" -d opcache.preload_user="$(id -un)" \
    -d opcache.preload="$out/composer/vendor/loginlint/loginlint/src/preload.php"
  diff "$out/empty/expected" "$out/page" || { cat "$out/server"; exit 1; }
  serve $((port + 1))
  grep 'the README says what a web server needs' "$out/page" > /dev/null || { cat "$out/page" "$out/server"; exit 1; }
else echo 'SKIPPED the preloaded form: no OPcache'; fi

skipped=$(bindings/cases.sh "$out" bytes causes)
php bindings/php/tests/transcript.php "$out/cases.tsv" > "$out/transcript"
read -r ns sentences < <(php bindings/php/tests/transcript.php --bench)
php bindings/php/tests/transcript.php --keys "$out/texts.tsv" > "$out/keys"
bindings/compare.sh php "$out" "$skipped" "$ns" "$sentences" -
