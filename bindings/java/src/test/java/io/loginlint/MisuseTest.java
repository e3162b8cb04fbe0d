// SPDX-License-Identifier: MIT
package io.loginlint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Every public entry with what it cannot take: Java's own exception, which names the parameter; and nothing that prints a secret. */
class MisuseTest {
    private static final Policy PIN = Policy.of(Names.Field.PIN);
    private static final byte[] KEY = new byte[16];

    /** An entry: its name, the names of its parameters in order, and arguments that it takes. */
    private static Map<String, Object[]> entries() {
        Map<String, Object[]> out = new LinkedHashMap<>();
        out.put("Policy.of(field)", new Object[] {Names.Field.PIN});
        out.put("Policy.parse(field,rules)", new Object[] {Names.Field.PIN, "digits: 4"});
        out.put("Policy.parseLeniently(field,rules)", new Object[] {Names.Field.PIN, "digits: 4"});
        out.put("Policy.preset(name)", new Object[] {"pin-4"});
        out.put("LoginLint.check(policy,value)", new Object[] {PIN, "1234"});
        out.put("LoginLint.check(policy,value,context)", new Object[] {PIN, "1234", ""});
        out.put("LoginLint.checkWithCandidates(policy,value,context)", new Object[] {PIN, "1234", ""});
        out.put("LoginLint.checkBatch(policy,data,offsets,context)", new Object[] {PIN, new byte[4], new int[] {0, 4}, ""});
        out.put("LoginLint.checkBatchWithCandidates(policy,data,offsets,context)", new Object[] {PIN, new byte[4], new int[] {0, 4}, ""});
        out.put("LoginLint.key(value)", new Object[] {"taro"});
        out.put("LoginLint.key(value,same)", new Object[] {"taro", java.util.EnumSet.of(Names.Same.CASE)});
        out.put("LoginLint.language(locale)", new Object[] {java.util.Locale.JAPAN});
        out.put("LoginLint.candidates(policy,value,context)", new Object[] {PIN, "1234", ""});
        out.put("LoginLint.preflight(service,facts,now,language)", new Object[] {"", "", "", Names.Language.EN});
        out.put("LoginLint.tag(key,id,secret)", new Object[] {KEY, "taro", "x"});
        return out;
    }

    private static Method find(String entry) {
        String[] part = entry.split("[.(]");
        int count = entry.split(",").length;
        Class<?> type = part[0].equals("Policy") ? Policy.class : LoginLint.class;
        return Arrays.stream(type.getMethods()).filter(m -> m.getName().equals(part[1]) && m.getParameterCount() == count).findFirst().get();
    }

    @Test
    void nullNamesItsParameter() throws Exception {
        for (Map.Entry<String, Object[]> entry : entries().entrySet()) {
            Method method = find(entry.getKey());
            String[] names = entry.getKey().replaceAll(".*\\(|\\)", "").split(",");
            method.invoke(null, entry.getValue());
            for (int i = 0; i < names.length; i++) {
                Object[] arguments = entry.getValue().clone();
                arguments[i] = null;
                InvocationTargetException e = assertThrows(InvocationTargetException.class, () -> method.invoke(null, arguments), entry.getKey());
                assertEquals(NullPointerException.class, e.getCause().getClass(), entry.getKey() + " " + names[i]);
                assertEquals(names[i], e.getCause().getMessage(), entry.getKey());
            }
        }
    }

    @Test
    void theTableIsOfEveryEntry() {
        Set<Method> known = new HashSet<>();
        entries().keySet().forEach(entry -> known.add(find(entry)));
        for (Class<?> type : new Class<?>[] {Policy.class, LoginLint.class}) {
            for (Method method : type.getMethods()) {
                if (Modifier.isStatic(method.getModifiers())) {
                    assertTrue(known.contains(method), method + " is not in the table");
                }
            }
        }
    }

    @Test
    void otherNonsenseIsAnIllegalArgument() {
        String big = new String(new char[9000]).replace('\0', 'a');
        Runnable[] calls = {
            () -> LoginLint.tag(new byte[15], "taro", "x"), () -> LoginLint.tag(KEY, big, "x"), () -> LoginLint.tag(KEY, "x", big),
            () -> Policy.parse(Names.Field.PIN, big), () -> Policy.parse(Names.Field.PIN, "\uD800"), () -> LoginLint.check(PIN, "", big), () -> LoginLint.checkWithCandidates(PIN, "", big),
            () -> batch(), () -> batch(0, 3), () -> batch(0, 2, 1), () -> batch(-1, 2), () -> LoginLint.key(big), () -> LoginLint.checkBatch(PIN, KEY, new int[] {0}, big),
            () -> LoginLint.preflight("lock-after: x", "", "", Names.Language.EN), () -> LoginLint.preflight("", "", "yesterday", Names.Language.EN),
        };
        for (Runnable call : calls) {
            assertThrows(IllegalArgumentException.class, call::run);
        }
        assertEquals(Names.Code.TOO_LARGE, LoginLint.check(PIN, big).diagnostics.get(0).code);
        assertTrue(LoginLint.candidates(PIN, big, "").isEmpty());
        for (int i = 0; i < 100; i++) { // what was taken for a call that failed was given back
            assertThrows(RuleException.class, () -> LoginLint.candidates(PIN, "1234", "stage: never"));
        }
        assertEquals(Names.Verdict.PASS, LoginLint.check(PIN, "1234").verdict);
    }

