#!/bin/bash
# SPDX-License-Identifier: MIT
# chroot.sh - clean Debian systems to build and test in, as another machine would have them.
#
#   chroot.sh base SUITE                      the smallest system of bookworm, trixie or sid
#   chroot.sh with SUITE NAME PACKAGE...      a copy of it with these packages (made once; NAME tells copies apart)
#   chroot.sh fresh SUITE DIR                 a copy of the base in DIR, to be thrown away
#   chroot.sh run DIR COMMAND...              runs a command in it, with proc, dev and sys mounted meanwhile
#   chroot.sh newest SUITE N                  names its newest gcc and its N newest clangs
#   chroot.sh remove DIR
#
# The first two print the directory.  Systems are kept in $LOGINLINT_CHROOTS (default: ~/.cache/loginlint-chroots).
# Packages come from where the machine's own apt has them: its configuration and its certificates are copied.  Root only.
set -eu
cache=${LOGINLINT_CHROOTS:-${XDG_CACHE_HOME:-$HOME/.cache}/loginlint-chroots}
[ "$(id -u)" = 0 ] || { echo "chroot.sh: needs root" >&2; exit 1; }

mirror() {
  apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' | sed -n 's/^Debian //p' | head -n 1
}

mounted() { # COMMAND in $dir; what is mounted is unmounted whatever happens
  # A private name space of mounts: they are gone when the command is, even if it is killed.
  unshare --mount --propagation private bash -c '
    dir=$1; shift
    mount -t proc proc "$dir/proc" && mount --rbind /dev "$dir/dev" && mount --rbind /sys "$dir/sys" || exit 2
    exec chroot "$dir" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb LC_ALL=C.UTF-8 \
      DEBIAN_FRONTEND=noninteractive "$@"' - "$dir" "$@"
}

configure() { # what the machine's apt needs to reach its mirror
  for file in /etc/apt/apt.conf /etc/apt/apt.conf.d /etc/apt/auth.conf.d /etc/resolv.conf /etc/hosts; do
    [ ! -e "$file" ] || cp -rL "$file" "$dir$(dirname "$file")/"
  done
  mkdir -p "$dir/etc/ssl/certs" "$dir/usr/local/share/ca-certificates"
  cp -rL /etc/ssl/certs/ca-certificates.crt "$dir/etc/ssl/certs/"
  cp -rL /usr/local/share/ca-certificates/. "$dir/usr/local/share/ca-certificates/"
}

base() { # SUITE
  dir=$cache/$1
  if [ ! -e "$dir/.made" ]; then
    command -v debootstrap > /dev/null || { apt-get update -qq; apt-get install -y -qq --no-install-recommends debootstrap > /dev/null; }
    rm -rf "$dir"
    mkdir -p "$dir"
    debootstrap --variant=minbase "$1" "$dir" "$(mirror)" > "$cache/$1.log" 2>&1 || { tail -5 "$cache/$1.log" >&2; exit 1; }
    configure
    touch "$dir/.made"
  fi
}

case ${1-} in
base) base "$2"; echo "$dir" ;;
with)
  suite=$2 name=$3
  shift 3
  base "$suite"
  made=$cache/$suite-$name
  if [ "$(cat "$made/.made" 2> /dev/null)" != "$*" ]; then
    rm -rf "$made"
    cp -a "$dir" "$made"
    dir=$made
    mounted sh -c 'apt-get update -qq && apt-get install -y -qq --no-install-recommends "$@"' - "$@" > "$made.log" 2>&1 ||
      { tail -5 "$made.log" >&2; exit 1; }
    echo "$*" > "$made/.made"
  fi
  echo "$made"
  ;;
fresh) base "$2"; rm -rf "$3"; mkdir -p "$(dirname "$3")"; cp -a "$dir" "$3" ;;
run) dir=$2; shift 2; mounted "$@" ;;
newest)
  base "$2"
  names=$(mounted sh -c 'apt-get update -qq && apt-cache pkgnames')
  for kind in 'gcc 1' "clang $3"; do grep -xE "${kind% *}-[0-9]+" <<< "$names" | sort -V | tail -n "${kind#* }"; done | paste -sd ' '
  ;;
remove) rm -rf --one-file-system "$2" ;;
*) sed -n '3,13p' "$0" >&2; exit 2 ;;
esac
