#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - formatter, vet, documentation, tests with the race detector, the shared and hostile cases against C; the README's own
# commands and example from an empty directory. Run from the root.
set -euo pipefail
out=$PWD/build/go
mkdir -p "$out"
export GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local GOCACHE=${GOCACHE:-$out/cache}
quietly() { "$@" > "$out/log" 2>&1 || { tail -40 "$out/log"; exit 1; }; }
bindings/bound.sh bindings/go/not-bound bindings/go/{loginlint,cause,batch}.go
cd bindings/go
unformatted=$(gofmt -l .)
[ -z "$unformatted" ] || { echo "not formatted: $unformatted"; exit 1; }
quietly go vet ./...
# Everything that is exported has a comment.
undocumented=$(grep -nE -B1 '^(func|type) (\([a-z]+ \*?[A-Z][A-Za-z]*\) )?[A-Z]' loginlint.go cause.go batch.go | grep -A1 -E '\.go-[0-9]+-$' | grep -E '\.go:[0-9]+:' | grep -v ' Error() string' || true)
[ -z "$undocumented" ] || { echo "no comment: $undocumented"; exit 1; }
said=$(CGO_ENABLED=0 go build . 2>&1 || true)
grep -q 'set_CGO_ENABLED_1_and_install_a_C_compiler' <<< "$said" && [ "$(wc -l <<< "$said")" = 2 ] || { echo "without cgo: $said"; exit 1; }
quietly go test ./...
quietly env GODEBUG=cgocheck=1 go test -race -count=1 -v ./...
preflight=$(grep -c '^[^#]' ../../tests/cases/preflight.tsv)
grep -q "preflight: $preflight cases$" "$out/log" || { echo "preflight.tsv was not run: $preflight cases"; exit 1; }
go build -o "$out/transcript-go" ./internal/transcript
go build -o "$out/scanned" ./internal/scanned
cd ../..
bindings/scan.py go "$out/scanned"
readme=bindings/go/README.md
rm -rf "$out/empty" && mkdir -p "$out/empty"
lib/gen/fence $readme sh 2 > "$out/empty/commands"
lib/gen/fence $readme go > "$out/empty/main.go"
lib/gen/fence $readme text > "$out/empty/expected"
(export LOGINLINT=$PWD && cd "$out/empty" && quietly bash -e commands && go run . | diff expected -)

skipped=$(bindings/cases.sh "$out" causes)
"$out/transcript-go" "$out/cases.tsv" > "$out/transcript"
"$out/transcript-go" --keys "$out/texts.tsv" > "$out/keys"
echo "go: $preflight cases of preflight.tsv passed"
bindings/compare.sh go "$out" "$skipped" $("$out/transcript-go" --bench)
