/* form.c - the smallest form: a person types a login ID, and is told what is wrong with it.
 *
 * In: a line of standard input.  Out: a sentence for each finding, and what would be sent.
 * cc examples/form.c $(pkg-config --cflags --libs loginlint)
 */
#include <loginlint.h>
#include <stdio.h>
#include <string.h>

static loginlint_report report; /* 30 KB, in memory of our own */

static void tell(uint32_t i) {
    uint8_t sentence[512];
    int32_t n = loginlint_message(&report, i, LOGINLINT_LANGUAGE_JA, sentence, sizeof sentence);
    if (n > 0)
        printf("・%.*s\n", n < (int)sizeof sentence ? n : (int)sizeof sentence, (const char *)sentence);
}

int main(void) {
    static const char rules[] = "kind: email";
    loginlint_policy policy;
    char typed[2048];
    uint32_t i, n;

    loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID);
    if (loginlint_policy_parse(&policy, rules, sizeof rules - 1, NULL) < 0)
        return 2;
    fputs("メールアドレス: ", stdout);
    fflush(stdout);
    if (!fgets(typed, sizeof typed, stdin))
        return 2;
    n = (uint32_t)strcspn(typed, "\n");

    if (loginlint_check(&policy, NULL, (const uint8_t *)typed, n, &report) < 0)
        return 2;
    for (i = 0; i < report.count; i++)
        tell(i);
    if (report.verdict == LOGINLINT_VERDICT_FIXED)
        printf("「%.*s」を送信します。\n", (int)report.text_length, (const char *)report.text);
    else if (report.verdict == LOGINLINT_VERDICT_PASS)
        printf("「%.*s」を送信します。\n", (int)n, typed);

    loginlint_wipe(&report, sizeof report);
    loginlint_wipe(typed, sizeof typed);
    return 0;
}
