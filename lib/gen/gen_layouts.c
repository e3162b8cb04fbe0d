/* SPDX-License-Identifier: MIT */
/* gen_layouts.c - writes lib/text/layouts_data.inc: what the US keys give on other keyboard layouts.
 *
 * In: xkb-data through libxkbcommon; the argument is the version of xkb-data for the provenance line.  Out: on standard
 * output, one byte for each layout and US character (the character there, or its distance from the layout's base), and
 * a list of the few characters that do not fit in a byte.  Run by `make generated`.
 */
#include "text/layouts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <xkbcommon/xkbcommon.h>

#define COUNT(a) (sizeof(a) / sizeof *(a))
#define KEYS 95u /* U+0020-7E */

struct source {
    const char *name, *model, *layout, *variant;
    uint32_t base; /* bytes from 0x80 stand for characters from here; 0: ASCII only */
};

/* In the order of enum ll_layout; US_ON_JIS reads the table of JIS_ON_US the other way round. */
static const struct source sources[] = {
    {"russian", "pc105", "ru", "winkeys", 0x0400}, {"ukrainian", "pc105", "ua", "", 0x0400},
    {"greek", "pc105", "gr", "", 0x0370},          {"hebrew", "pc105", "il", "", 0x05D0},
    {"arabic", "pc105", "ara", "", 0x0600},        {"thai", "pc105", "th", "", 0x0E00},
    {"jis", "jp106", "jp", "OADG109A", 0},         {"azerty", "pc105", "fr", "", 0x0080},
    {"qwertz", "pc105", "de", "", 0x0080},
};

/* What the keys of the digits give where they give no digits, in the order of enum ll_digits: with Shift, or without
 * it. */
static const struct digit_source {
    const char *model, *layout, *variant;
    xkb_level_index_t level;
} digit_sources[] = {
    {"pc105", "us", "", 1},        {"jp106", "jp", "", 1}, {"pc105", "de", "", 1}, {"pc105", "gb", "", 1},
    {"pc105", "ru", "winkeys", 1}, {"pc105", "es", "", 1}, {"pc105", "se", "", 1}, {"pc105", "it", "", 1},
    {"pc105", "pt", "", 1},        {"pc105", "br", "", 1}, {"pc105", "ch", "", 1}, {"pc105", "tr", "", 1},
    {"pc105", "hu", "", 1},        {"pc105", "fr", "", 0}, {"pc105", "be", "", 0}, {"pc105", "cz", "", 0},
    {"pc105", "sk", "", 0},        {"pc105", "th", "", 0},
};

static uint32_t characters[COUNT(sources)][KEYS];

static void fail(const char *what) {
    fprintf(stderr, "gen_layouts: %s\n", what);
    exit(1);
}

static struct xkb_keymap *open_keymap(struct xkb_context *context, const char *model, const char *layout,
                                      const char *variant) {
    struct xkb_rule_names names = {"evdev", model, layout, variant, ""};
    struct xkb_keymap *keymap = xkb_keymap_new_from_names(context, &names, XKB_KEYMAP_COMPILE_NO_FLAGS);
    if (!keymap)
        fail(layout);
    return keymap;
}

/* The character of a key at a level, 0 for none or a dead key. */
static uint32_t character(struct xkb_keymap *keymap, xkb_keycode_t key, xkb_level_index_t level) {
    const xkb_keysym_t *symbols;
    if (xkb_keymap_key_get_syms_by_level(keymap, key, 0, level, &symbols) != 1)
        return 0;
    return xkb_keysym_to_utf32(symbols[0]);
}

/* The typing keys, which are the same on every keyboard: named TLDE, AE01-12, AD01-12, AC01-11, BKSL, AB01-10, SPCE. */
static int is_typing_key(const char *name) {
    static const char *const single[] = {"TLDE", "BKSL", "SPCE"};
    size_t i;
    for (i = 0; i < COUNT(single); i++)
        if (strcmp(name, single[i]) == 0)
            return 1;
    return name[0] == 'A' && name[1] >= 'B' && name[1] <= 'E' && strcmp(name, "AB11") != 0 && strcmp(name, "AC12") != 0;
}

static void read_layout(struct xkb_keymap *us, struct xkb_keymap *other, uint32_t *out) {
    xkb_keycode_t key;
    xkb_level_index_t level;
    for (key = xkb_keymap_min_keycode(us); key <= xkb_keymap_max_keycode(us); key++) {
        const char *name = xkb_keymap_key_get_name(us, key);
        xkb_keycode_t there = name ? xkb_keymap_key_by_name(other, name) : XKB_KEYCODE_INVALID;
        if (there == XKB_KEYCODE_INVALID || !is_typing_key(name))
            continue;
        for (level = 0; level < 2; level++) {
            uint32_t us_character = character(us, key, level), cp = character(other, there, level);
            if (us_character >= 0x20 && us_character < 0x7F && cp >= 0x20)
                out[us_character - 0x20] = cp;
        }
    }
    out[0] = ' ';
}

