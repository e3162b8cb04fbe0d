#!/bin/bash
# SPDX-License-Identifier: MIT
# consumers.sh [NAME...] - each way to get at the library, from an empty folder, with what `make release` wrote.
#
# In: dist/release of HEAD (made here), or RELEASED, a folder where that is done.  Out: one line a consumer: ok, skip or FAILED, with the last line that
# it printed; logs in build/consumers/; consumers.tsv beside this file keeps the newest of each, with what a user types.
# Status 1 when one failed, 77 when one was skipped.  NAME: what is typed.
#   same: `make release` twice: the same sums; the bill of materials is valid SPDX; every package has the licences
#   tarball: tar -xzf libloginlint-VERSION.tar.gz; make; the shared cases, without git
#   cmake: find_package(loginlint 1.0 CONFIG REQUIRED); target_link_libraries(app loginlint::loginlint), ::static, ::icu; 99.0 is refused
#   meson: dependency('loginlint'), by pkg-config's file
#   debian: dpkg-buildpackage -us -uc; lintian; apt-get install ./*.deb; autopkgtest *.changes -- null
#   conan: conan create conan --build=missing, static and -o '*:shared=True', with its test package
#   vcpkg: the port's JSON and sum alone: its own tool is in no registry of packages
#   composer: composer require loginlint/loginlint, from composer/ as a repository of type path
#   swiftpm: swift build, in swiftpm/ (Debian 13's compiler)
#   python: pip install --no-index --find-links python loginlint; pip install loginlint-VERSION.tar.gz
#   rust: cargo run, with loginlint = "1" from rust/*.crate
#   go: GOPROXY=file://.../go go get loginlint.io/loginlint@vVERSION
#   java: javac -cp loginlint-VERSION.jar, from the Maven repository java/
#   npm: npm install loginlint-VERSION.tgz
#   ruby: gem install --local loginlint-VERSION-x86_64-linux.gem
#   adapters: pip install loginlint pydantic django numpy pyarrow; mvn test with Hibernate Validator: examples/adapters on the packages
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
top=$PWD chroots=$PWD/tests/heavy/chroot.sh logs=$PWD/build/consumers
version=$(sed -n 's/^#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
released=${RELEASED:-$top/dist/release} tarball=$released/libloginlint-$version.tar.gz
mkdir -p "$logs"
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT

same() {
  RELEASE_OUT=$work/second bindings/release/release.sh > /dev/null && diff -r "$work/second" "$released" || return 1
  python3 -m pip install -q --target "$work/python" spdx-tools && PYTHONPATH=$work/python python3 -m spdx_tools.spdx.clitools.pyspdxtools -i "$released/libloginlint-$version.spdx.json" || return 1
  local file without=0
  while IFS= read -r file; do
    mkdir "$work/package" && case $file in
    *.whl | *.jar | *.zip) unzip -q "$file" -d "$work/package" ;;
    *.gem) tar -xOf "$file" data.tar.gz | tar -xz -C "$work/package" ;;
    *) tar -xf "$file" -C "$work/package" ;;
    esac
    grep -rqs 'UNICODE LICENSE V3' --include=COPYING --include=LICENSE "$work/package" || { echo "no licence in $file" without=1; }
    rm -rf "$work/package"
  done < <(find "$released" -name '*.whl' -o -name '*.gem' -o -name '*.zip' -o -name '*.tgz' -o -name '*.crate' -o -name '*.tar.gz' -o -name "loginlint-$version.jar")
  [ "$without" = 0 ] || return 1
  echo "the same bytes twice: $(find "$released" -type f | wc -l) files, SHA256SUMS $(sha256sum "$released/SHA256SUMS" | cut -c1-16)"
}

tarball() {
  mkdir "$work/tarball" && tar -xzf "$tarball" -C "$work/tarball" --strip-components=1 && cd "$work/tarball" && make -s -j2 && make -s build/tests/transcript && python3 tests/cases.py build/tests/transcript
}

