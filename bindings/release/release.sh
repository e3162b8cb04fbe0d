#!/bin/bash
# SPDX-License-Identifier: MIT
# release.sh - what is published of a version, into dist/release: the same bytes for the same commit, wherever it is made.
#
# In: HEAD; RELEASE_URL, the address under which the tarball will lie.  Out: the source tarball, its bill of materials, trees that need files at a root of
# their own (debian, vcpkg, conan, swiftpm), the packages of packages.sh (RELEASE_PACKAGES=no: without), and SHA256SUMS of everything but the unpacked trees.
set -euo pipefail
cd "$(dirname "$0")/../.."
version=$(sed -n 's/^#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
name=libloginlint-$version out=${RELEASE_OUT:-$PWD/dist/release} here=bindings/release
# The packages are made of the tree, the tarball of HEAD: they must be one.
git diff --quiet HEAD || [ "${RELEASE_PACKAGES:-}" = no ] || { echo 'release: commit first' >&2; exit 1; }
rm -rf "$out"
mkdir -p "$out"
SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
git archive --format=tar --prefix="$name/" HEAD | gzip -9 -n > "$out/$name.tar.gz"
tarball=$out/$name.tar.gz
python3 $here/sbom.py "$version" "$tarball" "$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)" > "$out/$name.spdx.json"
fill() { # FILE...: in place
  sed -i -e "s|@VERSION@|$version|g" -e "s|@URL@|${RELEASE_URL:-https://example.org}/$name.tar.gz|g" \
    -e "s|@SHA256@|$(sha256sum "$tarball" | cut -d' ' -f1)|g" -e "s|@SHA512@|$(sha512sum "$tarball" | cut -d' ' -f1)|g" "$@"
}

cp -r $here/vcpkg $here/conan "$out/"
fill "$out"/vcpkg/* "$out/conan/conanfile.py"

# Debian: the tarball under its name, and beside it the unpacked tree with debian/.
debian=$out/debian/$name
mkdir -p "$debian"
cp "$tarball" "$out/debian/libloginlint_$version.orig.tar.gz"
tar -xzf "$tarball" -C "$debian" --strip-components=1
cp -r $here/debian "$debian/debian"
printf 'libloginlint (%s-1) unstable; urgency=medium\n\n  * Release %s (see .github/CHANGELOG.md).\n\n -- The libloginlint authors <libloginlint@example.org>  %s\n' \
  "$version" "$version" "$(date -R -u -d "@$SOURCE_DATE_EPOCH")" > "$debian/debian/changelog"
awk '/^-----/ { on = 0 } !on && /^(Permission|NOTICE TO USER)/ { on = 1; blank = 0; printf "\nLicense: %s\n", $1 == "NOTICE" ? "Unicode-3.0" : n++ ? "SCOWL" : "Expat" }
  on && !NF { blank = 1 } on && NF { if (blank) print " ."; blank = 0; print " " $0 }' COPYING >> "$debian/debian/copyright"
functions=$(grep -oE '\bloginlint_[a-z0-9_]+\(' include/loginlint.h | tr -d '(' | sort -u)
symbols() { # LIBRARY FUNCTION...: the symbols file of its package
  local library=$1
  shift
  printf '%s.so.1 %s1 #MINVER#\n* Build-Depends-Package: libloginlint-dev\n' "$library" "$library"
  printf ' LOGINLINT_1@LOGINLINT_1 %s\n' "$version"
  printf " %s@LOGINLINT_1 $version\n" "$@"
}
# shellcheck disable=SC2046
symbols libloginlint $(grep -v '^loginlint_icu_' <<< "$functions") > "$debian/debian/libloginlint1.symbols"
# shellcheck disable=SC2046
symbols libloginlint-icu $(grep '^loginlint_icu_' <<< "$functions") > "$debian/debian/libloginlint-icu1.symbols"

# A package whose manager reads the root of a repository.
swift=$out/swiftpm
mkdir -p "$swift"
git archive HEAD bindings/swift | tar -x -C "$swift" --strip-components=2
mkdir -p "$swift/Sources/CLoginlint/include"
lib/sources c h def inc | tar -c -T - | tar -x -C "$swift/Sources/CLoginlint"
cp include/loginlint.h "$swift/Sources/CLoginlint/include/"
cp COPYING "$swift/"
[ "${RELEASE_PACKAGES:-}" = no ] || bindings/release/packages.sh "$out"
(cd "$out" && find . -type f ! -name SHA256SUMS ! -path './debian/*/*' ! -path './swiftpm/*' ! -path './composer/*' -printf '%P\n' | sort | xargs sha256sum > SHA256SUMS)
(cd "$out" && cat SHA256SUMS && du -sh -- */)
