#!/bin/bash
# SPDX-License-Identifier: MIT
# install.sh - installs into a folder, compiles and runs the README's C example against it, shared and static, runs the
# installed program, and uninstalls without a trace; the same under another
# PREFIX.
set -eu
cd "$(dirname "$0")/.."
root=$(mktemp -d)
work=$(mktemp -d)
trap 'rm -rf "$root" "$work"' EXIT
(umask 077 && make -s install DESTDIR="$root" PREFIX=/usr) > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
closed=$(find "$root/usr" ! -perm -o=r)
[ -z "$closed" ] || { echo "an installer's umask closes $closed"; exit 1; }

lib/gen/fence README.md c > "$work/example.c"
# The folder stands for /, so that the flags are those of an installed library.
export PKG_CONFIG_PATH="$root/usr/lib/pkgconfig" PKG_CONFIG_SYSROOT_DIR="$root" LD_LIBRARY_PATH="$root/usr/lib"
export PKG_CONFIG_ALLOW_SYSTEM_CFLAGS=1 PKG_CONFIG_ALLOW_SYSTEM_LIBS=1
read -ra flags <<< "$(pkg-config --cflags --libs loginlint)"
cc -Wall -Wextra -Werror -o "$work/shared" "$work/example.c" "${flags[@]}"
cc -Wall -Wextra -Werror -o "$work/static" "$work/example.c" -I"$root/usr/include" "$root/usr/lib/libloginlint.a"
readelf -d "$work/shared" | grep -q 'NEEDED.*libloginlint.so.1' || { echo "the example did not link the shared library"; exit 1; }
for kind in shared static; do
  "$work/$kind" > "$work/output"
  grep -qx 'submit: taro@gmail.com' "$work/output" || { echo "$kind:"; cat "$work/output"; exit 1; }
done
[ "$(pkg-config --modversion loginlint)" = "$("$root/usr/bin/loginlint" --version | grep -oE '[0-9]+\.[0-9]+\.[0-9]+' | head -n 1)" ] || { echo "versions differ"; exit 1; }
readelf -d "$root/usr/lib/libloginlint.so" | grep -q 'SONAME.*\[libloginlint.so.1\]' || { echo "wrong soname"; exit 1; }
# The Japanese README's example as well.
lib/gen/fence examples/README.ja.md c > "$work/ja.c"
cc -Wall -Wextra -Werror -o "$work/ja" "$work/ja.c" "${flags[@]}"
"$work/ja" > "$work/output"
grep -qx '送信: taro@gmail.com' "$work/output" || { echo "examples/README.ja.md:"; cat "$work/output"; exit 1; }
companion=
if [ -e "$root/usr/lib/libloginlint-icu.so.1" ]; then
  cat > "$work/icu.c" << 'E'
#include <loginlint.h>
#include <stdio.h>
int main(void) {
    static loginlint_report report;
    loginlint_policy policy;
    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    loginlint_policy_parse(&policy, "charset: unicode; profile: username-casemapped", 46, NULL);
    loginlint_icu_check(&policy, NULL, (const uint8_t *)"\303\211", 2, &report);
    return report.skipped || printf("%.*s\n", (int)report.text_length, (const char *)report.text) < 0;
}
E
  read -ra flags <<< "$(pkg-config --cflags --libs loginlint-icu)"
  pkg-config --static --libs loginlint-icu | grep -q -- '-lstdc++' || { echo "the companion's .pc file lacks what ICU needs"; exit 1; }
  # Static linking names ICU itself.  Its own .pc files are not below the folder.
  read -ra static <<< "$(env -u PKG_CONFIG_PATH -u PKG_CONFIG_SYSROOT_DIR pkg-config --libs icu-i18n icu-uc)"
  cc -Wall -Wextra -Werror -o "$work/icu-shared" "$work/icu.c" "${flags[@]}"
  cc -Wall -Wextra -Werror -o "$work/icu-static" "$work/icu.c" -I"$root/usr/include" "$root/usr/lib/libloginlint-icu.a" "$root/usr/lib/libloginlint.a" "${static[@]}"
  for kind in shared static; do
    [ "$("$work/icu-$kind")" = é ] || { echo "the companion, $kind: $("$work/icu-$kind")"; exit 1; }
  done
  readelf -d "$root/usr/lib/libloginlint-icu.so" | grep -q 'SONAME.*\[libloginlint-icu.so.1\]' || { echo "wrong soname"; exit 1; }
  if cc -o "$work/none" "$work/icu.c" -I"$root/usr/include" "$root/usr/lib/libloginlint.so" 2> /dev/null; then
    echo "libloginlint alone has the companion's functions"
    exit 1
  fi
  companion=", and the companion's"
fi
for page in man1/loginlint.1 man3/libloginlint.3; do
  warnings=$(groff -man -Tutf8 -Kutf8 -ww -z "$root/usr/share/man/$page" 2>&1)
  [ -z "$warnings" ] || { echo "$page: $warnings"; exit 1; }
done

# Under another PREFIX, as README says.
make -s install PREFIX="$work/other" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
read -ra flags <<< "$(env -u PKG_CONFIG_SYSROOT_DIR PKG_CONFIG_PATH="$work/other/lib/pkgconfig" pkg-config --cflags --libs loginlint)"
cc -o "$work/elsewhere" "$work/example.c" "${flags[@]}" -Wl,-rpath,"$work/other/lib"
env -u LD_LIBRARY_PATH "$work/elsewhere" | grep -qx 'submit: taro@gmail.com' || { echo "another PREFIX: the example does not run"; exit 1; }
make -s uninstall PREFIX="$work/other" > /dev/null

make -s uninstall DESTDIR="$root" PREFIX=/usr > /dev/null
left=$(find "$root" -type f -o -type l)
[ -z "$left" ] || { echo "left behind: $left"; exit 1; }
echo "install: the README's example runs, shared and static$companion; uninstall leaves nothing"
