#!/bin/sh
# SPDX-License-Identifier: MIT
# tables.sh [--compare] - writes lib/text/chartab_data.inc from the newest ICU of Debian, which is fetched into build/icu-versions and not
# installed; --compare writes nothing and fails where the committed file differs.  `make tables`; the suite is $SUITE, sid by default.
set -eu
cd "$(dirname "$0")/../.."
suite=${SUITE:-sid}
own=build/icu-versions/$suite root=build/icu-versions/$suite/root
triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH 2> /dev/null || gcc -dumpmachine)
[ -e "$root/usr/include/unicode/uchar.h" ] || lib/gen/icu_of "$suite" "$own"
${CC:-cc} -O1 -Ilib -Iinclude -I"$root/usr/include" -o "$own/gen_chartab" lib/gen/gen_chartab.c -L"$root/usr/lib/$triplet" \
  -licui18n -licuuc -licudata -Wl,--unresolved-symbols=ignore-all
loader=$(find "$root/" -name 'ld-linux*.so.*' | head -n 1)
"$loader" --library-path "$root/usr/lib/$triplet:$root/lib/$triplet" "$own/gen_chartab" > "$own/chartab_data.inc"
if [ "${1-}" = --compare ]; then
  sed -n 2p "$own/chartab_data.inc"
  cmp "$own/chartab_data.inc" lib/text/chartab_data.inc
  echo "1 passed, 0 failed"
else
  lib/gen/write lib/text/chartab_data.inc < "$own/chartab_data.inc"
fi
