#!/bin/bash
# SPDX-License-Identifier: MIT
# try-fresh.sh [SUITE...] - the commands of README.md as a newcomer runs them: in the smallest Debian, on a clean clone of
# what is committed, nothing else beside it.
#
# In: HEAD; suites (default: bookworm trixie).  Out: one line a command: seconds, status, last line printed; the whole output is in
# build/fresh/.  The test command also runs as `make -j8 check`, each on a system of its own.  Status 1 when one failed.
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- bookworm trixie
chroots=tests/heavy/chroot.sh logs=$PWD/build/fresh
mkdir -p "$logs"
systems=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$systems"' EXIT
mapfile -t commands < <(sed -n '/^```sh$/,/^```$/ s/^apt-get .*/&/p' README.md)
[ "${#commands[@]}" = 2 ] || { echo "README.md has ${#commands[@]} commands that begin with apt-get, not 2"; exit 2; }

status=0
try() { # SUITE COMMAND
  local log dir=$systems/$1 start code=0
  log=$logs/$1-$(tr -cs 'a-zA-Z0-9\n' '-' <<< "${2##*&& }").log
  $chroots fresh "$1" "$dir"
  git clone -q --no-hardlinks . "$dir/root/libloginlint"
  start=$(date +%s)
  nice $chroots run "$dir" sh -c "cd /root/libloginlint && $2" > "$log" 2>&1 < /dev/null || code=$?
  printf '%-9s %-18s %5d s  status %d  %s\n' "$1" "${2##*&& }" $(($(date +%s) - start)) "$code" "$(tail -n 1 "$log" | cut -c1-100)"
  [ "$code" = 0 ] || status=1
  $chroots remove "$dir"
}
for suite; do
  try "$suite" "${commands[0]}"
  try "$suite" "${commands[1]}"
  try "$suite" "${commands[1]/make check/make -j8 check}"
done
exit $status
