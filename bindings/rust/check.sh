#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - formatter, lints, documentation, tests, both features; the shared and hostile cases against C; the README in an
# empty project. Run from the root.
set -euo pipefail
out=$PWD/build/rust
export CARGO_TARGET_DIR=$out/target CARGO_TERM_COLOR=never
mkdir -p "$out"
bindings/bound.sh bindings/rust/not-bound bindings/rust/loginlint/src/{lib,batch,report,explanation,preflight}.rs
quietly() { "$@" > "$out/log" 2>&1 || { tail -40 "$out/log"; exit 1; }; }
cd bindings/rust
if cargo fmt --version > /dev/null 2>&1; then quietly cargo fmt --all --check; else echo 'SKIPPED formatting: no cargo fmt'; fi
if cargo clippy --version > /dev/null 2>&1; then
  quietly cargo clippy -q --all-targets --all-features -- -D warnings
  quietly cargo clippy -q --no-default-features -- -D warnings
else echo 'SKIPPED lints: no cargo clippy'; fi
RUSTDOCFLAGS='-D warnings' quietly cargo doc -q --no-deps --all-features
quietly cargo test -q --all-features
quietly cargo test -q --no-default-features --lib
quietly cargo build -q -p loginlint --no-default-features --features serde
quietly cargo build -q --release --example transcript --example scanned
cd ../..
bindings/scan.py rust "$out/target/release/examples/scanned"
skipped=$(bindings/cases.sh "$out" causes)
"$out/target/release/examples/transcript" "$out/cases.tsv" > "$out/transcript"
"$out/target/release/examples/transcript" --keys "$out/texts.tsv" > "$out/keys"
bindings/compare.sh rust "$out" "$skipped" $("$out/target/release/examples/transcript" --bench)
# The README's own commands and example, from an empty directory.
readme=bindings/rust/loginlint/README.md
rm -rf "$out/empty" && mkdir -p "$out/empty"
lib/gen/fence $readme sh 2 > "$out/empty/commands"
lib/gen/fence $readme text > "$out/empty/expected"
lib/gen/fence $readme rust > "$out/empty/main.rs"
export LOGINLINT=$PWD
cd "$out/empty"
quietly bash -e commands
cp main.rs form/src/main.rs
cd form
cargo run -q | diff ../expected -
