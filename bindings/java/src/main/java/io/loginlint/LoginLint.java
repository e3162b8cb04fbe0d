// SPDX-License-Identifier: MIT
package io.loginlint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Says what is wrong with a login ID, password, card number or PIN before an attempt is spent. Every method may be called from
 * any thread; the native memory of a call is wiped before it returns. A {@code String} itself cannot be wiped.
 */
public final class LoginLint {
    /** Where Chinese is written with traditional characters, which no sentence is in. */
    private static final List<String> TRADITIONAL = Arrays.asList("TW", "HK", "MO");

    private LoginLint() {
    }

    /** Checks a value under a policy; {@code context} is a context string such as {@code "stage: submit"}, or empty. */
    public static Report check(Policy policy, String value, String context) {
        return check(policy, value, context, false);
    }

    public static Report check(Policy policy, String value) {
        return check(policy, value, "", false);
    }

    /**
     * The same, with {@link Report#candidates} searched for and the causes told by them: what a form does before it shows a value that is
     * {@code ASK} or {@code FAIL}. Never submit several candidates.
     */
    public static Report checkWithCandidates(Policy policy, String value, String context) {
        return check(policy, value, context, true);
    }

    private static Report check(Policy policy, String value, String context, boolean search) {
        try (Arena a = enter(policy, value, context)) {
            try {
                a.b.putInt(Arena.CANDIDATES + Layout.CANDIDATES_ALLOWED, 0);
                a.must(Native.check(a.b, Arena.POLICY, Arena.CONTEXT, value, Arena.UNITS, Arena.REPORT, search ? Arena.CANDIDATES : -1, Arena.EXPLANATION));
                return new Report(a, policy.field, search ? found(a) : Collections.<Candidate>emptyList());
            } finally {
                a.wipe(Arena.REPORT, Layout.REPORT_WORK);
                a.wipe(Arena.EXPLANATION, Layout.EXPLANATION_BYTES);
                if (search) {
                    a.wipe(Arena.CANDIDATES, Layout.CANDIDATES_WORK);
                }
            }
        }
    }

    /**
     * Checks values of UTF-8 that lie one behind the other, as Arrow holds them: value {@code i} is {@code data[offsets[i]]} to
     * {@code data[offsets[i + 1]]}, so {@code offsets} are one more than values.  Both are read where they lie, and must not change
     * while the call runs.
     */
    public static Batch checkBatch(Policy policy, byte[] data, int[] offsets, String context) {
        return checkBatch(policy, data, offsets, context, -1);
    }

    /** The same, with each cause told by the candidates. */
    public static Batch checkBatchWithCandidates(Policy policy, byte[] data, int[] offsets, String context) {
        return checkBatch(policy, data, offsets, context, Arena.CANDIDATES);
    }

    private static Batch checkBatch(Policy policy, byte[] data, int[] offsets, String context, int candidates) {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(data, "data");
        Objects.requireNonNull(offsets, "offsets");
        Batch.mustFit(data, offsets);
        try (Arena a = enter(policy, "", context)) {
            try {
                Batch batch = new Batch(offsets.length - 1);
                a.b.putInt(Arena.CANDIDATES + Layout.CANDIDATES_ALLOWED, 0);
                a.must(Native.check_batch(a.b, Arena.POLICY, Arena.CONTEXT, data, offsets, Arena.TEXT, Arena.REPORT, candidates, Arena.EXPLANATION, batch.verdicts, batch.causes));
                return batch;
            } finally {
                a.wipe(Arena.REPORT, Layout.REPORT_WORK);
                a.wipe(Arena.EXPLANATION, Layout.EXPLANATION_BYTES);
                a.wipe(Arena.CANDIDATES, Layout.CANDIDATES_WORK);
            }
        }
    }

    /**
     * The key under which two login IDs are the same to a person, whatever they differ in: what a table of users is searched by before a new
     * ID is taken, or indexed by. The key of a secret is as secret.
     */
    public static String key(String value) {
        return key(value, EnumSet.allOf(Names.Same.class));
    }

    /** The same, if they may differ in {@code same} alone. */
    public static String key(String value, Set<Names.Same> same) {
        Objects.requireNonNull(value, "value");
        int differences = 0;
        for (Names.Same one : Objects.requireNonNull(same, "same")) {
            differences |= Objects.requireNonNull(one, "same").number;
        }
        try (Arena a = Arena.take()) {
            int n = Native.key(a.b, differences, value, Arena.UNITS, Arena.TEXT, Arena.TEXT_MAX);
            a.must(n > Arena.TEXT_MAX ? -Names.Error.TOO_LONG.number : n);
            return a.said(n);
        }
    }

