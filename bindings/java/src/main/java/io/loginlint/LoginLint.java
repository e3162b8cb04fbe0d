package io.loginlint;

import java.util.ArrayList;
import java.util.List;

/**
 * Says what is wrong with a login ID, password, card number or PIN before an attempt is spent. Every method may be called from
 * any thread; the native memory of a call is wiped before it returns. A {@code String} itself cannot be wiped.
 */
public final class LoginLint {
    private LoginLint() {
    }

    /** Checks a value under a policy; {@code context} is a context string such as {@code "stage: submit"}, or empty. */
    public static Report check(Policy policy, String value, String context, Names.Language language) {
        Arena a = Arena.mine();
        policy.enter(a);
        a.must(Native.context_parse(a.b, Arena.CONTEXT, Arena.TEXT, a.put(context), Arena.WHERE));
        try {
            a.must(Native.check(a.b, Arena.POLICY, Arena.CONTEXT, value, Arena.UNITS, Arena.REPORT));
            return new Report(a, diagnostics(a, policy.field, language));
        } finally {
            a.wipe(Arena.REPORT, Layout.REPORT_WORK);
        }
    }

    public static Report check(Policy policy, String value) {
        return check(policy, value, "", Names.Language.EN);
    }

    private static List<Diagnostic> diagnostics(Arena a, Names.Field field, Names.Language language) {
        int count = a.i32(Arena.REPORT + Layout.REPORT_COUNT);
        List<Diagnostic> found = new ArrayList<Diagnostic>(count);
        for (int i = 0; i < count; i++) {
            int base = Arena.REPORT + Layout.REPORT_DIAGNOSTICS + i * Layout.DIAGNOSTIC_BYTES;
            int n = Native.message(a.b, Arena.REPORT, i, language.number, Arena.TEXT, Arena.TEXT_MAX);
            String fix = null;
            if (field != Names.Field.PASSWORD && a.u8(base + Layout.DIAGNOSTIC_LEVEL) != Names.Level.NONE.number) {
                fix = a.string(Arena.REPORT + Layout.REPORT_POOL + a.i32(base + Layout.DIAGNOSTIC_FIX_AT), a.i32(base + Layout.DIAGNOSTIC_FIX_LENGTH));
            }
            found.add(new Diagnostic(a, base, fix, a.string(Arena.TEXT, Math.min(n, Arena.TEXT_MAX))));
        }
        return found;
    }

    /** Whole-value alternatives, best first. Never submit several. */
    public static List<Candidate> candidates(Policy policy, String value, String context) {
        Arena a = Arena.mine();
        policy.enter(a);
        a.must(Native.context_parse(a.b, Arena.CONTEXT, Arena.TEXT, a.put(context), Arena.WHERE));
        try {
            a.b.putInt(Arena.CANDIDATES + Layout.CANDIDATES_ALLOWED, 0);
            a.must(Native.candidates(a.b, Arena.POLICY, Arena.CONTEXT, value, Arena.UNITS, Arena.CANDIDATES));
            int count = a.i32(Arena.CANDIDATES + Layout.CANDIDATES_COUNT);
            List<Candidate> found = new ArrayList<Candidate>(count);
            for (int i = 0; i < count; i++) {
                found.add(new Candidate(a, Arena.CANDIDATES + Layout.CANDIDATES_CANDIDATE + i * Layout.CANDIDATE_BYTES));
            }
            return found;
        } finally {
            a.wipe(Arena.CANDIDATES, Layout.CANDIDATES_WORK);
        }
    }

    /** One piece of advice of {@link #preflight}. */
    public static final class Advice {
        public final Names.Advice code;
        public final Names.Severity severity;
        public final String message;
        public final String next;

        Advice(Names.Advice code, Names.Severity severity, String message, String next) {
            this.code = code;
            this.severity = severity;
            this.message = message;
            this.next = next;
        }
    }

    /** Is it worth spending an attempt now? The advice, most urgent first; none means go. {@code now} is RFC 3339 or empty. */
    public static List<Advice> preflight(String service, String facts, String now, Names.Language language) {
        Arena a = Arena.mine();
        a.must(Native.service_parse(a.b, Arena.SERVICE, Arena.TEXT, a.put(service), Arena.WHERE));
        a.must(Native.facts_parse(a.b, Arena.FACTS, Arena.TEXT, a.put(facts), Arena.WHERE));
        if (!now.isEmpty()) {
            a.must(Native.facts_now(a.b, Arena.FACTS, Arena.TEXT, a.put(now), Arena.WHERE));
        }
        a.must(Native.preflight(a.b, Arena.SERVICE, Arena.FACTS, Arena.ADVICE));
        List<Advice> out = new ArrayList<Advice>();
        for (int i = 0; i < a.i32(Arena.ADVICE + Layout.ADVICE_COUNT); i++) {
            int base = Arena.ADVICE + Layout.ADVICE_ITEM + i * Layout.ADVICE_ITEM_BYTES;
            int n = Native.advice_message(a.b, Arena.ADVICE, i, language.number, Arena.TEXT, Arena.TEXT_MAX);
            String message = a.string(Arena.TEXT, n);
            n = Native.advice_next(a.b, Arena.ADVICE, i, language.number, Arena.TEXT, Arena.TEXT_MAX);
            out.add(new Advice(Names.Advice.of(a.u16(base + Layout.ADVICE_ITEM_CODE)), Names.Severity.of(a.u8(base + Layout.ADVICE_ITEM_SEVERITY)), message,
                    a.string(Arena.TEXT, n)));
        }
        return out;
    }

    /** The opaque tag of (login ID, secret) under a random 16-byte key per screen: keep it in memory only. */
    public static byte[] tag(byte[] key, String id, String secret) {
        Arena a = Arena.mine();
        byte[] i = id.getBytes(Arena.UTF_8);
        byte[] s = secret.getBytes(Arena.UTF_8);
        byte[] all = new byte[16 + i.length + s.length + 16];
        if (key.length != 16) {
            throw new IllegalArgumentException("the key has 16 bytes");
        }
        System.arraycopy(key, 0, all, 0, 16);
        System.arraycopy(i, 0, all, 16, i.length);
        System.arraycopy(s, 0, all, 16 + i.length, s.length);
        a.put(all);
        try {
            a.must(Native.tag(a.b, Arena.TEXT, Arena.TEXT + 16, i.length, Arena.TEXT + 16 + i.length, s.length, Arena.TEXT + all.length - 16));
            return a.bytes(Arena.TEXT + all.length - 16, 16);
        } finally {
            a.wipe(Arena.TEXT, all.length);
            java.util.Arrays.fill(all, (byte) 0);
            java.util.Arrays.fill(s, (byte) 0);
        }
    }
}
