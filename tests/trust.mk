# trust.mk - gates that take more than a unit test: what each promises is in tests/trust/README.md.
#
#   make check-exhaustive   every byte string of 0-3 bytes and every code point, in every field (part of make check)
#   make check-long         every byte string of 4 bytes as well; goes on where an earlier run stopped (hours)
TRUST_TARGETS += check-exhaustive

$(BUILD)/trust/%: tests/trust/%.c $(wildcard tests/trust/*.h) $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) $(TEST_FLAGS) $(CFLAGS) -o $@ $< $(BUILD)/libloginlint.a $(LDFLAGS)

check-exhaustive:
	tests/extra/exhaustive.sh

check-long: $(BUILD)/trust/exhaustive
	$< -l 4 -j $(JOBS) -c $(BUILD)/trust/long.progress

.PHONY: check-exhaustive check-long
