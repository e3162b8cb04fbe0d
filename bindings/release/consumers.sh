#!/bin/bash
# consumers.sh [NAME...] - each way to get at the library, from an empty folder, with what `make release` wrote.
#
# In: dist/release of HEAD (made here).  Out: one line a consumer: ok, skip or FAILED, with the last line that it printed; logs in build/consumers/.
# Status 1 when one failed, 77 when one was skipped.
#   same       two releases of one commit are the same bytes; the bill of materials is valid SPDX
#   tarball    builds and runs its cases without git
#   cmake      find_package(loginlint) of an installed library: shared, static, icu, a version too new
#   debian     dpkg-buildpackage, lintian, the packages installed, autopkgtest's programs
#   conan      conan create, with its test package
#   vcpkg      the port's JSON, and that nothing in it is left to fill in (its own tool is in no registry of packages)
#   composer   composer install from the tree, a check in PHP
#   swiftpm    swift build of the tree (Debian 13's compiler)
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
top=$PWD chroots=$PWD/tests/heavy/chroot.sh logs=$PWD/build/consumers
version=$(sed -n 's/^#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
released=$top/dist/release tarball=$top/dist/release/libloginlint-$version.tar.gz
mkdir -p "$logs"
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT

same() {
  cp "$released/SHA256SUMS" "$work/first"
  bindings/release/release.sh > /dev/null && cmp "$work/first" "$released/SHA256SUMS" || return 1
  python3 -m pip install -q --target "$work/python" spdx-tools && PYTHONPATH=$work/python python3 -m spdx_tools.spdx.clitools.pyspdxtools -i "$released/libloginlint-$version.spdx.json" || return 1
  echo "the same bytes twice: $(cut -c1-16 "$work/first" | tr '\n' ' ')"
}

tarball() {
  mkdir "$work/tarball" && tar -xzf "$tarball" -C "$work/tarball" --strip-components=1 && cd "$work/tarball" && make -s -j2 && make -s build/tests/transcript && python3 tests/cases.py build/tests/transcript
}

cmake_() {
  lib/gen/install cmake pkg-config || return 77
  make -s install PREFIX="$work/prefix" > /dev/null || return 1
  mkdir "$work/cmake" && cd "$work/cmake" || return 1
  awk '/^```c$/ { on = 1; next } /^```$/ { on = 0 } on' "$top/README.md" > app.c
  cat > CMakeLists.txt << 'C'
cmake_minimum_required(VERSION 3.15)
project(app LANGUAGES C)
find_package(loginlint 1.0 CONFIG REQUIRED)
find_package(loginlint 99.0 CONFIG QUIET)
if(loginlint_FOUND)
  message(FATAL_ERROR "a version that there is not was found")
endif()
foreach(kind loginlint static)
  add_executable(app-${kind} app.c)
  target_link_libraries(app-${kind} loginlint::${kind})
endforeach()
C
  cmake -S . -B out -DCMAKE_PREFIX_PATH="$work/prefix" && cmake --build out || return 1
  for kind in loginlint static; do out/app-$kind | grep -x 'submit: taro@gmail.com' || return 1; done
}

debian() {
  dir=$("$chroots" with "${SUITE:-bookworm}" packaging build-essential debhelper lintian libicu-dev pkgconf python3 devscripts) || return 77
  rm -rf "$dir/src" && mkdir "$dir/src" && cp -r "$released/debian/." "$dir/src/" || return 1
  # shellcheck disable=SC2016
  "$chroots" run "$dir" sh -ec '
    cd /src/libloginlint-*
    dpkg-buildpackage -us -uc
    cd ..
    lintian --fail-on error,warning -i -I *.changes
    apt-get install -y -qq ./*.deb gcc libc6-dev pkgconf > /dev/null
    cd libloginlint-*
    for test in program library; do AUTOPKGTEST_TMP=$(mktemp -d) OLDPWD=$PWD debian/tests/$test && echo "autopkgtest $test: ok"; done'
}

conan() {
  python3 -m pip install -q --target "$work/python-conan" conan || return 77
  lib/gen/install cmake || return 77
  export PYTHONPATH=$work/python-conan CONAN_HOME=$work/conan LOGINLINT_TARBALL=$tarball
  run() { python3 -c 'from conans.conan import main; import sys; main(sys.argv[1:])' "$@"; }
  run profile detect && run create "$released/conan" -nr --build=missing && run create "$released/conan" -nr --build=missing -o 'loginlint/*:shared=True'
}

vcpkg() {
  python3 -m json.tool "$released/vcpkg/vcpkg.json" > /dev/null || return 1
  ! grep -n '@[A-Z0-9]*@' "$released"/vcpkg/* "$released/conan/conanfile.py" || return 1
  grep -o "SHA512 $(sha512sum "$tarball" | cut -d' ' -f1)" "$released/vcpkg/portfile.cmake" | cut -c1-32
}

composer() {
  lib/gen/install php-cli composer || return 77
  mkdir "$work/composer" && cd "$work/composer" || return 1
  echo "{\"repositories\": [{\"type\": \"path\", \"url\": \"$released/composer\", \"options\": {\"symlink\": false}}, {\"packagist.org\": false}], \"require\": {\"loginlint/loginlint\": \"*\"}}" > composer.json
  COMPOSER_ALLOW_SUPERUSER=1 command composer install --quiet --no-interaction || return 1
  cat > app.php << 'P'
<?php
require 'vendor/autoload.php';
use LoginLint\{LoginLint, Policy};
echo LoginLint::check(new Policy('login-id', 'kind: email'), "taro\u{FF20}gmail.com")->text, "\n";
P
  php -d ffi.enable=1 app.php | grep -x taro@gmail.com
}

swiftpm() {
  dir=$("$chroots" with trixie swift swiftlang libswiftlang git libc6-dev python3) || return 77
  rm -rf "$dir/package" && cp -r "$released/swiftpm" "$dir/package" && "$chroots" run "$dir" sh -c 'cd /package && swift build'
}

[ $# -gt 0 ] || set -- same tarball cmake debian conan vcpkg composer swiftpm
bindings/release/release.sh > "$logs/release.log" 2>&1 || { tail -3 "$logs/release.log"; exit 1; }
status=0
for name; do
  (case $name in cmake) cmake_ ;; *) "$name" ;; esac) > "$logs/$name.log" 2>&1 < /dev/null
  case $? in
  0) said=ok ;;
  77) said=skip status=$((status == 0 ? 77 : status)) ;;
  *) said=FAILED status=1 ;;
  esac
  printf '%-7s %-9s %s\n' "$said" "$name" "$(tail -n 1 "$logs/$name.log" | cut -c1-110)"
done
exit "$status"
