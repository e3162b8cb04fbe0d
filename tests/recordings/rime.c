/* SPDX-License-Identifier: MIT */
/* rime.c - what stands in the field when keys are typed on a Chinese input method, by librime (luna_pinyin_simp).
 *
 * usage: rime punctuation|full|full-ascii USER-FOLDER < values, one a line
 *   punctuation   Chinese mode; letters are ended by Enter, which leaves them as they are; of a sign the first on its
 * list is taken full          the same with full-width characters on full-ascii    English mode with full-width
 * characters on Out: a line of provenance, then what each value gives.
 */
#include <ctype.h>
#include <rime_api.h>
#include <stdio.h>
#include <string.h>

enum { RETURN = 0xFF0D };

static void commit(const RimeApi *rime, RimeSessionId session) {
    RIME_STRUCT(RimeCommit, text);
    if (rime->get_commit(session, &text)) {
        fputs(text.text, stdout);
        rime->free_commit(&text);
    }
}

static void press(const RimeApi *rime, RimeSessionId session, int key) {
    int taken = rime->process_key(session, key, 0);
    commit(rime, session);
    if (!taken && key < 0x7F)
        putchar(key);
}

/* Is anything under way that Enter would leave as typed? */
static int is_composing(const RimeApi *rime, RimeSessionId session) {
    RIME_STRUCT(RimeStatus, status);
    int composing = rime->get_status(session, &status) && status.is_composing;
    rime->free_status(&status);
    return composing;
}

/* Ends what is under way: letters by Enter, a sign by the space bar, which takes the first on its list. */
static void settle(const RimeApi *rime, RimeSessionId session, int last) {
    if (is_composing(rime, session))
        press(rime, session, isalpha(last) ? RETURN : ' ');
}

int main(int argc, char **argv) {
    const RimeApi *rime = rime_get_api();
    RIME_STRUCT(RimeTraits, traits);
    RimeSessionId session;
    char value[1024];
    if (argc != 3)
        return 2;
    traits.shared_data_dir = "/usr/share/rime-data";
    traits.user_data_dir = argv[2];
    traits.app_name = "rime.recordings";
    traits.min_log_level = 3;
    rime->setup(&traits);
    rime->initialize(&traits);
    if (rime->start_maintenance(1))
        rime->join_maintenance_thread();
    session = rime->create_session();
    if (!rime->select_schema(session, "luna_pinyin_simp"))
        return 1;
    rime->set_option(session, "ascii_mode", !strcmp(argv[1], "full-ascii"));
    rime->set_option(session, "full_shape", strcmp(argv[1], "punctuation") != 0);
    rime->set_option(session, "ascii_punct", 0);
    printf("# librime %s, luna_pinyin_simp, %s\n", rime->get_version(), argv[1]);
    while (fgets(value, sizeof value, stdin)) {
        const char *p;
        value[strcspn(value, "\n")] = 0;
        for (p = value; *p; p++) {
            if (p > value && !(isalpha((unsigned char)p[-1]) && isalpha((unsigned char)*p)))
                settle(rime, session, p[-1]);
            press(rime, session, *p);
        }
        if (p > value)
            settle(rime, session, p[-1]);
        rime->clear_composition(session);
        putchar('\n');
    }
    rime->destroy_session(session);
    rime->finalize();
    return 0;
}