/* One character, one key: a character on several (Greek capital sigma: W and S) stays where its small letter is usual.
 */
static void make_unique(uint32_t *characters_of) {
    uint32_t i, k;
    for (i = 0; i < KEYS; i++)
        for (k = 0; k < i; k++)
            if (characters_of[i] && characters_of[i] == characters_of[k]) {
                int drop_first = characters_of[i] != 0x03A3 || i + 0x20 == 'S';
                fprintf(stderr, "gen_layouts: U+%04X is on %c and %c\n", characters_of[i], (int)k + 0x20,
                        (int)i + 0x20);
                characters_of[drop_first ? k : i] = 0;
            }
}

static uint32_t byte_of(const struct source *source, uint32_t cp) {
    if (cp < 0x80)
        return cp;
    return source->base && cp >= source->base && cp - source->base < 0x80 ? cp - source->base + 0x80 : 0;
}

static void print_tables(void) {
    size_t l;
    uint32_t i;
    printf("static const uint8_t layout_keys[%zu][%u] = { /* by US character, from U+0020 */\n", COUNT(sources), KEYS);
    for (l = 0; l < COUNT(sources); l++) {
        printf("    {/* %s: %s %s */", sources[l].name, sources[l].layout, sources[l].variant);
        for (i = 0; i < KEYS; i++)
            printf("%s0x%02X,", i % 19 ? " " : "\n     ", byte_of(&sources[l], characters[l][i]));
        printf("\n    },\n");
    }
    printf("};\n\nstatic const uint16_t layout_bases[%zu] = {", COUNT(sources));
    for (l = 0; l < COUNT(sources); l++)
        printf("%s0x%04X", l ? ", " : "", sources[l].base);
    printf("};\n\n");
}

static void print_rest(void) {
    size_t l;
    uint32_t i;
    printf("static const uint16_t layout_rest[][2] = { /* character; layout << 8 | US character */\n");
    for (l = 0; l < COUNT(sources); l++)
        for (i = 0; i < KEYS; i++)
            if (characters[l][i] && !byte_of(&sources[l], characters[l][i]))
                printf("    {0x%04X, 0x%02zX%02X},\n", characters[l][i], l, i + 0x20);
    printf("};\n");
}

/* The same, and what a dead key gives that no letter follows. */
static uint32_t digit_character(struct xkb_keymap *keymap, xkb_keycode_t key, xkb_level_index_t level) {
    const xkb_keysym_t *symbols;
    int dead =
        xkb_keymap_key_get_syms_by_level(keymap, key, 0, level, &symbols) == 1 && symbols[0] == XKB_KEY_dead_diaeresis;
    return dead ? 0x00A8 : character(keymap, key, level);
}

static void print_digits(struct xkb_context *context) {
    static const char keys[][5] = {"AE10", "AE01", "AE02", "AE03", "AE04", "AE05", "AE06", "AE07", "AE08", "AE09"};
    size_t l, i;
    printf("\nstatic const uint16_t digit_keys[%zu][10] = { /* what the keys of 0-9 give */\n", COUNT(digit_sources));
    for (l = 0; l < COUNT(digit_sources); l++) {
        const struct digit_source *d = &digit_sources[l];
        struct xkb_keymap *keymap = open_keymap(context, d->model, d->layout, d->variant);
        printf("    {");
        for (i = 0; i < COUNT(keys); i++)
            printf("%s0x%04X", i ? ", " : "",
                   digit_character(keymap, xkb_keymap_key_by_name(keymap, keys[i]), d->level));
        printf("}, /* %s%s */\n", d->layout, d->level ? ", with Shift" : "");
        xkb_keymap_unref(keymap);
    }
    printf("};\n");
}

int main(int argc, char **argv) {
    struct xkb_context *context = xkb_context_new(XKB_CONTEXT_NO_ENVIRONMENT_NAMES);
    struct xkb_keymap *us;
    size_t l;
    if (!context || argc != 2)
        fail("usage: gen_layouts XKB-DATA-VERSION");
    us = open_keymap(context, "pc105", "us", "");
    for (l = 0; l < COUNT(sources); l++) {
        struct xkb_keymap *other = open_keymap(context, sources[l].model, sources[l].layout, sources[l].variant);
        read_layout(us, other, characters[l]);
        make_unique(characters[l]);
        xkb_keymap_unref(other);
    }
    xkb_keymap_unref(us);
    printf("/* SPDX-License-Identifier: MIT */\n/* Generated by `make generated` (lib/gen/gen_layouts.c) from xkb-data "
           "%s.  Do not edit. */\n\n",
           argv[1]);
    print_tables();
    print_rest();
    print_digits(context);
    xkb_context_unref(context);
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
