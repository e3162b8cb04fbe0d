# SPDX-License-Identifier: MIT
# Swift: sources only where there is no Swift compiler; what can be checked is.
swift:
	rm -rf bindings/swift/Sources/CLoginlint/lib && mkdir -p bindings/swift/Sources/CLoginlint/include
	lib/sources c h def inc | tar -c -T - | tar -x -C bindings/swift/Sources/CLoginlint
	cp include/loginlint.h bindings/swift/Sources/CLoginlint/include/

check-swift:
	@lib/gen/install clang
	bindings/swift/check.sh

xcframework:
	@lib/gen/install clang llvm
	bindings/swift/xcframework.sh

.PHONY: swift check-swift xcframework
