/* SPDX-License-Identifier: MIT */
/* check_keyboard.c - candidates: what each basis offers and when nothing is, spellings typed back, the keys of JIS kana
 * and of Hangul, hostile values.
 */
#include "candidates/hangul.h"
#include "candidates/kana.h"
#include "candidates/letters.h"
#include "candidates/pool.h"
#include "candidates/romaji.h"
#include "gen/typing.h"
#include "must.h"
#include "suite.h"
#include "text/utf.h"
#include <loginlint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static loginlint_candidates found;
static loginlint_policy policy;
static loginlint_context context;

static void set(uint32_t field, const char *rules, const char *knows) {
    ck_assert_int_eq(loginlint_policy_init(&policy, field), 0);
    ck_assert_int_eq(loginlint_policy_parse(&policy, rules, (uint32_t)strlen(rules), NULL), 0);
    ck_assert_int_eq(loginlint_context_init(&context), 0);
    ck_assert_int_eq(loginlint_context_parse(&context, knows, (uint32_t)strlen(knows), NULL), 0);
}

static void find(const char *input) {
    uint32_t i, left = 0;
    memset(found.work, 0xA5, sizeof found.work);
    ck_assert_int_eq(
        loginlint_candidates_find(&policy, &context, (const uint8_t *)input, (uint32_t)strlen(input), &found), 0);
    for (i = 0; i < sizeof found.work / sizeof found.work[0]; i++)
        left |= found.work[i];
    ck_assert_uint_eq(left, 0);
    ck_assert_uint_eq(found.size, sizeof found);
}

static const loginlint_candidate *offered(const char *text, uint32_t within) {
    uint32_t i;
    for (i = 0; i < found.count && i < within; i++)
        if (found.candidate[i].length == strlen(text) && !memcmp(found.candidate[i].text, text, strlen(text)))
            return &found.candidate[i];
    return NULL;
}

static const char *all(void) {
    static char text[4096];
    uint32_t i;
    text[0] = 0;
    for (i = 0; i < found.count; i++)
        sprintf(text + strlen(text), "%.*s/%s/%u ", (int)found.candidate[i].length,
                (const char *)found.candidate[i].text, loginlint_name(LOGINLINT_LIST_BASIS, found.candidate[i].basis),
                found.candidate[i].confidence);
    return text;
}

/* ---- what is offered ---- */

enum {
    ID = LOGINLINT_FIELD_LOGIN_ID,
    PASSWORD = LOGINLINT_FIELD_PASSWORD,
    CARD = LOGINLINT_FIELD_CARD_NUMBER,
    PIN = LOGINLINT_FIELD_PIN
};
#define B(name) LOGINLINT_BASIS_##name

