# make letters: trains the letter model again (half a minute; Debian's wamerican and wamerican-small) and draws the words of
# its test.  make simulation: how often the true keystrokes are offered.
GEN_LETTERS_SRC := lib/gen/gen_letters.c lib/candidates/romaji.c lib/candidates/kana.c lib/text/chartab.c lib/text/utf.c

$(BUILD)/gen_letters: $(GEN_LETTERS_SRC) lib/gen/typing.h $(LIB_DEPS)
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARN) -Iinclude -Ilib $(CFLAGS) -o $@ $(GEN_LETTERS_SRC) -lm $(LDFLAGS)

letters: $(BUILD)/gen_letters
	$< > $(BUILD)/letters_data.inc && mv $(BUILD)/letters_data.inc lib/candidates/
	$< --held-out > $(BUILD)/words.txt && mv $(BUILD)/words.txt tests/

simulation: $(BUILD)/tests/keyboard_simulation
	$< tests/words.txt

.PHONY: letters simulation
