#!/bin/sh
# SPDX-License-Identifier: MIT
# demo.sh [PROGRAM] - a handful of real mistakes in every field, as a person would type them; each command is shown as it is run.
cli=${1:-build/loginlint}
words() { for word in "$@"; do case $word in *[!a-z-]*) printf " '%s'" "$word" ;; *) printf ' %s' "$word" ;; esac; done; }
say() { printf '\n\033[1m$ %s\033[0m\n' "$*" | { [ -t 1 ] && [ -z "${NO_COLOR:-}" ] && cat || sed 's/\x1b\[[0-9]*m//g'; }; }
try() { # FIELD VALUE [OPTIONS]
  field=$1 value=$2
  shift 2
  say "printf '$value' | $cli$(words "$@") $field"
  printf '%s' "$value" | "$cli" "$@" "$field" || true
}
try id 'ｔａｒｏ' --lang en
try id 'taroーyamada' --lang ja
try id 'taro@gmial.com' --lang en --rules 'kind: email'
try id 'たろう１２３' --lang ja
try card '４１１１ー１１１１ー１１１１ー１１１１' --lang en
try card '4111-1111-1111-1112' --lang ja
try pin '12O4' --lang en
try pin 'ぬふあう' --lang ja
try password 'ぱっすぉｒｄ' --lang en --reveal
try password 'ABC_012' --lang ja --context 'caps-lock: on'
set -- --preflight --lang en --service 'lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00' --facts 'failures: 2' \
  --now '2026-11-23T06:30:00+09:00'
say "$cli$(words "$@")"
"$cli" "$@" || true
