#!/bin/sh
# install.sh - installs into a folder, compiles and runs the README's C example against it, uninstalls without a trace.
set -eu
cd "$(dirname "$0")/.."
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
make -s install DESTDIR="$root" PREFIX=/usr > /dev/null
awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' README.md > "$root/example.c"
flags=$(PKG_CONFIG_PATH="$root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root" pkg-config --cflags --libs loginlint)
# shellcheck disable=SC2086
cc -Wall -Wextra -Werror -o "$root/example" "$root/example.c" $flags -L"$root/usr/lib" -I"$root/usr/include"
LD_LIBRARY_PATH="$root/usr/lib" "$root/example" > "$root/output"
grep -q 'taro' "$root/output" || { cat "$root/output"; exit 1; }
[ "$(readelf -d "$root/usr/lib/libloginlint.so" | grep -c 'SONAME.*libloginlint.so.1')" = 1 ]
rm -f "$root/example" "$root/example.c" "$root/output"
make -s uninstall DESTDIR="$root" PREFIX=/usr > /dev/null
left=$(find "$root" -type f -o -type l)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "install: the README's example runs, uninstall leaves nothing"