static const struct row {
    uint32_t field;
    const char *rules, *knows, *input, *text;
    uint32_t within, basis;
} rows[] = {
    /* the ID and the password in one paste: each box takes its own */
    {ID, "", "entry: paste", "User ID taro77", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "user name is taro77 and password is Sakura121!", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ログインURL：https://example.com/login\nログインID：taro77\nパスワード：Sakura121!",
     "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "■ID\ntaro77\n■パスワード\nSakura121!", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID：taro77、パスワード：Sakura121", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID【taro77】パスワード【Sakura121】", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "IDはtaro77、パスワードはSakura121です。", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "帳號 taro77", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID: taro77 PW: Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "Identifiant : taro77 / Mot de passe : Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "username=taro77&password=Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID: taro77\nPassword: Sakura121!\n\nPlease change it soon.", "Sakura121!", 1,
     B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "taro77\nSakura121!\nhttps://example.com/", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "Your new password is Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "my password is secret", NULL, 0, 0}, /* words, as a passphrase has them */
    {PASSWORD, "", "entry: paste", "パスワードは Sakura121! です。", "Sakura121!", 1, B(EXTRACT)},
    /* both values in one sentence or record: each box takes its own */
    {ID, "", "entry: paste", "IDは「taro77」、パスワードは「Sakura121!」です。", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "IDは「taro77」、パスワードは「Sakura121!」です。", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "아이디는 taro77, 비밀번호는 Sakura121!입니다", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "아이디는 taro77, 비밀번호는 Sakura121!입니다", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "用户名是taro77，密码是Sakura121!", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "用户名是taro77，密码是Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID【taro77】 PW【Sakura121!】", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID【taro77】 PW【Sakura121!】", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID taro77 パスワード Sakura121!", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID taro77 パスワード Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "{\"user\":\"taro77\",\"password\":\"Sakura121!\"}", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "{\"user\":\"taro77\",\"password\":\"Sakura121!\"}", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "{\"password\":\"Sakura121!\",\"login\":\"taro77\"}", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "{\"password\":\"Sakura121!\",\"login\":\"taro77\"}", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "<user>taro77</user><password>Sakura121!</password>", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "<user>taro77</user><password>Sakura121!</password>", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID: `taro77` / Password: `Sakura121!`", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID: `taro77` / Password: `Sakura121!`", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "Your user name is taro77 and your password is Sakura121!", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "Your user name is taro77 and your password is Sakura121!", "Sakura121!", 1,
     B(EXTRACT)},
    {ID, "", "entry: paste", "Username\ntaro77\nPassword\nSakura121!\nWebsite\nexample.com", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "Username\ntaro77\nPassword\nSakura121!\nWebsite\nexample.com", "Sakura121!", 1,
     B(EXTRACT)},
    {ID, "", "entry: paste", "Title: Example\nUser name: taro77\nPassword: Sakura121!", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "Title: Example\nUser name: taro77\nPassword: Sakura121!", "Sakura121!", 1,
     B(EXTRACT)},
    {ID, "", "entry: paste", "name,url,username,password\nExample,https://example.com/,taro77,Sakura121!", "taro77", 1,
     B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "name,url,username,password\nExample,https://example.com/,taro77,Sakura121!",
     "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "\"https://example.com\",\"taro77\",\"Sakura121!\",,\"1\"", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "\"https://example.com\",\"taro77\",\"Sakura121!\",,\"1\"", "Sakura121!", 1,
     B(EXTRACT)},
    {ID, "", "entry: paste", "https://taro77:Sakura121!@example.com/", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "https://taro77:Sakura121!@example.com/", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "stage: submit", "CORP\\taro77", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "社員番号はK123456です", "K123456", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "ID：S84011（半角）", "S84011", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "<b>Sakura121!</b>", "Sakura121!", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "The password is Sakura121.", "Sakura121", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "ID\tPassword\ntaro77\tSakura121!", "Sakura121!", 1, B(EXTRACT)},
    {ID, "kind: email", "stage: submit", "taro@example.co uk", "taro@example.co.uk", 1, B(EMAIL_DOMAIN)},
    {ID, "kind: email", "entry: paste", "メール：taro@gmial.com", "taro@gmail.com", 1, B(EXTRACT)},
    {PASSWORD, "", "stage: submit", "IDはtaro77、パスワードはSakura121!です。", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "stage: submit", "IDはtaro77、パスワードはSakura121です。", "taro77", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "【ID】taro77　【PW】Sakura121!", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "【ID】taro77　【PW】Sakura121!", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "パスワードはSakura121!、IDはtaro77です", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "パスワードはSakura121!、IDはtaro77です", "Sakura121!", 1, B(EXTRACT)},
    {ID, "", "entry: paste", "PW: Sakura121! / ID: taro77", "taro77", 1, B(EXTRACT)},
    {PASSWORD, "", "entry: paste", "PW: Sakura121! / ID: taro77", "Sakura121!", 1, B(EXTRACT)},
    /* a space in the domain, from the key beside the full stop */
    {ID, "kind: email", "stage: submit", "taro@example com", "taro@example.com", 1, B(EMAIL_DOMAIN)},
    {ID, "kind: email", "stage: submit", "taro@u-tokyo ac.jp", "taro@u-tokyo.ac.jp", 1, B(EMAIL_DOMAIN)},
    {ID, "kind: email", "stage: submit", "taro@yahoo.co jp", "taro@yahoo.co.jp", 1, B(EMAIL_DOMAIN)},
    {ID, "", "stage: submit", "taro@example de", "taro@example.de", 1, B(EMAIL_DOMAIN)},
    {ID, "kind: email", "stage: submit", "taro@exam ple.com", "taro@example.com", 1, B(TRIM)},
    {ID, "kind: email", "entry: paste", "090-1234-5678\ntaro@example.org", "taro@example.org", 1, B(EXTRACT)},
    {ID, "kind: email", "stage: submit", "taro%40gmail.com", "taro@gmail.com", 1, B(EXTRACT)},
    {PIN, "digits: 6", "entry: paste", "483920\n@example.com #483920", "483920", 1, B(EXTRACT)},
    /* width, ends, symbols */
    {PASSWORD, "", "", "Ｐａｓｓｗｏｒｄ１", "Password1", 1, B(FOLD)},
    {PASSWORD, "", "", "＂＇＼～", "\"'\\~", 1, B(FOLD)},
    {PASSWORD, "", "", " foobarfoobar", "foobarfoobar", 1, B(TRIM)},
    {PASSWORD, "", "", "secret\n", "secret", 1, B(TRIM)},
    {PASSWORD, "", "", "pass\xC2\xADword", "password", 1, B(TRIM)},
    {PASSWORD, "", "", "　ｆｏｏ", "foo", 1, B(FOLD)},
    {PASSWORD, "", "", "abc—def", "abc--def", 1, B(PUNCTUATION)}, /* phones make an em dash of two hyphens */
    {PASSWORD, "", "", "abc—def", "abc-def", 2, B(PUNCTUATION)},
    {PASSWORD, "", "keyboard: touch", "Vogel８３５７", "Vogel8357", 1, B(FOLD)}, /* two acts are rarer than one */
    {PASSWORD, "", "keyboard: touch", "Vogel８３５７", "vogel8357", 2, B(FIRST_LETTER)},
    {PASSWORD, "", "", "のんなしらろふふわ", "kyudo_220", 1, B(KANA_LAYOUT)}, /* ろ is rather an underscore */
    {PASSWORD, "", "", "くなちくなちほのらかいの", "huahua-kotek", 1, B(KANA_LAYOUT)},
    {ID, "", "", "んちくもいじしらはるきらひるせく", "yahmed@dof.gov.ph", 1, B(KANA_LAYOUT)},
    {ID, "kind: email", "", "よしお＠しゅえいしゃ。こ。ｊｐ", "yoshio@shueisha.co.jp", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "abc–def", "abc--def", 2, B(PUNCTUATION)},
    {PASSWORD, "", "", "‘tis", "'tis", 1, B(PUNCTUATION)},
    {PASSWORD, "", "", "‘tis", "`tis", 2, B(PUNCTUATION)},
    {PASSWORD, "", "", "“abc”", "\"abc\"", 1, B(PUNCTUATION)},
    {PASSWORD, "", "", "abc¥def", "abc\\def", 1, B(PUNCTUATION)},
    {ID, "", "", "t\xD0\xB0ro", "taro", 1, B(LOOKALIKE)},
    {ID, "kind: email", "", "taro@gmial.com", "taro@gmail.com", 1, B(EMAIL_DOMAIN)},
    {ID, "kind: email", "", "ｔａｒｏ＠ｇｍｉａｌ．ｃｏｍ", "taro@gmail.com", 1, B(EMAIL_DOMAIN)},
    {ID, "digits: 8; groups: 4-4; hyphens: require", "", "12345678", "1234-5678", 1, B(HYPHEN)},
    {CARD, "", "", "4111 1111 1111 1111", "4111111111111111", 1, B(HYPHEN)},
    {CARD, "", "", "411l1111111111l1", "4111111111111111", 1, B(LOOKALIKE)},
    {PIN, "", "", "I234", "1234", 1, B(LOOKALIKE)},
    {PIN, "", "", "４１１ｌ", "4111", 1, B(LOOKALIKE)},
    {PIN, "", "", "１２３４", "1234", 1, B(FOLD)},
    {PIN, "", "", "٤١١١", "4111", 1, B(FOLD)},
    {PIN, "", "", "12З4", "1234", 1, B(LOOKALIKE)},
    {PASSWORD, "digits: 8", "", "Ｏ１２３45бЗ", "01234563", 1, B(LOOKALIKE)},
    {PASSWORD, "digits: 8", "", "I234567〇", "12345670", 1, B(LOOKALIKE)},
    {PIN, "digits: 11", "", "OoIl|ZzSsB〇", "00111225580", 1, B(LOOKALIKE)},
    {CARD, "hyphens: require", "", "4111.1111.1111.1111", "4111-1111-1111-1111", 8, B(HYPHEN)},
    /* case */
    {PASSWORD, "", "", "pASSWORD", "Password", 1, B(CAPS_LOCK)},
    {PASSWORD, "", "caps-lock: on", "ABC_012", "abc_012", 1, B(CAPS_LOCK)},
    {PASSWORD, "", "caps-lock: on", "ＡＢＣ＿０１２", "abc_012", 1, B(CAPS_LOCK)},
    {PASSWORD, "", "caps-lock: on; platform: mac", "ABC_012", "abc_012", 1, B(CAPS_LOCK)},
    {PASSWORD, "", "failures: 1", "Password1", "password1", 8, B(FIRST_LETTER)},
    {ID, "", "keyboard: touch", "Admin", "admin", 1, B(FIRST_LETTER)},
    {PASSWORD, "", "caps-lock: on", "PASSWORD!@#", "password!@#", 1, B(CAPS_LOCK)},
    {PASSWORD, "", "caps-lock: on", "PASSWORD!@#", "password123", 2, B(SHIFT)},
    {PASSWORD, "allowed: lower, digit", "", "PASSWORD!\"#", "password123", 8, B(SHIFT)}, /* JIS */
    /* the input method */
    {PASSWORD, "", "", "くぇｒｔｙ", "qwerty", 8, B(ROMAJI_IME)},
    {PASSWORD, "", "", "うぃｔちぇs", "witches", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "うぃっちぇｓ", "witches", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "あいうえお", "aiueo", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "ちりぬるを", "chirinuruwo", 1, B(ROMAJI_IME)},
    {ID, "kind: email", "", "たろ＠れい。こ。ｊｐ", "taro@rei.co.jp", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "ぱっすぉｒｄ", "password", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "パッスォｒｄ", "password", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "ﾊﾟｯｽｫrd", "password", 1, B(ROMAJI_IME)},
    {ID, "", "", "たろう１２３", "tarou123", 1, B(ROMAJI_IME)},
    {ID, "", "", "たろう１２３ ", "tarou123", 1, B(ROMAJI_IME)},
    {ID, "case: upper", "", "たろう", "TAROU", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "かｒｄ", "card", 2, B(ROMAJI_IME)},
    {PASSWORD, "", "", "かｒｄ", "kard", 2, B(ROMAJI_IME)},
    {PASSWORD, "", "", "\tかｒｄ\n", "card", 2, B(ROMAJI_IME)},
    {ID, "", "", "じょｈん。ｓみｔｈ", "john.smith", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "あ／ｂ「ｃ」", "a/b[c]", 1, B(ROMAJI_IME)},
    {ID, "", "", "コーヒー", "ko-hi-", 1, B(ROMAJI_IME)},
    {ID, "kind: email", "", "はなこ＠えずぇｂ．ね。ｊｐ", "hanako@ezweb.ne.jp", 1, B(ROMAJI_IME)},
    {ID, "kind: email; domains: ezuleb.ne.jp", "", "はなこ＠えずぇｂ．ね。ｊｐ", "hanako@ezuleb.ne.jp", 1,
     B(ROMAJI_IME)},
    {ID, "", "", "んちろもちろしち", "ya_ma_da", 1, B(KANA_LAYOUT)},
    {PASSWORD, "", "", "んちろもちろしち", "ya\\ma\\da", 2, B(KANA_LAYOUT)},
    {PASSWORD, "", "", "んちろもちろしち", "ya_ma_da", 1, B(KANA_LAYOUT)},
    {ID, "", "", "ｶﾁｽﾗﾚﾇ", "taro+1", 1, B(KANA_LAYOUT)},
    {PASSWORD, "allowed: lower, digit, [|*?=]", "", "かちすらーけめほ", "taro|*?=", 1, B(KANA_LAYOUT)},
    {ID, "kind: email", "", "んちもちしちろかちすら゛きもちにりるそらも", "yamada_taro@gmail.com", 1, B(KANA_LAYOUT)},
    {ID, "", "", "か\xE3\x82\x99", "ga", 1, B(ROMAJI_IME)},
    {ID, "", "", "か゛", "ga", 1, B(ROMAJI_IME)},
    {ID, "", "", "ｶﾞ", "ga", 1, B(ROMAJI_IME)},
    {ID, "", "", "こんいちは", "konnichiha", 8, B(ROMAJI_IME)},
    {ID, "", "", "けん", "ken", 1, B(ROMAJI_IME)},
    {ID, "", "", "けｎ", "ken", 1, B(ROMAJI_IME)},
    {ID, "", "", "まっｃｈ", "match", 1, B(ROMAJI_IME)},
    {ID, "", "", "いっちょめ", "itchome", 8, B(ROMAJI_IME)},
    {ID, "", "", "きっｔｙ", "kitty", 1, B(ROMAJI_IME)},
    {ID, "", "", "←あんｇ", "zhang", 1, B(ROMAJI_IME)},
    {ID, "", "", "ゔぃゔぃあｎ", "vivian", 1, B(ROMAJI_IME)},
    {PASSWORD, "", "", "Ｔあろう", "Tarou", 1, B(ROMAJI_IME)},
    {ID, "kind: email", "", "たろ＠ｇまいｌ。こｍ", "taro@gmail.com", 1, B(ROMAJI_IME)},
    {ID, "kind: email", "", "たろ＠ぁ。こｍ", "taro@xa.com", 2, B(ROMAJI_IME)},
    {ID, "kind: email", "", "けんじ＠やほお。こ。ｊｐ", "kenji@yahoo.co.jp", 1, B(ROMAJI_IME)},
    /* kana keys */
    {PASSWORD, "", "", "せちととてらすし", "password", 1, B(KANA_LAYOUT)},
    {PASSWORD, "", "", "せちととてらすし123", "password123", 1, B(KANA_LAYOUT)}, /* the keypad */
    {PASSWORD, "", "", "かちすらぬふあ", "taro123", 1, B(KANA_LAYOUT)},
    {PASSWORD, "", "", "ｶﾁｽﾗﾇﾌｱ", "taro123", 1, B(KANA_LAYOUT)},
    {ID, "", "", "ﾀﾛｳ", "tarou", 3, B(ROMAJI_IME)},
    {PIN, "", "", "ぬふあう", "1234", 1, B(KANA_LAYOUT)},
    {PIN, "", "", "ﾇﾌｱｳ", "1234", 1, B(KANA_LAYOUT)},
    {PIN, "", "", "ぁぅぇぉ", "3456", 1, B(KANA_LAYOUT)},
    /* other layouts */
    {PASSWORD, "", "", "ㅔㅁㄴㄴ재ㄱㅇ", "password", 1, B(HANGUL_LAYOUT)},
    {PASSWORD, "", "", "비밀번호12", "qlalfqjsgh12", 1, B(HANGUL_LAYOUT)},
    {PASSWORD, "", "", "зфыыцщкв", "password", 1, B(CYRILLIC_LAYOUT)},
    {PASSWORD, "", "caps-lock: on", "ЗФЫЫЦЩКВ", "password", 1, B(CYRILLIC_LAYOUT)},
    {PASSWORD, "", "", "зфііцщкв", "password", 1, B(UKRAINIAN_LAYOUT)},
    {PASSWORD, "", "", "πασσςορδ", "password", 1, B(GREEK_LAYOUT)},
    {PASSWORD, "", "", "פשדד", "pass", 1, B(HEBREW_LAYOUT)},
    {PASSWORD, "", "", "ضصث", "qwe", 1, B(ARABIC_LAYOUT)},
    {PASSWORD, "", "", "لا", "gh", 2, B(ARABIC_LAYOUT)},
    {PASSWORD, "", "", "لا", "b", 2, B(ARABIC_LAYOUT)},
    {PASSWORD, "", "", "ฟหก", "asd", 1, B(THAI_LAYOUT)},
    {PASSWORD, "", "", "ΆΈΉΊΌΎΏΪΫάέήίϊϋόύώ", ";A;E;H;I;O;Y;V:I:Y;a;e;h;i:i:y;o;y;v", 1, B(GREEK_LAYOUT)},
    {PIN, "", "", "&é\"'", "1234", 1, B(AZERTY_LAYOUT)},
    {PIN, "", "", "(-è_", "5678", 1, B(AZERTY_LAYOUT)},
    {PASSWORD, "allowed: lower, [@]", "", "p\"ssword", "p@ssword", 1, B(SYMBOL_LAYOUT)},
    {PASSWORD, "", "failures: 1", "p\"ssword", "p@ssword", 2, B(SYMBOL_LAYOUT)},
    /* nothing */
    {PASSWORD, "", "", "password", NULL, 0, 0},
    {PASSWORD, "", "", "correct horse battery", NULL, 0, 0},
    {PASSWORD, "", "entry: paste", "PASSWORD", NULL, 0, 0},
    {PASSWORD, "", "composing: yes", "ぱっすぉｒｄ", NULL, 0, 0},
    {PASSWORD, "charset: unicode", "", "たろうはなこ", NULL, 0, 0},
    {PASSWORD, "charset: unicode", "", "пароль", NULL, 0, 0},
    {PASSWORD, "", "", "山田太郎", NULL, 0, 0},
    {PASSWORD, "", "", "山田たろう", NULL, 0, 0},
    {PASSWORD, "", "", "", NULL, 0, 0},
    {PASSWORD, "", "", "\x0Eかｒｄ", NULL, 0, 0}, /* a control character that is no space */
    {PASSWORD, "", "", "a\xC2", NULL, 0, 0},
    {PASSWORD, "", "", "ｐ\xF4\x90\x80\x80", NULL, 0, 0},
    {CARD, "", "", "ｔａｒｏ＠example.com", NULL, 0, 0},
    {CARD, "", "", "4111111111111112", NULL, 0, 0},
    {CARD, "", "", "4111111111111ll2", NULL, 0, 0}, /* no repair that only Luhn asks for */
};

START_TEST(offers) {
    uint32_t i;
    for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
        const struct row *r = &rows[i];
        const loginlint_candidate *c;
        set(r->field, r->rules, r->knows);
        find(r->input);
        if (!r->text) {
            ck_assert_msg(found.count == 0, "%s: %s", r->input, all());
            continue;
        }
        c = offered(r->text, r->within);
        ck_assert_msg(c != NULL, "%s: %s not in the first %u of %s", r->input, r->text, r->within, all());
        ck_assert_msg(c->basis == r->basis && c->bases >> r->basis & 1, "%s: %s", r->input, all());
    }
}
END_TEST

