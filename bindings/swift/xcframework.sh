#!/bin/bash
# SPDX-License-Identifier: MIT
# xcframework.sh - build/swift/Loginlint.xcframework: static libraries for iOS, its simulator and macOS, cross-compiled here and not run.
set -euo pipefail
out=build/swift/Loginlint.xcframework
rm -rf $out
entries=
while read -r id target platform variant archs; do
  mkdir -p $out/$id/Headers/loginlint
  objects=
  for f in $(lib/sources); do
    object=$out/$id/$(basename "$f" .c).o
    clang --target="$target" -std=c11 -ffreestanding -fvisibility=hidden -Os -Iinclude -Ilib -c "$f" -o "$object"
    objects="$objects $object"
  done
  # shellcheck disable=SC2086
  llvm-ar --format=darwin rcs $out/$id/libloginlint.a $objects
  rm -f $out/$id/*.o
  cp include/loginlint.h bindings/swift/Sources/CLoginlint/include/module.modulemap $out/$id/Headers/loginlint/
  extra=
  [ "$variant" = - ] || extra="<key>SupportedPlatformVariant</key><string>$variant</string>"
  entries="$entries<dict><key>LibraryIdentifier</key><string>$id</string><key>LibraryPath</key><string>libloginlint.a</string><key>HeadersPath</key><string>Headers</string><key>SupportedPlatform</key><string>$platform</string><key>SupportedArchitectures</key><array><string>$archs</string></array>$extra</dict>"
  echo "$id: $(stat -c %s $out/$id/libloginlint.a) bytes"
done <<'TARGETS'
ios-arm64 arm64-apple-ios13 ios - arm64
ios-arm64-simulator arm64-apple-ios13-simulator ios simulator arm64
macos-arm64 arm64-apple-macos11 macos - arm64
TARGETS
cat > $out/Info.plist <<XML
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0"><dict><key>AvailableLibraries</key><array>$entries</array><key>CFBundlePackageType</key><string>XFWK</string><key>XCFrameworkFormatVersion</key><string>1.0</string></dict></plist>
XML
python3 -c "import plistlib,sys; p = plistlib.load(open('$out/Info.plist','rb')); print('xcframework:', len(p['AvailableLibraries']), 'libraries, not run')"
