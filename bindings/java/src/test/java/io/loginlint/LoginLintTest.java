// SPDX-License-Identifier: MIT
package io.loginlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LoginLintTest {
    @Test
    void fullWidthIsFixed() {
        Report r = LoginLint.check(Policy.of(Names.Field.LOGIN_ID), "ｔａｒｏ");
        assertEquals(Names.Verdict.FIXED, r.verdict);
        assertEquals("taro", r.text);
        assertEquals(Names.Code.FULLWIDTH_FORM, r.diagnostics.get(0).code);
        assertEquals(4, r.diagnostics.get(0).end);
    }

    @Test
    void nulAndLoneSurrogatesKeepTheirPlaces() {
        Report r = LoginLint.check(Policy.of(Names.Field.PASSWORD), "a\0b\uD83D\uDE00c\uD800d");
        Diagnostic last = null;
        for (Diagnostic d : r.diagnostics) {
            last = d.code == Names.Code.INVALID_ENCODING ? d : last;
        }
        assertEquals(6, last.start);
        assertEquals(7, last.end);
        assertFalse(r.wellFormed);
        assertNull(r.text);
    }

    @Test
    void aPasswordIsNeverChangedAndNeverQuoted() {
        Report r = LoginLint.checkWithCandidates(Policy.of(Names.Field.PASSWORD), "ぱっすぉｒｄ", "");
        assertEquals(Names.Verdict.ASK, r.verdict);
        assertFalse(r.changed);
        for (Diagnostic d : r.diagnostics) {
            assertNull(d.fix);
            assertFalse(d.message(Names.Language.JA).contains("ｒ"), d.message(Names.Language.JA));
        }
        assertEquals("password", r.candidates.get(0).text);
    }

    @Test
    void oneActIsOneCause() {
        Policy card = Policy.of(Names.Field.CARD_NUMBER);
        Report r = LoginLint.check(card, "４１１１ー１１１１ー１１１１ー１１１１", "stage: submit");
        Cause cause = r.causes().get(0);
        assertEquals("[input-method:apply]", r.causes().toString());
        assertEquals(Names.Severity.WARNING, cause.severity);
        assertEquals(r.diagnostics.size(), cause.diagnostics.size());
        assertEquals(19, cause.end);
        assertEquals("日本語入力がオンのまま入力されたようです。", cause.message(Names.Language.JA));
        assertEquals("It was changed to half-width, and the separators that are not needed were removed.", cause.next(Names.Language.EN));
        assertTrue(r.causes() == r.causes() && r.acceptable() && r.causesLeft == 0);
        assertEquals(Names.Code.FULLWIDTH_FORM, r.worst().code);
        Report right = LoginLint.check(card, "4111111111111111");
        assertTrue(right.causes().isEmpty() && right.candidates.isEmpty() && right.acceptable());
        assertNull(right.worst());
    }

    @Test
    void candidatesDecideBetweenWaysOfTyping() {
        Policy password = Policy.of(Names.Field.PASSWORD);
        Report alone = LoginLint.check(password, "とちなからすにう");
        Report found = LoginLint.checkWithCandidates(password, "とちなからすにう", "");
        assertEquals("[input-method:retype]", alone.causes().toString());
        assertTrue(alone.candidates.isEmpty());
        assertNull(alone.causes().get(0).candidate);
        assertNull(alone.causes().get(0).basis);
        Cause cause = found.causes().get(0);
        assertEquals("kana-input:choose", cause.toString());
        assertEquals(Names.Basis.KANA_LAYOUT, cause.basis);
        assertEquals(cause.basis, found.candidates.get(cause.candidate).basis);
        assertEquals(Names.Field.LOGIN_ID, LoginLint.check(Policy.of(Names.Field.CARD_NUMBER), "taro@example.com").causes().get(0).place);
    }

    @Test
    void sentencesAreThoseOfTheLibrary() {
        Report r = LoginLint.checkWithCandidates(Policy.parse(Names.Field.LOGIN_ID, "kind: email"), "taro@gmial.com", "");
        assertEquals("The part after the @ seems to be mistyped.", r.causes().get(0).message(Names.Language.EN));
        assertTrue(r.diagnostics.get(0).message(Names.Language.EN).contains("gmail.com"));
        for (Names.Language language : Names.Language.values()) {
            assertFalse(r.causes().get(0).message(language).isEmpty() || r.causes().get(0).next(language).isEmpty() || r.diagnostics.get(0).message(language).isEmpty());
        }
    }

    @Test
    void localesHaveLanguages() {
        String[][] rows = {{"ja-JP", "ja"}, {"ja", "ja"}, {"ko-KR", "ko"}, {"zh", "zh-Hans"}, {"zh-CN", "zh-Hans"}, {"zh-Hans-HK", "zh-Hans"}, {"zh-TW", "en"},
            {"zh-Hant", "en"}, {"zh-Hant-CN", "en"}, {"de", "en"}, {"und", "en"}, {"en-GB", "en"}};
        for (String[] row : rows) {
            assertEquals(row[1], LoginLint.language(java.util.Locale.forLanguageTag(row[0])).toString(), row[0]);
        }
    }

    @Test
    void policiesAreValues() {
        Policy one = Policy.parse(Names.Field.PASSWORD, "minlength:8;required:lower");
        Policy same = Policy.parse(Names.Field.PASSWORD, "  required: lower;   minlength: 8;");
        assertEquals(one, same);
        assertEquals(one.hashCode(), same.hashCode());
        assertEquals(one, Policy.parse(one.field, one.toString()));
        assertNotEquals(one, Policy.parse(Names.Field.PASSWORD, "minlength: 9; required: lower"));
        assertNotEquals(Policy.of(Names.Field.PIN), Policy.of(Names.Field.CARD_NUMBER));
        assertNotEquals(one, null);
    }

    @Test
    void ruleErrorsSayWhere() {
        RuleException e = assertThrows(RuleException.class, () -> Policy.parse(Names.Field.PASSWORD, "minlenth: 8"));
        assertEquals(0, e.offset);
        assertEquals(Names.Expected.PROPERTY, e.expected);
        assertEquals("minlength: 8", Policy.parse(Names.Field.PASSWORD, "minlength:8").toString());
        assertEquals("", Policy.parseLeniently(Names.Field.PASSWORD, "nonsense").toString());
        assertNull(Policy.preset("no-such-preset"));
        assertNotEquals(null, Policy.preset("pin-4"));
    }

    @Test
    void preflightAdvises() {
        List<LoginLint.Advice> advice = LoginLint.preflight("lock-after: 3-5", "failures: 5", "", Names.Language.EN);
        assertEquals(Names.Advice.LOCKED, advice.get(0).code);
        assertTrue(LoginLint.preflight("lock-after: 3-5", "", "", Names.Language.JA).isEmpty());
    }

    @Test
    void preflightCases() throws java.io.IOException {
        int count = 0;
        for (String row : java.nio.file.Files.readAllLines(java.nio.file.Paths.get("../../tests/cases/preflight.tsv"))) {
            if (row.startsWith("#") || row.isEmpty()) {
                continue;
            }
            String[] column = row.split("\t", -1);
            StringBuilder codes = new StringBuilder();
            for (LoginLint.Advice advice : LoginLint.preflight(column[1], column[2], column[3], Names.Language.EN)) {
                codes.append(codes.length() == 0 ? "" : " ").append(advice.code);
            }
            assertEquals(column[5].equals("-") ? "" : column[5], codes.toString(), column[0]);
            count++;
        }
        assertTrue(count >= 80);
    }

    @Test
    void tagsTellPairsApart() {
        byte[] key = new byte[16];
        byte[] one = LoginLint.tag(key, "taro", "secret");
        assertEquals(16, one.length);
        assertFalse(java.util.Arrays.equals(one, LoginLint.tag(key, "taro", "Secret")));
        assertTrue(java.util.Arrays.equals(one, LoginLint.tag(key, "taro", "secret")));
    }

    @Test
    void threadsDoNotMeet() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        Policy policy = Policy.of(Names.Field.CARD_NUMBER);
        java.util.ArrayList<Future<Boolean>> all = new java.util.ArrayList<>();
        for (int t = 0; t < 8; t++) {
            final String number = t % 2 == 0 ? "４１１１１１１１１１１１１１１１" : "378282246310005";
            all.add(pool.submit((Callable<Boolean>) () -> {
                boolean right = true;
                for (int i = 0; i < 2000; i++) {
                    Report r = LoginLint.check(policy, number);
                    right &= r.brand == (number.startsWith("3") ? Names.Brand.AMEX : Names.Brand.VISA);
                }
                return right;
            }));
        }
        for (Future<Boolean> f : all) {
            assertTrue(f.get());
        }
        pool.shutdown();
    }
}
