#!/bin/bash
# SPDX-License-Identifier: MIT
# recipes.sh [garde|validator|symfony|activemodel...] - the recipes of README.md, each in its framework, print what the page says.
#
# In: `make rust go php ruby`.  Out: a line each: ok, skip (the framework could not be had) or FAILED; status 1 when one failed, 77 when one was skipped.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
top=$PWD work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT
fence() { "$top/lib/gen/fence" "$top/examples/adapters/README.md" "$1"; }
fence text > "$work/expected" || exit 2

garde() {
  mkdir -p "$work/garde/src" && cd "$work/garde" && fence rust > src/main.rs || return 1
  printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\ngarde = { version = "0.22", features = ["derive"] }\n' > Cargo.toml
  echo "loginlint = { path = \"$top/bindings/rust/loginlint\" }" >> Cargo.toml
  CARGO_TARGET_DIR=$top/build/recipes cargo fetch -q || return 77
  CARGO_TARGET_DIR=$top/build/recipes cargo run -q > said
}
validator() {
  mkdir "$work/validator" && cd "$work/validator" && fence go > main.go || return 1
  printf 'module app\n\ngo 1.21\n\nrequire loginlint.io/loginlint v0.0.0\nreplace loginlint.io/loginlint => %s\n' "$top/bindings/go" > go.mod
  GOFLAGS=-mod=mod go get github.com/go-playground/validator/v10@v10.22.1 || return 77
  GOFLAGS=-mod=mod go run . > said
}
symfony() {
  "$top/lib/gen/install" php-cli php-symfony-validator || return 77
  mkdir "$work/symfony" && cd "$work/symfony" || return 1
  { printf '<?php\nrequire "/usr/share/php/Symfony/Component/Validator/autoload.php";\nrequire "%s/bindings/php/autoload.php";\n' "$top" && fence php; } > app.php
  php -d ffi.enable=1 -d display_errors=1 -d error_reporting='E_ALL & ~E_DEPRECATED' app.php > said
}
activemodel() {
  "$top/lib/gen/install" ruby ruby-ffi ruby-activemodel || return 77
  mkdir "$work/activemodel" && cd "$work/activemodel" && fence ruby > app.rb || return 1
  gem install -q --local --no-document --ignore-dependencies --install-dir gems "$(ls "$top"/build/ruby/loginlint-*.gem | tail -n 1)" > /dev/null || return 1
  ruby -I "$(echo gems/gems/loginlint-*/lib)" app.rb > said
}

[ $# -gt 0 ] || set -- garde validator symfony activemodel
status=0
for name; do
  ("$name" && diff "$work/expected" said) > "$work/$name.log" 2>&1
  case $? in
  0) echo "ok      $name" ;;
  77) echo "skip    $name: $(tail -n 1 "$work/$name.log")" && status=$((status == 0 ? 77 : status)) ;;
  *) echo "FAILED  $name" && tail -n 20 "$work/$name.log" && status=1 ;;
  esac
done
exit $status
