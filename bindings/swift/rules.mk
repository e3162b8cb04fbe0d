# Swift: sources only where there is no Swift compiler; what can be checked is.
swift:
	rm -rf bindings/swift/Sources/CLoginlint/lib && mkdir -p bindings/swift/Sources/CLoginlint/include
	lib/sources c h def inc | tar -c -T - | tar -x -C bindings/swift/Sources/CLoginlint
	cp include/loginlint.h bindings/swift/Sources/CLoginlint/include/

check-swift: $(BUILD)/gen_constants
	@lib/gen/install clang
	bindings/swift/check.sh

xcframework:
	@lib/gen/install clang llvm
	bindings/swift/xcframework.sh

# The arm64 and armv7 builds of the transcript program, run under qemu-user against the shared cases and 2,000 hostile ones.
CROSS := aarch64-linux-gnu:qemu-aarch64 arm-linux-gnueabihf:qemu-arm
check-cross: $(BUILD)/tests/transcript
	@lib/gen/install qemu-user gcc-aarch64-linux-gnu libc6-dev-arm64-cross gcc-arm-linux-gnueabihf libc6-dev-armhf-cross
	@set -e; mkdir -p build/cross; $(BUILD)/tests/transcript --hostile 2000 > build/cross/hostile.tsv; \
	$(BUILD)/tests/transcript tests/cases/check*.tsv build/cross/hostile.tsv > build/cross/expected; \
	for pair in $(CROSS); do \
	    target=$${pair%%:*}; qemu=$${pair##*:}; \
	    $$target-gcc -std=c11 -O2 -static -Iinclude -Ilib -o build/cross/$$target tests/transcript.c $(LIB_SRC); \
	    $$qemu build/cross/$$target tests/cases/check*.tsv build/cross/hostile.tsv > build/cross/$$target.out; \
	    cmp build/cross/expected build/cross/$$target.out; \
	    echo "$$target under $$qemu: $$(wc -l < build/cross/expected) cases, the same transcript"; \
	done
.PHONY: swift check-swift xcframework check-cross
