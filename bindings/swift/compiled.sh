#!/bin/bash
# SPDX-License-Identifier: MIT
# compiled.sh - the Swift package under the compiler of Debian 13: its tests, the example of its README, the shared cases with their causes
# against C, Swift 5 and 6, the helper's types and its contract (tests/cases/form.tsv) against a stub of UIKit, and a scan of the memory of a program that uses it.
#
# In: this tree.  Out: what failed, or the last lines.  Needs root; the system is kept (tests/heavy/chroot.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo 'swift: needs root for a system with a compiler'; exit 77; }
system=$(tests/heavy/chroot.sh with trixie swift swiftlang libswiftlang git libc6-dev python3)
make -s swift build/tests/transcript
skipped=$(bindings/cases.sh build/swift bytes units causes)
rm -rf "$system/loginlint"
mkdir -p "$system/loginlint/tests"
cp -r bindings/swift bindings/scan.py "$system/loginlint/"
cp -r tests/cases "$system/loginlint/tests/"
cp build/swift/{cases,texts}.tsv "$system/loginlint/"
mkdir "$system/loginlint/swift/Tests/Example"
lib/gen/fence bindings/swift/README.md swift > "$system/loginlint/swift/Tests/Example/main.swift"
lib/gen/fence bindings/swift/README.md text > "$system/loginlint/example"
sed -i 's|^        .testTarget|        .executableTarget(name: "example", dependencies: ["Loginlint"], path: "Tests/Example"),\n&|' "$system/loginlint/swift/Package.swift"
cat > "$system/loginlint/run" <<'RUN'
set -euo pipefail
cd /loginlint/swift
quietly() { "$@" > /tmp/said 2>&1 || { grep -E 'error|failed' /tmp/said | head -n 20; exit 1; }; }
LOGINLINT_CASES=/loginlint/tests/cases/check.tsv quietly swift test
grep -E 'Executed [0-9]+ tests' /tmp/said | tail -n 1
quietly swift build -c release
.build/release/example | diff ../example -
.build/release/transcript ../cases.tsv > ../transcript
.build/release/transcript --keys ../texts.tsv > ../keys
.build/release/transcript --bench > ../bench
python3 ../scan.py swift-debug .build/debug/scanned
python3 ../scan.py swift-release .build/release/scanned
quietly swift build --scratch-path .build-6 -Xswiftc -swift-version -Xswiftc 6
mkdir -p /tmp/stub && cd /tmp/stub
quietly swiftc -swift-version 6 -emit-module -emit-library -module-name UIKit /loginlint/swift/Tests/UIKit/UIKit.swift
quietly swiftc -swift-version 6 -I /tmp/stub -L /tmp/stub -lUIKit -Xlinker -rpath -Xlinker /tmp/stub -I /loginlint/swift/Sources/CLoginlint/include -o contract \
  /loginlint/swift/Sources/Loginlint/*.swift /loginlint/swift/Tests/UIKit/main.swift $(find /loginlint/swift/.build/release/CLoginlint.build/ -name '*.o')
./contract /loginlint/tests/cases/form.tsv
types() { swiftc -swift-version 6 -typecheck -I /tmp/stub -I /loginlint/swift/Sources/CLoginlint/include /loginlint/swift/Sources/Loginlint/{Loginlint,Names}.swift "$1"; }
quietly types /loginlint/swift/Sources/Loginlint/TextFieldHelper.swift
grep -v '^@MainActor' /loginlint/swift/Sources/Loginlint/TextFieldHelper.swift > elsewhere.swift
if types elsewhere.swift > /tmp/said 2>&1; then echo 'swift: a helper on any thread was accepted'; exit 1; fi
sed 's/sent taro@example.jp/quiet/' /loginlint/tests/cases/form.tsv > other.tsv
if ./contract other.tsv > /tmp/said 2>&1; then echo 'swift: another contract was held as well'; exit 1; fi
echo 'swift: compiled as Swift 5 and 6, the helper against a stub'
RUN
tests/heavy/chroot.sh run "$system" bash /loginlint/run
cp "$system/loginlint/"{transcript,keys} build/swift/
read -r ns sentences < "$system/loginlint/bench"
bindings/compare.sh swift build/swift "$skipped" "$ns" "$sentences" -
