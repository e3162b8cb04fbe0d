#!/bin/sh
# header.sh - the public header compiles as C11, C17 and C++, alone, without a warning.
set -eu
cd "$(dirname "$0")/.."
for standard in c11 c17; do
  printf '#include <loginlint.h>\nint main(void) { return (int)loginlint_abi() - 1; }\n' | cc -std=$standard -Wall -Wextra -Wpedantic -Werror -Iinclude -x c -c -o /dev/null -
done
printf '#include <loginlint.h>\nint main() { loginlint_report *r = nullptr; return r ? 1 : 0; }\n' | c++ -std=c++17 -Wall -Wextra -Wpedantic -Werror -Iinclude -x c++ -c -o /dev/null -
echo "header: C11, C17, C++17"