/* A candidate that is itself hardly likely (19 and less of 100) is not undone any further. */
START_TEST(doubtful_candidates_end_there) {
    set(PASSWORD, "", "caps-lock: on");
    find("へぎぁこふずぉB");
    ck_assert_ptr_nonnull(offered("HEGILAKOFUZULOb", 8));
    ck_assert_msg(offered("HEGILACOFUZULOb", 8) == NULL, "%s", all());
}
END_TEST

/* A pool that is full: a candidate gives way to a surer one, the least sure first, unless somebody has looked at it. */
START_TEST(the_least_sure_gives_way) {
    static struct ll_scratch scratch;
    struct ll_finder finder = {.s = &scratch};
    struct ll_offer offer = {.bases = 1};
    uint32_t i, k;
    for (i = 0; i < LL_POOL; i++) {
        scratch.text[0] = (uint8_t)('0' + i);
        offer.confidence = i == 20 ? 3 : i == 40 ? 2 : 5 + i;
        loginlint__offer(&finder, 1, &offer);
    }
    ck_assert_uint_eq(scratch.pool_count, LL_POOL);
    for (k = 0; k < 4; k++) { /* 40 is the least sure, then 20, then 0; the last offer is less sure than all */
        static const uint32_t place[] = {40, 20, 0, 0};
        scratch.text[0] = (uint8_t)('a' + 20 + k);
        offer.confidence = k == 3 ? 4 : 50;
        loginlint__offer(&finder, 1, &offer);
        ck_assert_uint_eq(scratch.pool[place[k]].text[0], (uint32_t)('a' + 20 + (k == 3 ? 2 : k)));
    }
    scratch.pool[1].valid = 1; /* confidence 6: it stays, and nothing else goes */
    scratch.text[0] = 1;
    loginlint__offer(&finder, 1, &offer);
    offer.confidence = 99;
    loginlint__offer(&finder, 1, &offer);
    for (i = 0; i < LL_POOL; i++)
        ck_assert_uint_ne(scratch.pool[i].text[0], 1);
}
END_TEST

