#!/bin/bash
# SPDX-License-Identifier: MIT
# try-fresh.sh [SUITE...] - the commands of README.md as a newcomer runs them: in the smallest Debian, on a clean clone of
# what is committed, nothing else beside it.
#
# In: HEAD; suites (default: bookworm trixie); WAYS, of those below (default: the first command in each but the last, the second as root and in the
# last); COMMANDS, those of README.md that end so (default: both).
# Out: one line a command and way: seconds, status, last line printed; the whole output is in build/fresh/, and fresh.tsv beside this file keeps the
# newest result of each.  Status 1 when one failed.
#   root     as README.md has it
#   jobs     with -j8
#   user     as a user who is not root: it says what to run as root, and works once that is done
#   offline  from the tarball, without git, and without a network once the packages are there
#   spaces   in a folder whose name has spaces
#   locked   while another apt holds its locks, for 30 seconds
#   hard     user, offline and spaces at once
set -eu
cd "$(dirname "$0")/../.."
[ $# -gt 0 ] || set -- bookworm trixie
chroots=tests/heavy/chroot.sh logs=$PWD/build/fresh
mkdir -p "$logs"
systems=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$systems"' EXIT
mapfile -t commands < <(sed -n '/^```sh$/,/^```$/ s/^apt-get .*/&/p' README.md)
[ "${#commands[@]}" = 2 ] || { echo "README.md has ${#commands[@]} commands that begin with apt-get, not 2"; exit 2; }

# What is run in the system, $1 being the folder, $2 what comes before make, $3 what make is told.
# shellcheck disable=SC2016
declare -A ways=(
  [root]='cd "$1" && eval "$2" && make $3'
  [jobs]='cd "$1" && eval "$2" && make -j8 $3'
  [spaces]='cd "$1" && eval "$2" && make $3'
  [user]='eval "$2"; useradd -m newcomer; chown -R newcomer "$1"; cd "$1"
as() { setpriv --reuid newcomer --regid newcomer --clear-groups env HOME=/home/newcomer "$@"; }
if as make $3 > /tmp/said 2>&1; then echo "nothing was missing"; exit 1; fi
sh -ec "$(sed -n "s/.*sudo sh -c .\(.*\).$/\1/p" /tmp/said | tail -n 1)" && as make $3'
  [offline]='cd "$1" && [ ! -e .git ] && eval "$2" && case $3 in demo) lib/gen/install gcc libc6-dev ;; *) make deps ;; esac && unshare -n make $3'
  [hard]='cd "$1" && [ ! -e .git ] && eval "$2"; useradd -m newcomer; chown -R newcomer .
as() { setpriv --reuid newcomer --regid newcomer --clear-groups env HOME=/home/newcomer "$@"; }
if as make $3 > /tmp/said 2>&1; then echo "nothing was missing"; exit 1; fi
sh -ec "$(sed -n "s/.*sudo sh -c .\(.*\).$/\1/p" /tmp/said | tail -n 1)"
unshare -n setpriv --reuid newcomer --regid newcomer --clear-groups env HOME=/home/newcomer make $3'
  [locked]='cd "$1"; eval "$2"; perl -MFcntl -e "for (qw(/var/lib/dpkg/lock-frontend /var/lib/apt/lists/lock)) { open(my \$f, q(>>), \$_); push @f, \$f;
my \$l = pack(q(s s x4 q q i x4), F_WRLCK, 0, 0, 0, 0); fcntl(\$f, F_SETLK, \$l) or die } sleep 30" & sleep 2; kill -0 $!; make $3'
)

status=0
try() { # SUITE WAY COMMAND
  local log dir=$systems/$1 folder=/root/libloginlint start code=0 told=${3##*make }
  log=$logs/$1-$2-$told.log
  case $2 in
  spaces) folder='/root/lib login lint' ;;
  user) folder=/home/libloginlint ;;
  hard) folder='/home/lib login lint' ;;
  esac
  $chroots fresh "$1" "$dir"
  if [[ $2 == offline || $2 == hard ]]; then mkdir "$dir$folder" && git archive HEAD | tar -x -C "$dir$folder"
  else git clone -q --no-hardlinks . "$dir$folder"; fi
  start=$(date +%s)
  nice $chroots run "$dir" sh -ec "${ways[$2]}" - "$folder" "${3% && make*}" "$told" > "$log" 2>&1 < /dev/null || code=$?
  printf '%s\t%s\tmake %s\t%d s\tstatus %d\t%s\n' "$1" "$2" "$told" $(($(date +%s) - start)) "$code" "$(tail -n 1 "$log" | cut -c1-100)" | tee build/fresh/row
  tests/heavy/keep.sh tests/heavy/fresh.tsv 3 < build/fresh/row
  [ "$code" = 0 ] || status=1
  $chroots remove "$dir"
}
for suite; do
  for command in "${commands[@]}"; do
    case ${command##*make } in demo) ways_of='root jobs user offline spaces locked' ;; *) ways_of='root hard' ;; esac
    case " ${COMMANDS:-demo check} " in *" ${command##*make } "*) for way in ${WAYS:-$ways_of}; do try "$suite" "$way" "$command"; done ;; esac
  done
done
exit $status
