#!/bin/bash
# compiled.sh - the Swift package under the compiler of Debian 13: its tests with the shared cases, Swift 5 and 6, and a scan of the
# memory of a program that uses it, debug and release.
#
# In: this tree.  Out: what failed, or the last lines.  Needs root; the system is kept (tests/heavy/chroot.sh).
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo 'swift: needs root for a system with a compiler'; exit 77; }
system=$(tests/heavy/chroot.sh with trixie swift swiftlang libswiftlang git libc6-dev python3)
make -s swift
rm -rf "$system/loginlint"
mkdir -p "$system/loginlint/tests"
cp -r bindings/swift bindings/scan.py "$system/loginlint/"
cp -r tests/cases "$system/loginlint/tests/"
cat > "$system/loginlint/run" <<'RUN'
set -euo pipefail
cd /loginlint/swift
quietly() { "$@" > /tmp/said 2>&1 || { grep -E 'error|failed' /tmp/said | head -n 20; exit 1; }; }
LOGINLINT_CASES=/loginlint/tests/cases/check.tsv quietly swift test
grep -E 'Executed [0-9]+ tests' /tmp/said | tail -n 1
quietly swift build -c release
python3 ../scan.py swift-debug .build/debug/scanned
python3 ../scan.py swift-release .build/release/scanned
quietly swift build --scratch-path .build-6 -Xswiftc -swift-version -Xswiftc 6
echo 'swift: compiled as Swift 5 and 6'
RUN
tests/heavy/chroot.sh run "$system" bash /loginlint/run