/* Combined causes name all of them. */
START_TEST(causes_combine) {
    const loginlint_candidate *c;
    set(PASSWORD, "", "caps-lock: on");
    find("　ＡＢＣ＿０１２");
    c = offered("abc_012", 1);
    ck_assert_ptr_nonnull(c);
    ck_assert_uint_eq(c->bases, 1u << B(CAPS_LOCK) | 1u << B(FOLD) | 1u << B(TRIM));
    find("ЗФЫЫЦЩКВ");
    c = offered("password", 1);
    ck_assert_ptr_nonnull(c);
    ck_assert_uint_eq(c->bases, 1u << B(CAPS_LOCK) | 1u << B(CYRILLIC_LAYOUT));
    set(ID, "", "");
    find("たろう　");
    ck_assert_uint_eq(offered("tarou", 1)->bases, 1u << B(ROMAJI_IME) | 1u << B(TRIM));
}
END_TEST

START_TEST(only_allowed_bases) {
    set(PASSWORD, "", "caps-lock: on");
    found.allowed = 1u << B(FOLD);
    find("ＡＢＣ");
    ck_assert_uint_eq(found.count, 1);
    ck_assert_ptr_nonnull(offered("ABC", 1));
    found.allowed = 1u << B(CAPS_LOCK);
    find("ＡＢＣ");
    ck_assert_uint_eq(found.count, 0);
    found.allowed = 1u << B(KANA_LAYOUT);
    find("せちととてらすし");
    ck_assert_uint_eq(found.count, 1);
    found.allowed = 0;
}
END_TEST