cmake_() {
  lib/gen/install cmake pkg-config libicu-dev || return 77
  make -s install PREFIX="$work/prefix" > /dev/null || return 1
  mkdir "$work/cmake" && cd "$work/cmake" || return 1
  "$top/lib/gen/fence" "$top/README.md" c > app.c
  cat > CMakeLists.txt << 'C'
cmake_minimum_required(VERSION 3.15)
project(app LANGUAGES C)
find_package(loginlint 1.0 CONFIG REQUIRED)
find_package(loginlint 99.0 CONFIG QUIET)
if(loginlint_FOUND)
  message(FATAL_ERROR "a version that there is not was found")
endif()
foreach(kind loginlint static icu)
  add_executable(app-${kind} app.c)
  target_link_libraries(app-${kind} loginlint::${kind})
endforeach()
C
  cmake -S . -B out -DCMAKE_PREFIX_PATH="$work/prefix" && cmake --build out || return 1
  for kind in loginlint static icu; do out/app-$kind | grep -x 'submit: taro@gmail.com' || return 1; done
}

meson() {
  lib/gen/install pkg-config libicu-dev || return 77
  make -s install PREFIX="$work/prefix" > /dev/null && python3 -m pip install -q --target "$work/python-meson" meson ninja || return 1
  mkdir "$work/meson" && cd "$work/meson" || return 1
  "$top/lib/gen/fence" "$top/README.md" c > app.c
  printf "project('app', 'c')\nexecutable('app', 'app.c', dependencies: dependency('loginlint', version: '>=1.0'))\n" > meson.build
  export PYTHONPATH=$work/python-meson PATH=$work/python-meson/bin:$PATH PKG_CONFIG_PATH=$work/prefix/lib/pkgconfig
  python3 -m mesonbuild.mesonmain setup out && python3 -m mesonbuild.mesonmain compile -C out && LD_LIBRARY_PATH=$work/prefix/lib out/app | grep -x 'submit: taro@gmail.com'
}

debian() {
  dir=$("$chroots" with "${SUITE:-bookworm}" packaging build-essential debhelper lintian libicu-dev pkgconf python3 autopkgtest) || return 77
  rm -rf "$dir/src" && mkdir "$dir/src" && cp -r "$released/debian/." "$dir/src/" || return 1
  # shellcheck disable=SC2016
  "$chroots" run "$dir" sh -ec '
    cd /src/libloginlint-*
    dpkg-buildpackage -us -uc
    cd ..
    lintian --fail-on error,warning --suppress-tags initial-upload-closes-no-bugs -I *.changes # there is no bug to close before it is in Debian
    apt-get install -y -qq ./*.deb > /dev/null
    autopkgtest *.changes -- null > /tmp/said 2>&1 || { cat /tmp/said; exit 1; }
    echo "lintian: no error, no warning; autopkgtest: $(sed -n "/ summary$/,\$ s/^\([a-z]*\)  *\(PASS\|SKIP\).*/\1 \2/p" /tmp/said | sort -u | paste -sd" ")"'
}

conan() {
  python3 -m pip install -q --target "$work/python-conan" conan || return 77
  lib/gen/install cmake || return 77
  export PYTHONPATH=$work/python-conan CONAN_HOME=$work/conan LOGINLINT_TARBALL=$tarball
  run() { python3 -c 'from conans.conan import main; import sys; main(sys.argv[1:])' "$@"; }
  run profile detect && run create "$released/conan" -nr --build=missing && run create "$released/conan" -nr --build=missing -o 'loginlint/*:shared=True' && echo 'static and shared, each with its test package'
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
  rm -rf "$dir/package" && cp -r "$released/swiftpm" "$dir/package" && "$chroots" run "$dir" sh -c 'cd /package && swift build 2>&1'
}

# The example of a README and what it prints, in $work/NAME, which is empty but for them.
example() { # NAME README LANGUAGE FILE TEXT
  mkdir -p "$work/$1" && cd "$work/$1" || return 1
  "$top/lib/gen/fence" "$top/$2" "$3" > "$4" && "$top/lib/gen/fence" "$top/$2" "$5" > expected
}
says() { # COMMAND...: the example says what its README does
  "$@" > said && diff expected said && tail -n 1 said
}

python_() { # the wheel of this machine, and the source distribution
  example python bindings/python/README.md python example.py text || return 1
  python3 -m venv wheel && wheel/bin/pip install -q --no-index --find-links "$released/python" --only-binary :all: loginlint && says wheel/bin/python example.py || return 1
  python3 -m venv source && source/bin/pip install -q "$released"/python/loginlint-*.tar.gz && says source/bin/python example.py
}

