#!/bin/bash
# SPDX-License-Identifier: MIT
# check.sh - what can be checked of the Swift package without a Swift compiler; run from the root.
set -euo pipefail
out=build/swift
rm -rf $out
mkdir -p $out/include
cp include/loginlint.h bindings/swift/Sources/CLoginlint/include/module.modulemap $out/include/
printf '@import CLoginlint;\nint main(void) { return (int)loginlint_abi() - 1; }\n' > $out/main.m
clang -x objective-c -fmodules -fmodules-cache-path=$out/cache -I$out/include -fsyntax-only $out/main.m
printf '@import NoSuchModule;\n' > $out/bad.m
if clang -x objective-c -fmodules -fmodules-cache-path=$out/cache -I$out/include -fsyntax-only $out/bad.m 2> /dev/null; then echo 'a missing module was accepted'; exit 1; fi
missing=0
for name in $(grep -ohE '\b(loginlint|LOGINLINT)_[A-Za-z0-9_]+' bindings/swift/Sources/Loginlint/*.swift | sort -u); do
  grep -q "\b$name\b" include/loginlint.h || { echo "Swift names $name, the header does not"; missing=1; }
done
[ $missing = 0 ]
for member in $(grep -oE '\b(d|c|(r|c|e|found)\.pointee)\.[a-z_]+[0-9]*|loginlint_[a-z]+\.[a-z_]+' bindings/swift/Sources/Loginlint/Loginlint.swift | sed 's/.*\.//' | grep -vxE 'self|pointee|size' | sort -u); do
  grep -qE "\b$member(\[|;|,)" include/loginlint.h || { echo "no record has the member $member"; exit 1; }
done
echo "swift: module map and header accepted, names held against the header; compiled.sh compiles"