START_TEST(says_what_is_lost) {
    set(PASSWORD, "", "");
    find("せちととてらすし");
    ck_assert_uint_eq(offered("password", 1)->case_lost, 1);
    ck_assert_uint_eq(offered("password", 1)->unique, 1);
    find("비밀번호");
    ck_assert_uint_eq(found.candidate[0].case_lost, 1);
    find("ㅂㅈㄷㄱㅅㅐㅔ");
    ck_assert_uint_eq(found.candidate[0].case_lost, 0);
    find("зфыы");
    ck_assert_uint_eq(found.candidate[0].case_lost, 0);
    find("あ／ｂ");
    ck_assert_uint_eq(found.candidate[0].unique, 1);
    find("かｒｄ");
    ck_assert_uint_eq(found.candidate[0].unique, 0);
}
END_TEST

/* Ranks that applications may show: they change only when somebody means it. */
START_TEST(how_sure) {
    set(PASSWORD, "", "");
    find("لا"); /* two keys or one */
    ck_assert_uint_eq(offered("b", 8)->confidence, 55);
    ck_assert_uint_eq(offered("gh", 8)->confidence, 45);
    find("ضصث");
    ck_assert_uint_eq(offered("qwe", 8)->confidence, 90);
    set(PIN, "", "");
    find("&é\"'");
    ck_assert_uint_eq(offered("1234", 8)->confidence, 85);
    set(ID, "groups: 2-2; hyphens: require", "");
    find("a-bcd");
    ck_assert_uint_eq(offered("ab-cd", 8)->confidence, 95);
}
END_TEST

/* One spelling that fits is the only one only when none was given up on the way (there is room for 255 letters). */
START_TEST(given_up_is_not_unique) {
    char input[3 * 128 + 1] = "", text[256] = "";
    uint32_t i;
    set(PASSWORD, "", "");
    for (i = 0; i < 85; i++) {
        strcat(input, "ゐ");
        strcat(text, "wyi");
    }
    find(input);
    ck_assert_uint_eq(offered(text, 8)->unique, 1);
    input[0] = text[0] = 0;
    for (i = 0; i < 85; i++) {
        strcat(input, i < 5 ? "んま" : "ゐ");
        strcat(text, i < 5 ? "nma" : "wyi");
    }
    find(input);
    ck_assert_uint_eq(offered(text, 8)->unique, 0);
}
END_TEST