rust_() {
  example rust bindings/rust/loginlint/README.md rust main.rs text && mkdir src && mv main.rs src/ || return 1
  for crate in "$released"/rust/*.crate; do tar -xzf "$crate"; done
  printf '[package]\nname = "app"\nversion = "0.1.0"\nedition = "2021"\n[dependencies]\nloginlint = "1"\n[patch.crates-io]\n' > Cargo.toml
  printf 'loginlint = { path = "loginlint-%s" }\nloginlint-sys = { path = "loginlint-sys-%s" }\n' "$version" "$version" >> Cargo.toml
  says env CARGO_TARGET_DIR="$work/rust/target" cargo run -q
}

go_() {
  example go bindings/go/README.md go main.go text || return 1
  export GOPROXY=file://$released/go GONOSUMDB='*' GOFLAGS='-mod=mod -modcacherw' GOMODCACHE=$work/go-modules GOTOOLCHAIN=local
  go mod init app && go get "loginlint.io/loginlint@v$version" && says go run .
}

java_() {
  example java bindings/java/README.md java Example.java console || return 1
  jar=$released/java/io/loginlint/loginlint/$version/loginlint-$version
  for file in "$jar-sources.jar" "$jar-javadoc.jar" "$jar.pom"; do [ -s "$file" ] || { echo "no $file"; return 1; }; done
  inside=$(unzip -l "$jar.jar")
  for place in {linux,macos}/{x86_64,aarch64}/lib windows/x86_64/; do
    grep "META-INF/native/${place}loginlint-jni[.]" <<< "$inside" > /dev/null || { echo "the jar has nothing for $place"; return 1; }
  done
  javac -cp "$jar.jar" Example.java && says java -cp "$jar.jar:." Example
}

npm_() {
  example npm bindings/js/README.md js example.js text || return 1
  echo '{"private": true, "type": "module"}' > package.json && npm install --no-audit --no-fund "$released"/npm/loginlint-*.tgz && says node example.js
}

ruby_() { # the gem with the library inside
  lib/gen/install ruby ruby-ffi || return 77
  example ruby bindings/ruby/README.md ruby example.rb text || return 1
  gem install --local --no-document --ignore-dependencies --install-dir gems "$released/ruby/loginlint-$version-$(uname -m)-linux.gem" || return 1
  [ -z "$(find gems -name '*.c')" ] && says ruby -I "$(echo gems/gems/loginlint-*/lib)" example.rb
}

adapters() {
  wc -l "$top"/examples/adapters/*_loginlint.py "$top"/examples/adapters/jakarta/src/main/java/io/loginlint/jakarta/*.java | awk '$2 != "total" && $1 > 80 { print "more than 80 lines: " $2; long = 1 } END { exit long }' || return 1
  example adapters bindings/python/README.md py columns.py text || return 1
  python3 -m venv python && python/bin/pip install -q --find-links "$released/python" loginlint pydantic django pytest numpy pyarrow || return 1
  { echo 'import loginlint' && cat columns.py && echo 'assert list(odd) == [1, 2]'; } > app.py && python/bin/python app.py || return 1
  PYTHONPATH=$top/examples/adapters python/bin/python -m pytest -q -p no:cacheprovider "$top/examples/adapters" || return 1
  mvn -q -B -f "$top/examples/adapters/jakarta/pom.xml" "-Dloginlint.repository=file://$released/java" test && echo 'Pydantic, Django, Hibernate Validator, NumPy, Arrow'
}

[ $# -gt 0 ] || set -- same tarball cmake meson debian conan vcpkg composer swiftpm python rust go java npm ruby adapters
[ -n "${RELEASED:-}" ] || bindings/release/release.sh > "$logs/release.log" 2>&1 || { tail -3 "$logs/release.log"; exit 1; }
status=0
for name; do
  started=$SECONDS
  (case $name in cmake | python | rust | go | java | npm | ruby) "${name}_" ;; *) "$name" ;; esac) > "$logs/$name.log" 2>&1 < /dev/null
  case $? in
  0) said=ok ;;
  77) said=skip status=$((status == 0 ? 77 : status)) ;;
  *) said=FAILED status=1 ;;
  esac
  last=$(tail -n 1 "$logs/$name.log" | sed 's/\x1b\[[0-9;]*m//g; s/^ *//' | cut -c1-110)
  printf '%-7s %-9s %s\n' "$said" "$name" "$last"
  printf '%s\t%s\t%s\t%d s\t%s\n' "$name" "$(sed -n "s/^#   $name: //p" "$top/bindings/release/consumers.sh")" "$said" $((SECONDS - started)) "${last//"$version"/VERSION}" |
    tests/heavy/keep.sh bindings/release/consumers.tsv 1
done
exit "$status"
