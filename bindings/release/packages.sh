#!/bin/bash
# SPDX-License-Identifier: MIT
# packages.sh OUT [NAME...] - what the registries of languages take, into OUT/NAME; nothing is sent anywhere.
#   python  the source distribution; abi3 wheels for glibc from 2.17 and musl, x86_64 and aarch64
#   rust    both crates
#   go      a module proxy of files
#   java    a Maven repository of files: sources, javadoc, a jar with the library for Linux (glibc and musl), macOS and Windows
#   npm     the packed package
#   ruby    the gem that compiles, and gems with the library inside
#   composer   the tree that Composer takes, with libraries for Linux and macOS
# In: the tree, SOURCE_DATE_EPOCH.  Other systems are compiled for by zig, which PyPI has (ziglang).
set -euo pipefail
cd "$(dirname "$0")/../.."
out=$(realpath -m "$1")
shift
[ $# -gt 0 ] || set -- python rust go java npm ruby composer
version=$(sed -n 's/^#define LOGINLINT_VERSION "\(.*\)"/\1/p' include/loginlint.h)
export SOURCE_DATE_EPOCH=${SOURCE_DATE_EPOCH:-$(git log -1 --format=%ct)}
work=$(mktemp -d -p "${TMPDIR:-/var/tmp}")
trap 'rm -rf --one-file-system "$work"' EXIT
tools=$PWD/build/release-tools
[ -x "$tools/bin/auditwheel" ] || {
  python3 -c 'import venv, ensurepip' 2> /dev/null || lib/gen/install python3-venv python3-dev
  python3 -m venv "$tools"
  "$tools/bin/pip" install -q ziglang 'setuptools>=77' wheel build auditwheel
}
zig="$tools/bin/python -m ziglang cc"
make -s dist/loginlint.c
# A library for another system.  Windows wants the entry of its own runtime; macOS writes into a library where it was made, unless it is named.
native() { # TARGET FILE ARGUMENT...
  local more=-nostdlib
  case $1 in *windows*) more= ;; *macos*) more+=" -Wl,-install_name,@rpath/${2##*/}" ;; esac
  # shellcheck disable=SC2086
  $zig -target "$1" -std=c11 -O2 -ffreestanding -fvisibility=hidden -fno-asynchronous-unwind-tables -shared -s $more -o "$2" "${@:3}"
}

