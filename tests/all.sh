#!/bin/bash
# all.sh - runs everything that `make check` built, two at a time, and closes with "N passed, M failed".
#
# Each line of the list is a name and a command; the output of a failing one is shown.
set -u
cd "$(dirname "$0")/.." || exit 2
logs=build/logs
rm -rf "$logs"
mkdir -p "$logs"
{
  for dir in build build/gcc-san build/clang-san; do
    for t in "$dir"/tests/check_*; do
      [ -x "$t" ] && echo "$(echo "$dir" | tr / -).$(basename "$t") $t"
    done
  done
  echo "cases tests/cases.py build/tests/transcript"
  echo "cases-gcc-san tests/cases.py build/gcc-san/tests/transcript"
  echo "cli tests/cli.py build/loginlint"
  [ -e tests/passwordrules.py ] && echo "passwordrules tests/passwordrules.py build/tests/dump_policy"
  [ -e tests/romaji_vectors.py ] && echo "romaji-vectors tests/romaji_vectors.py"
  [ -e tests/card_vectors.py ] && echo "card-vectors tests/card_vectors.py build/loginlint"
  [ -e tests/email_corpus.py ] && echo "email-corpus tests/email_corpus.py build/loginlint"
  if [ -e ../shared/cases/run ]; then
    echo "acceptance ../shared/cases/run ../shared/cases/open.tsv --cli build/loginlint"
    echo "acceptance-gcc-san ../shared/cases/run ../shared/cases/open.tsv --cli build/gcc-san/loginlint"
  fi
  echo "false-alarms tests/false_alarms.py build/loginlint"
  echo "tables make -s --no-print-directory check-tables"
  echo "generated tests/generated.sh"
  echo "symbols tests/symbols.sh"
  echo "layers tests/layers.py"
  echo "header tests/header.sh"
  echo "install tests/install.sh"
  echo "stack tests/stack.sh"
  echo "readme tests/readme.py"
  for extra in tests/extra/*.sh; do [ -x "$extra" ] && echo "$(basename "$extra" .sh) $extra"; done
} > "$logs/list"
twice=$(cut -d' ' -f1 "$logs/list" | sort | uniq -d)
[ -z "$twice" ] || { echo "two tests have the name $twice"; exit 2; } # they would share a log
one() {
  name=$1
  shift
  start=$(date +%s)
  case $1 in *.py) set -- python3 "$@" ;; esac
  if "$@" > "$logs/$name.log" 2>&1 < /dev/null; then
    echo "ok      $name ($(($(date +%s) - start)) s): $(tail -n 1 "$logs/$name.log" | cut -c1-110)"
    : > "$logs/$name.ok"
  else
    echo "FAILED  $name"
    tail -n 25 "$logs/$name.log" | sed 's/^/        /'
  fi
}
export -f one
export logs ASAN_OPTIONS=detect_leaks=1
xargs -a "$logs/list" -P "${JOBS:-2}" -d '\n' -I{} bash -c 'one {}'
passed=$(find "$logs" -name '*.ok' | wc -l)
failed=$(($(wc -l < "$logs/list") - passed))
[ -e ../shared/cases/run ] || echo "SKIPPED acceptance: no ../shared/cases here"
for test in tests/*.py; do # unicode_oracle.py is part of check-tables
  grep -qF "$test" "$logs/list" Makefile lib/gen/*.mk lib/icu/*.mk tests/*.mk tests/extra/*.sh || echo "NOT RUN $test: in no list"
done
echo "$passed passed, $failed failed" | tee build/summary
[ "$failed" = 0 ]