    /** The language of the sentences for a locale: the one that has its language and script, else English. */
    public static Names.Language language(Locale locale) {
        String language = Objects.requireNonNull(locale, "locale").getLanguage();
        if (language.equals("zh")) {
            boolean traditional = locale.getScript().isEmpty() ? TRADITIONAL.contains(locale.getCountry()) : !locale.getScript().equals("Hans");
            return traditional ? Names.Language.EN : Names.Language.ZH_HANS;
        }
        for (Names.Language l : Names.Language.values()) {
            if (l.toString().equals(language)) {
                return l;
            }
        }
        return Names.Language.EN;
    }

    /** The memory of a call with its policy and context. */
    private static Arena enter(Policy policy, String value, String context) {
        Objects.requireNonNull(policy, "policy");
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(context, "context");
        Arena a = Arena.take();
        try {
            policy.enter(a);
            a.must(Native.context_parse(a.b, Arena.CONTEXT, Arena.TEXT, a.put(context), Arena.WHERE));
            return a;
        } catch (RuntimeException | Error wrong) {
            a.close();
            throw wrong;
        }
    }

    /** Whole-value alternatives, best first. Never submit several. */
    public static List<Candidate> candidates(Policy policy, String value, String context) {
        try (Arena a = enter(policy, value, context)) {
            try {
                a.b.putInt(Arena.CANDIDATES + Layout.CANDIDATES_ALLOWED, 0);
                a.must(Native.candidates(a.b, Arena.POLICY, Arena.CONTEXT, value, Arena.UNITS, Arena.CANDIDATES));
                return found(a);
            } finally {
                a.wipe(Arena.CANDIDATES, Layout.CANDIDATES_WORK);
            }
        }
    }

    private static List<Candidate> found(Arena a) {
        int count = a.i32(Arena.CANDIDATES + Layout.CANDIDATES_COUNT);
        List<Candidate> found = new ArrayList<Candidate>(count);
        for (int i = 0; i < count; i++) {
            found.add(new Candidate(a, Arena.CANDIDATES + Layout.CANDIDATES_CANDIDATE + i * Layout.CANDIDATE_BYTES));
        }
        return Collections.unmodifiableList(found);
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
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(facts, "facts");
        Objects.requireNonNull(now, "now");
        Objects.requireNonNull(language, "language");
        try (Arena a = Arena.take()) {
            a.must(Native.service_parse(a.b, Arena.SERVICE, Arena.TEXT, a.put(service), Arena.WHERE));
            a.must(Native.facts_parse(a.b, Arena.FACTS, Arena.TEXT, a.put(facts), Arena.WHERE));
            if (!now.isEmpty()) {
                a.must(Native.facts_now(a.b, Arena.FACTS, Arena.TEXT, a.put(now), Arena.WHERE));
            }
            a.must(Native.preflight(a.b, Arena.SERVICE, Arena.FACTS, Arena.ADVICE));
            List<Advice> out = new ArrayList<Advice>();
            for (int i = 0; i < a.i32(Arena.ADVICE + Layout.ADVICE_COUNT); i++) {
                out.add(advice(a, i, language));
            }
            return out;
        }
    }

    private static Advice advice(Arena a, int i, Names.Language language) {
        int base = Arena.ADVICE + Layout.ADVICE_ITEM + i * Layout.ADVICE_ITEM_BYTES;
        int n = Native.advice_message(a.b, Arena.ADVICE, i, language.number, Arena.TEXT, Arena.TEXT_MAX);
        String message = a.string(Arena.TEXT, n);
        n = Native.advice_next(a.b, Arena.ADVICE, i, language.number, Arena.TEXT, Arena.TEXT_MAX);
        return new Advice(Names.Advice.of(a.u16(base + Layout.ADVICE_ITEM_CODE)), Names.Severity.of(a.u8(base + Layout.ADVICE_ITEM_SEVERITY)), message,
                a.string(Arena.TEXT, n));
    }

    /** The opaque tag of (login ID, secret) under a random 16-byte key per screen: keep it in memory only. */
    public static byte[] tag(byte[] key, String id, String secret) {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
        if (key.length != 16) {
            throw new IllegalArgumentException("the key has 16 bytes");
        }
        try (Arena a = Arena.take()) {
            try {
                int at = Arena.TEXT + 32;
                a.put(Arena.TEXT, key);
                int n = a.put(at, id);
                int m = a.put(at + n, secret);
                a.must(Native.tag(a.b, Arena.TEXT, at, n, at + n, m, Arena.TEXT + 16));
                return a.bytes(Arena.TEXT + 16, 16);
            } finally {
                a.wipe(Arena.TEXT, Arena.TEXT_MAX);
            }
        }
    }
}
