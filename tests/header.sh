#!/bin/sh
# SPDX-License-Identifier: MIT
# header.sh - the public header compiles as C11, C17 and C++, alone, without a warning; a C++ program links and runs.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
strict="-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror -Iinclude"
for standard in c11 c17; do
  # shellcheck disable=SC2086
  printf '#include <loginlint.h>\nint main(void) { return (int)loginlint_abi() - 1; }\n' | cc -std=$standard $strict -x c -c -o "$out/c.o" -
done
for standard in c++11 c++17; do
  # shellcheck disable=SC2086
  printf '#include <loginlint.h>\nint main() { loginlint_report *r = nullptr; return r || loginlint_abi() != LOGINLINT_ABI ||\n loginlint_sizeof(LOGINLINT_RECORD_REPORT) != sizeof(loginlint_report); }\n' |
    c++ -std=$standard $strict -x c++ -c -o "$out/cc.o" -
done
c++ -o "$out/program" "$out/cc.o" build/libloginlint.a
"$out/program"
echo "header: C11, C17, C++11, C++17"