/* Whether the texts may be shown is what the report of the same value says, not the field. */
START_TEST(secret_as_the_report_says) {
    static const struct {
        uint32_t field;
        const char *rules, *context, *value;
        uint32_t secret, at_least;
    } row[] = {
        {ID, "", "", "taro@gmial.com", 0, 1},
        {ID, "", "", "", 0, 0},
        {ID, "", "", "４１１１１１１１１１１１１１１１", 1, 0},
        {ID, "kind: email", "entry: paste", "taro@gmail.com Tr0ub4dor", 1, 1},
        {PASSWORD, "", "", "ぱっすぉｒｄ", 1, 1},
        {PASSWORD, "", "", "", 1, 0},
        {PIN, "", "", "１２３４", 1, 1},
        {CARD, "", "", "4111-1111-1111-1111", 1, 1},
    };
    uint32_t i;
    for (i = 0; i < sizeof row / sizeof row[0]; i++) {
        static loginlint_report report;
        set(row[i].field, row[i].rules, row[i].context);
        find(row[i].value);
        ck_assert_msg(found.count >= row[i].at_least && found.secret == row[i].secret, "%s: %u of them, secret %u",
                      row[i].value, found.count, found.secret);
        ck_assert_int_eq(
            loginlint_check(&policy, &context, (const uint8_t *)row[i].value, (uint32_t)strlen(row[i].value), &report),
            0);
        ck_assert_uint_eq(report.secret, found.secret);
    }
}
END_TEST

START_TEST(limits_and_misuse) {
    static char big[2048];
    uint32_t i;
    static const uint16_t lone[] = {0xFF41, 0xD800}, low[] = {0xDC00, 0xFF41},
                          good[] = {0x3071, 0x3063, 0x3059, 0x3049, 0xFF52, 0xFF44};
    set(PASSWORD, "", "");
    for (i = 0; i < 129; i++)
        memcpy(big + 3 * i, "ａ", 3);
    big[3 * 128] = 0;
    find(big);
    ck_assert_uint_eq(found.count, 1);
    memcpy(big + 3 * 128, "ａ", 4);
    find(big);
    ck_assert_uint_eq(found.count, 0);
    memset(big, 'a', 1200);
    find(big);
    ck_assert_uint_eq(found.count, 0);
    ck_assert_int_eq(loginlint_candidates_find_utf16(&policy, &context, lone, 2, &found), 0);
    ck_assert_uint_eq(found.count, 0);
    ck_assert_int_eq(loginlint_candidates_find_utf16(&policy, &context, low, 2, &found), 0);
    ck_assert_uint_eq(found.count, 0);
    ck_assert_int_eq(loginlint_candidates_find_utf16(&policy, NULL, good, 6, &found), 0);
    ck_assert_ptr_nonnull(offered("password", 1));
    ck_assert_int_eq(loginlint_candidates_find(NULL, &context, (const uint8_t *)"a", 1, &found),
                     -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_candidates_find(&policy, &context, NULL, 1, &found), -(int)LOGINLINT_ERROR_NULL_POINTER);
    ck_assert_int_eq(loginlint_candidates_find(&policy, &context, (const uint8_t *)"a", 1, NULL),
                     -(int)LOGINLINT_ERROR_NULL_POINTER);
    policy.size--;
    ck_assert_int_eq(loginlint_candidates_find(&policy, &context, (const uint8_t *)"a", 1, &found),
                     -(int)LOGINLINT_ERROR_RECORD_SIZE);
    policy.size++;
    context.size = 0;
    ck_assert_int_eq(loginlint_candidates_find(&policy, &context, (const uint8_t *)"a", 1, &found),
                     -(int)LOGINLINT_ERROR_RECORD_SIZE);
}
END_TEST

/* ---- spellings ---- */

static struct ll_lattice lattice;
static struct ll_unit unit[LL_ROMAJI_UNITS];

static struct ll_romaji read_shown(const char *shown) {
    static struct ll_policy anything;
    struct ll_romaji w = {&lattice, &anything, unit, 0, 0, 0};
    uint32_t cp[LL_ROMAJI_UNITS], n = 0, at, length, what, bytes = (uint32_t)strlen(shown);
    memset(anything.allowed.bits, 0xFF, sizeof anything.allowed.bits);
    for (at = 0; at < bytes && n < LL_ROMAJI_UNITS; at += length)
        cp[n++] = loginlint__utf8_next((const uint8_t *)shown + at, bytes - at, &length);
    w.n = loginlint__kana_read(cp, n, unit, &what);
    ck_assert_uint_gt(w.n, 0);
    return w;
}

/* Spellings that the input method of typing.h, a Mozc, does not take. */
static int only_microsoft(const char *keys) {
    return strstr(keys, "yi") || strstr(keys, "fw") || strstr(keys, "qw") || strstr(keys, "qy") || strstr(keys, "fy");
}

/* 128 code points are looked at whatever they take: here 4 bytes each. */
START_TEST(long_in_bytes) {
    static uint8_t input[4 * 129];
    uint32_t n, i;
    for (n = 96; n <= 129; n++) {
        for (i = 0; i < n; i++)
            memcpy(input + 4 * i, "\xF0\x9D\x90\x9A", 4); /* U+1D41A, a bold a */
        ck_assert_int_eq(loginlint_policy_init(&policy, LOGINLINT_FIELD_LOGIN_ID), 0);
        ck_assert_int_eq(loginlint_candidates_find(&policy, NULL, input, 4 * n, &found), 0);
        ck_assert_uint_eq(found.count, n <= 128);
        ck_assert(n > 128 || (found.candidate[0].length == n && found.candidate[0].text[n - 1] == 'a'));
    }
}
END_TEST