    private static Batch batch(int... offsets) {
        return LoginLint.checkBatch(PIN, new byte[] {'1', '2'}, offsets, "");
    }

    @Test
    void aBatchIsItsValues() {
        StringBuilder all = new StringBuilder();
        int[] offsets = new int[1001];
        for (int i = 0; i < 1000; i++) { // some fill a part of the batch, some do not fit into one
            String value = i % 97 == 0 ? new String(new char[i * 9]).replace('\0', 'a') : i % 7 == 0 ? "ID: taro" : "taro" + i;
            all.append(value);
            offsets[i + 1] = all.length();
        }
        Policy id = Policy.of(Names.Field.LOGIN_ID);
        Batch batch = LoginLint.checkBatchWithCandidates(id, all.toString().getBytes(Arena.UTF_8), offsets, "stage: submit");
        assertEquals(1000, batch.size());
        for (int i = 0; i < 1000; i++) {
            Report r = LoginLint.checkWithCandidates(id, all.substring(offsets[i], offsets[i + 1]), "stage: submit");
            assertEquals(r.verdict, batch.verdict(i), String.valueOf(i));
            assertEquals(r.causes().isEmpty() ? null : r.causes().get(0).code, batch.cause(i), String.valueOf(i));
        }
        assertEquals(0, batch(1).size());
        assertEquals("taroyamada", LoginLint.key("ｔａｒｏーＹＡＭＡＤＡ"));
        assertEquals("Taro", LoginLint.key("Taro", java.util.EnumSet.noneOf(Names.Same.class)));
    }

    @Test
    void aSentenceNeedsALanguage() {
        Report report = LoginLint.check(Policy.of(Names.Field.LOGIN_ID), "ｔａｒｏ");
        Runnable[] calls = {() -> report.causes().get(0).message(null), () -> report.causes().get(0).next(null), () -> report.diagnostics.get(0).message(null)};
        for (Runnable call : calls) {
            assertEquals("language", assertThrows(NullPointerException.class, call::run).getMessage());
        }
        Runnable[] changes = {() -> report.causes().clear(), () -> report.causes().get(0).diagnostics.clear(), () -> report.diagnostics.clear(), () -> report.candidates.add(null)};
        for (Runnable change : changes) {
            assertThrows(UnsupportedOperationException.class, change::run);
        }
    }

    @Test
    void noSecretIsPrinted() {
        Object[][] rows = {
            {Names.Field.PASSWORD, "Ｘyzzy12345", "yzzy"}, {Names.Field.PASSWORD, "ぱっすぉｒｄ", "password"}, {Names.Field.PASSWORD, "ぱっすぉｒｄ", "ぱっす"},
            {Names.Field.CARD_NUMBER, "4539-5787-6362-1486", "5787"}, {Names.Field.CARD_NUMBER, "４５３９５７８７６３６２１４８６", "5787"},
            {Names.Field.LOGIN_ID, "４５３９５７８７６３６２１４８６", "5787"}, {Names.Field.LOGIN_ID, "4539 5787 6362 1486", "5787"}, {Names.Field.PIN, "９８７６", "9876"},
        };
        Gson gson = new GsonBuilder().serializeNulls().disableHtmlEscaping().create();
        int causes = 0;
        for (Object[] row : rows) {
            Policy policy = Policy.of((Names.Field) row[0]);
            Report report = LoginLint.checkWithCandidates(policy, (String) row[1], "");
            List<Candidate> candidates = LoginLint.candidates(policy, (String) row[1], "");
            assertTrue(report.secret);
            assertTrue(report.diagnostics.stream().allMatch(d -> d.secret) && candidates.stream().allMatch(c -> c.secret) && report.causes().stream().allMatch(c -> c.secret));
            String said = report + " " + report.diagnostics + candidates + String.format("%s %10s", report, candidates) + gson.toJson(report) + gson.toJson(candidates)
                    + gson.toJson(report.diagnostics) + report.causes() + gson.toJson(report.causes()) + gson.toJson(report);
            causes += report.causes().size();
            for (Names.Language language : Names.Language.values()) {
                for (Cause cause : report.causes()) {
                    said += cause.message(language) + cause.next(language);
                }
                for (Diagnostic d : report.diagnostics) {
                    said += d.message(language);
                }
            }
            assertFalse(said.contains((String) row[2]), said);
        }
        assertTrue(causes >= 6);
        Report report = LoginLint.check(Policy.of(Names.Field.LOGIN_ID), "ｔａｒｏ");
        assertEquals("fixed fullwidth-form", report.toString());
        assertEquals("taro", report.text + (report.secret || report.diagnostics.get(0).secret ? "?" : ""));
        assertFalse(LoginLint.candidates(Policy.of(Names.Field.LOGIN_ID), "taro@gmial.com", "").get(0).secret);
    }
}
