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
        Report r = LoginLint.check(Policy.of(Names.Field.PASSWORD), "ぱっすぉｒｄ", "", Names.Language.JA);
        assertEquals(Names.Verdict.ASK, r.verdict);
        assertFalse(r.changed);
        for (Diagnostic d : r.diagnostics) {
            assertNull(d.fix);
            assertFalse(d.message.contains("ｒ"), d.message);
        }
        List<Candidate> candidates = LoginLint.candidates(Policy.of(Names.Field.PASSWORD), "ぱっすぉｒｄ", "");
        assertEquals("password", candidates.get(0).text);
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