/* Every spelling, typed again, shows what was there; and what was typed is among them unless the beam was cut. */
START_TEST(spellings_type_back) {
    static const char keys[] = "aiueoaiueoaiueoaiueonnkstcshyhrtgzdbpmjfqvwlxn'-.,/[]~1A";
    uint32_t round, i, k, missed = 0;
    for (round = 0; round < ROUNDS_OF(20000); round++) {
        char typed[16], shown[256], again[1024];
        uint32_t n = 1 + below(10), seen = 0, count, cost;
        struct ll_romaji w;
        for (k = 0; k < n; k++)
            typed[k] = keys[below(sizeof keys - 1)];
        typed[n] = 0;
        typing_microsoft = round & 1;
        type_keys(typed, shown);
        w = read_shown(shown);
        count = loginlint__romaji_find(&w);
        for (i = 0; i < count && !w.patched; i++) {
            char spelling[LL_ROMAJI_TEXT_MAX + 1];
            uint32_t length = loginlint__romaji_get(&w, i, (uint8_t *)spelling, &cost);
            size_t end;
            spelling[length] = 0;
            seen |= !strcmp(spelling, typed);
            if (only_microsoft(spelling))
                continue;
            typing_microsoft = 0;
            type_keys(spelling, again);
            typing_microsoft = strcmp(again, shown) != 0;
            type_keys(spelling, again);
            end = strlen(shown) - 3; /* a last n may be shown as the kana or as the letter */
            if (strcmp(again, shown) && !strcmp(shown + end, "\xE3\x82\x93") && spelling[length - 1] == 'n')
                strcpy(again + end, shown + end);
            ck_assert_msg(!strcmp(again, shown), "%s shows %s, its spelling %s shows %s", typed, shown, spelling,
                          again);
        }
        missed += !seen && !w.cut;
        ck_assert_msg(seen || w.cut || strstr(typed, "ww"), "%s shows %s, not among %u spellings (patched %d)", typed,
                      shown, count, w.patched);
    }
    ck_assert_uint_lt(missed, 20);
}
END_TEST

START_TEST(every_spelling_is_read) {
    uint32_t i, k, ime, cost;
    uint8_t kana[2];
    const char *keys;
    for (i = 0; loginlint__romaji_entry(i, kana, &keys, &ime); i++) {
        char shown[16] = "";
        struct ll_romaji w;
        uint32_t count, seen = 0;
        show(shown, of_code(kana[0]));
        if (kana[1])
            show(shown, of_code(kana[1]));
        w = read_shown(shown);
        count = loginlint__romaji_find(&w);
        for (k = 0; k < count; k++) {
            char spelling[LL_ROMAJI_TEXT_MAX + 1];
            spelling[loginlint__romaji_get(&w, k, (uint8_t *)spelling, &cost)] = 0;
            seen |= !strcmp(spelling, keys);
        }
        ck_assert_msg(seen, "%s", keys);
    }
    ck_assert_uint_eq(i, 319);
}
END_TEST

/* Half-width and full-width kana, composed or not, are the same units. */
START_TEST(kana_in_every_encoding) {
    static const char *const same[][4] = {
        {"ガギグパヴ", "ｶﾞｷﾞｸﾞﾊﾟｳﾞ", "か゛き゛く゛は゜う゛",
         "か\xE3\x82\x99き\xE3\x82\x99く\xE3\x82\x99は\xE3\x82\x9Aう\xE3\x82\x99"},
        {"ゃゅょっー", "ｬｭｮｯｰ", "ャュョッー", "ゃゅょっー"},
        {"「」、。・", "｢｣､｡･", "「」、。・", "「」、。・"},
        {"をんゎわ", "ｦﾝヮﾜ", "ヲンヮワ", "をんゎわ"},
    };
    uint32_t i, k, m;
    for (i = 0; i < sizeof same / sizeof same[0]; i++) {
        uint8_t codes[16];
        uint32_t n = 0;
        for (k = 0; k < 4; k++) {
            struct ll_romaji w = read_shown(same[i][k]);
            for (m = 0; m < w.n && !k; m++)
                codes[n++] = unit[m].kana;
            ck_assert_uint_eq(w.n, n);
            for (m = 0; m < n; m++)
                ck_assert_uint_eq(unit[m].kana, codes[m]);
        }
    }
}
END_TEST

/* ---- tables ---- */

