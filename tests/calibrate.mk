# make calibrate: how well the probability of Caps Lock holds on published shares of letter-case shapes.
CASE_SHARES ?= $(wildcard ../shared/corpora/passwords/case_patterns.tsv)

$(BUILD)/tests/calibrate: tests/calibrate.c lib/check/caps_lock.def $(BUILD)/libloginlint.a
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Iinclude -Ilib $(CFLAGS) -o $@ $< $(BUILD)/libloginlint.a -lm $(LDFLAGS)

calibrate: $(BUILD)/tests/calibrate
	$< $(CASE_SHARES)

.PHONY: calibrate