python() {
  make -s python > "$work/python.log"
  # The same bytes each time: setuptools writes the hour into it.
  mkdir "$work/sdist" && tar -xzf build/python/loginlint-"$version".tar.gz -C "$work/sdist"
  tar -c -C "$work/sdist" --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX "loginlint-$version" |
    gzip -9 -n > "$out/python/loginlint-$version.tar.gz"
  local arch libc target tag more
  while read -r arch libc target tag more; do
    rm -rf "$work/source" && mkdir "$work/source" && tar -xzf build/python/loginlint-"$version".tar.gz -C "$work/source" --strip-components=1
    (cd "$work/source" && CC="$zig -target $target" LDSHARED="$zig -target $target -shared -s $more" _PYTHON_HOST_PLATFORM=linux-$arch \
      "$tools/bin/python" -m build -q --wheel --no-isolation --outdir "$work/wheels") > "$work/log" 2>&1 || { tail "$work/log"; return 1; }
    (cd "$work/wheels" && "$tools/bin/python" -m wheel tags --remove --platform-tag "$tag" loginlint-*-linux_"$arch".whl > /dev/null)
    # What musl's libc.so gives, its interpreter has loaded already; under zig's name for it auditwheel does not know it.
    "$tools/bin/auditwheel" show "$work/wheels"/*"$libc"*_"$arch".whl > "$work/log" 2>&1 && grep -q "\"${tag%%.*}\"" "$work/log" || { echo "no wheel for $tag:"; cat "$work/log"; return 1; }
  done << 'T'
x86_64 manylinux x86_64-linux-gnu.2.17 manylinux_2_17_x86_64.manylinux2014_x86_64
aarch64 manylinux aarch64-linux-gnu.2.17 manylinux_2_17_aarch64.manylinux2014_aarch64
x86_64 musllinux x86_64-linux-musl musllinux_1_2_x86_64 -nostdlib
aarch64 musllinux aarch64-linux-musl musllinux_1_2_aarch64 -nostdlib
T
  cp "$work"/wheels/*.whl "$out/python/"
}

rust() {
  make -s rust
  mkdir "$work/rust" && cp -r bindings/rust/Cargo.toml bindings/rust/loginlint bindings/rust/loginlint-sys "$work/rust/"
  cp COPYING "$work/rust/loginlint/" && cp COPYING "$work/rust/loginlint-sys/"
  (cd "$work/rust" && cargo package -q --workspace --no-verify) || return 1
  cp "$work"/rust/target/package/*.crate "$out/rust/"
}

go() {
  make -s go
  python3 - "$out/go" "$version" << 'P'
import os, subprocess, sys, time, zipfile
out, version, module = sys.argv[1], 'v' + sys.argv[2], 'loginlint.io/loginlint'
where = os.path.join(out, module, '@v')
os.makedirs(where, exist_ok=True)
files = {os.path.relpath(f, 'bindings/go'): f for f in subprocess.check_output(['git', 'ls-files', 'bindings/go'], text=True).split()}
files.update({'loginlint.c': 'bindings/go/loginlint.c', 'loginlint.h': 'bindings/go/loginlint.h', 'LICENSE': 'COPYING'})
for name in ('check.sh', 'rules.mk', 'not-bound', '.gitignore'):
    files.pop(name)
date = time.gmtime(int(os.environ['SOURCE_DATE_EPOCH']))
with zipfile.ZipFile(os.path.join(where, version + '.zip'), 'w', zipfile.ZIP_DEFLATED) as archive:
    for name in sorted(files):
        entry = zipfile.ZipInfo('%s@%s/%s' % (module, version, name), date[:6])
        entry.compress_type = zipfile.ZIP_DEFLATED
        with open(files[name], 'rb') as file:
            archive.writestr(entry, file.read())
with open('bindings/go/go.mod') as mod, open(os.path.join(where, version + '.mod'), 'w') as copy:
    copy.write(mod.read())
with open(os.path.join(where, version + '.info'), 'w') as info:
    info.write('{"Version":"%s","Time":"%s"}\n' % (version, time.strftime('%Y-%m-%dT%H:%M:%SZ', date)))
with open(os.path.join(where, 'list'), 'w') as listed:
    listed.write(version + '\n')
P
}

java() {
  make -s deps-java
  local home place target name
  home=$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")
  mkdir -p "$work/empty" && printf '#include <stdarg.h>\n' > "$work/empty/stdio.h" # jni.h asks for it and uses nothing of it
  while read -r place target name; do
    mkdir -p "$work/natives/META-INF/native/$place"
    # shellcheck disable=SC2046
    native "$target" "$work/natives/META-INF/native/$place/$name" -Iinclude -Ilib -isystem "$work/empty" -isystem "$home/include" -isystem "$home/include/linux" \
      $(lib/sources) bindings/java/jni/*.c || return 1
  done << 'T'
linux/x86_64 x86_64-linux-gnu libloginlint-jni.so
linux/aarch64 aarch64-linux-gnu libloginlint-jni.so
macos/x86_64 x86_64-macos libloginlint-jni.dylib
macos/aarch64 aarch64-macos libloginlint-jni.dylib
windows/x86_64 x86_64-windows-gnu loginlint-jni.dll
T
  find "$work/natives" -name '*.pdb' -o -name '*.lib' | xargs -r rm
  mvn -q -B -f bindings/java/pom.xml -Prelease -DskipTests "-Dloginlint.natives=$work/natives" "-Dloginlint.target=$work/target" \
    "-Dproject.build.outputTimestamp=$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y-%m-%dT%H:%M:%SZ)" "-DaltDeploymentRepository=files::file://$out/java" deploy > "$work/log" 2>&1 ||
    { tail -20 "$work/log"; return 1; }
  # The same bytes each time: Maven writes the hour into its list of versions.
  local listed
  listed=$(find "$out/java" -name maven-metadata.xml)
  sed -i "s|<lastUpdated>.*<|<lastUpdated>$(date -u -d "@$SOURCE_DATE_EPOCH" +%Y%m%d%H%M%S)<|" "$listed"
  for sum in md5 sha1; do "${sum}sum" "$listed" | cut -d' ' -f1 | tr -d '\n' > "$listed.$sum"; done
}

npm() {
  make -s js > "$work/npm.log" 2>&1 || { tail -20 "$work/npm.log"; return 1; }
  (cd bindings/js && command npm pack --silent --pack-destination "$out/npm" > /dev/null)
}

# PLATFORM TARGET NAME of the libraries in gems and for PHP: they need no libc.
natives='x86_64-linux x86_64-linux-gnu libloginlint.so
aarch64-linux aarch64-linux-gnu libloginlint.so
x86_64-darwin x86_64-macos libloginlint.dylib
arm64-darwin aarch64-macos libloginlint.dylib'
one_file='-Idist dist/loginlint.c bindings/java/jni/freestanding.c'

ruby() {
  make -s ruby > "$work/log" 2>&1 || { tail "$work/log"; return 1; }
  cp build/ruby/loginlint-"$version".gem "$out/ruby/"
  local platform target name
  while read -r platform target name; do
    rm -rf "$work/gem" && mkdir "$work/gem" && cp -r bindings/ruby/lib bindings/ruby/README.md bindings/ruby/COPYING bindings/ruby/loginlint.gemspec "$work/gem/"
    # shellcheck disable=SC2086
    native "$target" "$work/gem/lib/loginlint/$name" $one_file || return 1
    (cd "$work/gem" && LOGINLINT_PLATFORM=$platform gem build -q -o "$out/ruby/loginlint-$version-$platform.gem" loginlint.gemspec) > "$work/log" 2>&1 || { cat "$work/log"; return 1; }
  done <<< "$natives"
}

composer() {
  make -s php > "$work/log" 2>&1 || { tail "$work/log"; return 1; }
  git archive HEAD bindings/php | tar -x -C "$out/composer" --strip-components=2
  cp COPYING "$out/composer/"
  mkdir "$out/composer/native"
  cp bindings/php/native/loginlint.ffi.h "$out/composer/native/"
  { echo '#define FFI_SCOPE "LOGINLINT"'; echo '#define FFI_LIB "libloginlint.so"'; cat bindings/php/native/loginlint.ffi.h; } > "$out/composer/native/loginlint.preload.h"
  local platform target name
  while read -r platform target name; do
    platform=$(sed -E 's/^(.*)-(linux|macos).*/\2-\1/; s/macos/darwin/' <<< "$target") # as PHP_OS_FAMILY and uname say it
    mkdir "$out/composer/native/$platform"
    # shellcheck disable=SC2086
    native "$target" "$out/composer/native/$platform/$name" $one_file || return 1
  done <<< "$natives"
}

for name; do
  rm -rf "${out:?}/$name" && mkdir -p "$out/$name"
  "$name"
  echo "$name: $(cd "$out/$name" && find . -type f | wc -l) files, $(du -sh "$out/$name" | cut -f1)"
done