START_TEST(every_syllable_comes_apart) {
    static const char *const vowels[] = {"k",  "o", "i", "O",  "j",  "p",  "u", "P", "h",  "hk", "ho",
                                         "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};
    uint32_t cp;
    for (cp = 0xAC00; cp <= 0xD7A3; cp++) {
        uint8_t whole[LL_HANGUL_KEYS_MAX], parts[3 * LL_HANGUL_KEYS_MAX];
        uint32_t n = loginlint__hangul_keys(cp, whole), index = cp - 0xAC00, m = 0, tail = index % 28;
        m += loginlint__hangul_keys(0x1100 + index / 588, parts);
        ck_assert_int_eq(memcmp(parts + m, vowels[index / 28 % 21], 0), 0);
        m += loginlint__hangul_keys(0x1161 + index / 28 % 21, parts + m);
        ck_assert_msg(!memcmp(parts + 1, vowels[index / 28 % 21], m - 1), "U+%X", cp);
        if (tail)
            m += loginlint__hangul_keys(0x11A7 + tail, parts + m);
        ck_assert_uint_eq(n, m);
        ck_assert_int_eq(memcmp(whole, parts, n), 0);
    }
}
END_TEST

/* The next code point of `*text`, 0 at its end. */
static uint32_t next(const char **text) {
    uint32_t length = 0,
             cp = **text ? loginlint__utf8_next((const uint8_t *)*text, (uint32_t)strlen(*text), &length) : 0;
    *text += length;
    return cp;
}

/* JIS X 6002 and OADG109A: the kana on each key, by what is on the key without Shift (without kana: the small ones, by
 * what is on it with Shift).  The voiced marks count as spacing ones. */
START_TEST(kana_keys_of_jis) {
    static const char *const board[][2] = {{"1234567890-^", "ぬふあうえおやゆよわほへ"},
                                           {"qwertyuiop@[", "たていすかんなにらせ゛゜"},
                                           {"asdfghjkl;:]", "ちとしはきくまのりれけむ"},
                                           {"zxcvbnm,./\\", "つさそひこみもねるめろ"},
                                           {"#$%&'()EZ", "ぁぅぇぉゃゅょぃっ"}};
    uint32_t i, count = 0;
    for (i = 0; i < sizeof board / sizeof board[0]; i++) {
        const char *key = board[i][0], *kana = board[i][1];
        for (; *key; key++, count++) {
            uint32_t cp = next(&kana), code = LL_KANA_CODE(cp);
            uint8_t out[2];
            code = code == 0x9B ? LL_KANA_VOICED : code == 0x9C ? LL_KANA_SEMIVOICED : code;
            ck_assert_uint_eq(loginlint__kana_keys(code, 0, out), 1);
            ck_assert_msg(out[0] == (uint8_t)*key, "%c, not %c", out[0], *key);
        }
        ck_assert_int_eq(*kana, 0);
    }
    ck_assert_uint_eq(count, 47 + 9);
}
END_TEST

/* KS X 5002 (2-set): the jamo of each letter, of a capital where Shift gives another, and of two letters one after
 * another. */
START_TEST(hangul_keys_of_two_set) {
    static const char letters[] = "qwertyuiopasdfghjklzxcvbnmQWERTOP";
    static const char *const pairs = "hkhohlnjnpnlmlrtswsgfrfafqftfxfvfgqt";
    const char *jamo = "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ", *key;
    uint8_t out[LL_HANGUL_KEYS_MAX];
    for (key = letters; *key; key++) {
        ck_assert_uint_eq(loginlint__hangul_keys(next(&jamo), out), 1);
        ck_assert_msg(out[0] == (uint8_t)*key, "%c, not %c", out[0], *key);
        ck_assert(*key < 'a' || loginlint__hangul_has_shift((uint8_t)*key) == (strchr("qwertop", *key) != NULL));
    }
    ck_assert_int_eq(*jamo, 0);
    for (jamo = "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ", key = pairs; *jamo; key += 2) {
        ck_assert_uint_eq(loginlint__hangul_keys(next(&jamo), out), 2);
        ck_assert_msg(!memcmp(out, key, 2), "%c%c, not %c%c", out[0], out[1], key[0], key[1]);
    }
    ck_assert_int_eq(*key, 0);
}
END_TEST

/* ---- cost ---- */

/* The lattice must not explode: every repeated pattern of up to three units that is hard for it, 128 code points long.
 */
START_TEST(hostile_values_cost_little) {
    static const char *const hard[] = {"か",     "っ",     "ん",   "し",   "しゃ", "ｔさ", "ｋｓと", "んっち", "ふぁ",
                                       "ｓｈい", "っｃｈ", "くぁ", "んあ", "あ１", "ﾊﾟ",   "한",     "ф",      "ل",
                                       "—",      "‘",      "Ａb",  "ａ",   "ｗ",   "うぇ", "でゅ",   "ｇｍ"};
    double worst = 0;
    const char *slowest = "";
    uint32_t i, field;
    for (field = ID; field <= PIN; field++) {
        set(field, "", "failures: 1");
        for (i = 0; i < sizeof hard / sizeof hard[0]; i++) {
            char value[2048] = "";
            uint32_t units = 0, n = 0, k;
            clock_t began;
            double took;
            for (k = 0; hard[i][k]; k++)
                n += (hard[i][k] & 0xC0) != 0x80;
            for (; units + n <= 128; units += n)
                strcat(value, hard[i]);
            began = clock();
            find(value);
            took = 1e3 * (double)(clock() - began) / CLOCKS_PER_SEC;
            if (took > worst) {
                worst = took;
                slowest = hard[i];
            }
        }
    }
    printf("slowest value of 128 code points: %.2f ms (%s)\n", worst, slowest);
    ck_assert(worst < 250);
}
END_TEST

/* Every number of the model is the one that was measured: a sum over all that it is asked for.  A model trained anew
 * has another. */
START_TEST(letters_as_trained) {
    uint32_t language, history, letter, sum = 2166136261u;
    for (language = 0; language < LL_LETTER_LANGUAGES; language++)
        for (history = 0; history <= LL_HISTORY; history++) {
            if ((history & 31) > LL_NO_LETTER || (history >> 5 & 31) > LL_NO_LETTER || history >> 10 > LL_NO_LETTER)
                continue;
            for (letter = 0; letter < LL_LETTERS; letter++)
                sum = (sum ^ loginlint__letter_cost(language, history, letter)) * 16777619u;
        }
    ck_assert_uint_eq(sum, 2232621778u);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("keyboard");
    TCase *tests = tcase_create("candidates");
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, offers);
    tcase_add_test(tests, doubtful_candidates_end_there);
    tcase_add_test(tests, the_least_sure_gives_way);
    tcase_add_test(tests, causes_combine);
    tcase_add_test(tests, only_allowed_bases);
    tcase_add_test(tests, says_what_is_lost);
    tcase_add_test(tests, how_sure);
    tcase_add_test(tests, given_up_is_not_unique);
    tcase_add_test(tests, secret_as_the_report_says);
    tcase_add_test(tests, limits_and_misuse);
    tcase_add_test(tests, long_in_bytes);
    tcase_add_test(tests, spellings_type_back);
    tcase_add_test(tests, every_spelling_is_read);
    tcase_add_test(tests, kana_in_every_encoding);
    tcase_add_test(tests, every_syllable_comes_apart);
    tcase_add_test(tests, kana_keys_of_jis);
    tcase_add_test(tests, hangul_keys_of_two_set);
    tcase_add_test(tests, letters_as_trained);
    tcase_add_test(tests, hostile_values_cost_little);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
