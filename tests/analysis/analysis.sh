#!/bin/bash
# SPDX-License-Identifier: MIT
# analysis.sh - what four static analysers say of the library: nothing.
#
# In: the core and the companion's where libicu is installed.  Out: one line; each analyser that finds something prints it and
# turns the gate red, and so does one that does not find the failure planted for it.  Suppressions stand in place with their
# reason; the rules that are left out stand in .clang-tidy.
set -u
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
flags='-std=c11 -ffreestanding -Iinclude -Ilib'
bad=0 ran=0

gcc_analyzer() { gcc $flags -O2 -fanalyzer -Werror -c -o /dev/null "$1"; }
clang_tidy() { clang-tidy --quiet --warnings-as-errors='*' "$1" -- $flags 2> /dev/null; }
cpp_check() {
  cppcheck --quiet --std=c11 --enable=warning,performance,portability --inline-suppr --suppress=missingIncludeSystem \
    --error-exitcode=1 -Iinclude -Ilib "$1" 2>&1
}
scan_build() { clang --analyze $flags -Xclang -analyzer-output=text -Xclang -analyzer-werror -o /dev/null "$1"; }
export -f gcc_analyzer clang_tidy cpp_check scan_build
export flags

# A planted failure for each: what it is best at.
cat > "$out/gcc_analyzer.c" <<'C'
#include <stdlib.h>
int f(void);
int f(void) { char *p = malloc(4); free(p); return p[0]; }
C
cat > "$out/clang_tidy.c" <<'C'
int f(int a);
int f(int a) { if (a == a) { return 1; } else { return 2; } }
C
cat > "$out/cpp_check.c" <<'C'
int f(void);
int f(void) { int a[2] = {0, 0}; return a[2]; }
C
cat > "$out/scan_build.c" <<'C'
int f(int a);
int f(int a) { int *p = 0; if (a) p = &a; return *p; }
C
cp .clang-tidy "$out/"

for analyser in gcc_analyzer clang_tidy cpp_check scan_build; do
  case $analyser in clang_tidy) need=clang-tidy ;; cpp_check) need=cppcheck ;; scan_build) need=clang ;; *) need=gcc ;; esac
  command -v $need > /dev/null || { echo "SKIPPED $need, not installed"; continue; }
  if $analyser "$out/$analyser.c" > /dev/null 2>&1; then
    echo "FAILED: $analyser does not find the failure that was planted"
    bad=1
  fi
  # shellcheck disable=SC2016
  if ! lib/sources | xargs -P "$(nproc)" -I{} bash -c "$analyser {} > $out/\$(basename {}).log 2>&1 || exit 1"; then
    echo "FAILED: $analyser"
    bad=1
    cat "$out"/*.log
  fi
  rm -f "$out"/*.log
  ran=$((ran + 1))
done
echo "analysis: $ran analysers, $(lib/sources | wc -l) files, $([ $bad = 0 ] && echo nothing found || echo see above); a planted failure each"
exit $bad
