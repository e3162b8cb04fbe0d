#!/bin/bash
# SPDX-License-Identifier: MIT
# icu_versions.sh - the companion compiled against and run with the ICU of other releases.
#
# usage: icu_versions.sh [SUITE...]        default: bullseye (ICU 67) bookworm (72) trixie (76), on x86-64 wheel (78)
#
# In: packages of those Debian suites, fetched by apt into build/icu-versions and unpacked there, and a wheel of PyPI that holds ICU's
# headers and libraries; nothing is installed.  Out: a line of
# figures for each: the unit tests, the PRECIS and IDNA corpora and NormalizationTest.  This is what a distribution's rebuild
# does: the same sources, other headers, other symbols.
set -eu
cd "$(dirname "$0")/.."
root=$PWD/build/icu-versions
triplet=$(gcc -dumpmachine | sed 's/-pc-/-/; s/-unknown-/-/')
[ -d "/usr/lib/$triplet" ] || triplet=$(dpkg-architecture -qDEB_HOST_MULTIARCH)

unpack_wheel() {
  local own=$root/wheel
  mkdir -p "$own/root/usr/lib"
  pip download -q --no-deps --only-binary=:all: --python-version 3.11 --platform manylinux_2_35_x86_64 -d "$own" icukit-pyicu==78.3.1
  (cd "$own" && python3 -m zipfile -e icukit_pyicu-*.whl wheel)
  ln -sfn ../../wheel/icukit_pyicu/include "$own/root/usr/include"
  ln -sfn ../../../wheel/icukit_pyicu/lib "$own/root/usr/lib/$triplet"
}

# Is the C library of the suite newer than this one?  A later libicu asks for it.
is_later() { # SUITE
  [ -e "$root/$1/sources.list" ] && dpkg --compare-versions "$(dpkg-deb -f "$root/$1"/libc6_*.deb Version)" gt "$(dpkg-query -W -f '${Version}' libc6)"
}

try() { # SUITE
  local own=$root/$1 loader
  if [ ! -e "$own/root/usr/include/unicode/uchar.h" ]; then
    if [ "$1" = wheel ]; then unpack_wheel; else lib/gen/icu_of "$1" "$own"; fi
  fi
  make --no-print-directory -s -j2 ICU=yes BUILD="build/icu-versions/$1/build" ICU_CFLAGS="-I$own/root/usr/include" \
    ICU_LIBS="-L$own/root/usr/lib/$triplet -licui18n -licuuc -licudata -Wl,--allow-shlib-undefined" \
    "build/icu-versions/$1/build/tests/check_icu" "build/icu-versions/$1/build/tests/precis_dump"
  loader=
  if is_later "$1"; then
    loader=$(find "$own/root/lib" "$own/root/usr/lib" -name 'ld-linux*.so.*' 2> /dev/null | head -n 1)
    libraries=$own/root/usr/lib/$triplet:$own/root/lib/$triplet:/usr/lib/$triplet:/lib/$triplet
  else
    mkdir -p "$own/icu"
    cp -P "$own/root/usr/lib/$triplet"/libicu*.so.* "$own/icu/"
    libraries=$own/icu
  fi
  for program in check_icu precis_dump; do
    printf '#!/bin/sh\nexec %s %s "$@"\n' "${loader:-env LD_LIBRARY_PATH=$libraries}${loader:+ --library-path $libraries}" \
      "$own/build/tests/$program" > "$own/$program"
    chmod +x "$own/$program"
  done
  version=$(sed -n 's/^#define U_ICU_VERSION "\(.*\)"$/\1/p' "$own/root/usr/include/unicode/uvernum.h")
  unicode=$(sed -n 's/^#define U_UNICODE_VERSION "\(.*\)"$/\1/p' "$own/root/usr/include/unicode/uchar.h")
  "$own/check_icu" > "$own/log" || { cat "$own/log"; return 1; }
  python3 tests/precis_corpus.py "$own/precis_dump" >> "$own/log" || { cat "$own/log"; return 1; }
  python3 tests/idna_corpus.py "$own/precis_dump" >> "$own/log" || { cat "$own/log"; return 1; }
  echo "ICU $version, Unicode $unicode ($1):"
  grep -E '^[0-9]+%|corpus:' "$own/log" | sed 's/^/  /'
}

failed=0 passed=0
[ "$#" != 0 ] || set -- bullseye bookworm trixie $([ "$(uname -m)" != x86_64 ] || echo wheel)
for suite in "$@"; do
  if try "$suite"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$suite: FAILED"; fi
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
