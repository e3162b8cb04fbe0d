// SPDX-License-Identifier: MIT
package io.loginlint;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one check. Immutable; it holds what was typed only in {@link #text} and the fixes, where they differ from it. {@code toString}
 * shows no value, and neither does JSON by reflection, which leaves out what is {@code transient}.
 */
public final class Report {
    public final Names.Verdict verdict;
    /** The value as typed satisfies the policy. */
    public final boolean valid;
    /** The value must not be shown; also that of an ID that looks like a card number. */
    public final boolean secret;
    /** The corrected value when {@link #changed}; {@code null} when the input is the text, or is not well-formed. */
    public final transient @Nullable String text;
    public final boolean changed;
    public final boolean wellFormed;
    /** {@code NONE} while the digits do not decide it. */
    public final Names.Brand brand;
    /** A card number in its groups; empty otherwise. */
    public final transient String display;
    /** For the context of the next field: {@code "caps-evidence: " + capsEvidence}. */
    public final int capsEvidence;
    public final List<Diagnostic> diagnostics;
    /** How many there were: {@link #diagnostics} holds at most 64. */
    public final int total;
    /** Whole-value alternatives, best first, where {@link LoginLint#checkWithCandidates} was called; else none. */
    public final List<Candidate> candidates;
    /** Causes for which {@link #causes()} had no place: the last one has their findings. */
    public final int causesLeft;
    /** Under {@code charset: unicode}, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed. */
    public final Set<Names.Skipped> skipped;

    private final transient Sentences sentences;
    private transient @Nullable List<Cause> causes;

    Report(Arena a, Names.Field field, List<Candidate> candidates) {
        int base = Arena.REPORT;
        this.verdict = Names.Verdict.of(a.u8(base + Layout.REPORT_VERDICT));
        this.valid = a.u8(base + Layout.REPORT_VALID) != 0;
        this.secret = a.u8(base + Layout.REPORT_SECRET) != 0;
        this.changed = a.u8(base + Layout.REPORT_CHANGED) != 0;
        this.wellFormed = a.u8(base + Layout.REPORT_WELLFORMED) != 0;
        this.brand = Names.Brand.of(a.u8(base + Layout.REPORT_BRAND));
        this.capsEvidence = a.i32(base + Layout.REPORT_CAPS_EVIDENCE);
        this.text = changed ? a.string(base + Layout.REPORT_TEXT, a.i32(base + Layout.REPORT_TEXT_LENGTH)) : null;
        this.display = a.string(base + Layout.REPORT_DISPLAY, a.i32(base + Layout.REPORT_DISPLAY_LENGTH));
        int count = a.i32(base + Layout.REPORT_COUNT);
        this.sentences = new Sentences(a, count, secret);
        this.diagnostics = Collections.unmodifiableList(diagnostics(a, field, count));
        this.total = a.i32(base + Layout.REPORT_TOTAL);
        this.candidates = candidates;
        this.causesLeft = count == 0 ? 0 : a.i32(Arena.EXPLANATION + Layout.EXPLANATION_LEFT);
        EnumSet<Names.Skipped> left = EnumSet.noneOf(Names.Skipped.class);
        for (Names.Skipped s : Names.Skipped.values()) {
            if ((a.i32(base + Layout.REPORT_SKIPPED) >> s.number & 1) != 0) {
                left.add(s);
            }
        }
        this.skipped = Collections.unmodifiableSet(left);
    }

    private List<Diagnostic> diagnostics(Arena a, Names.Field field, int count) {
        List<Diagnostic> found = new ArrayList<Diagnostic>(count);
        for (int i = 0; i < count; i++) {
            int base = Arena.REPORT + Layout.REPORT_DIAGNOSTICS + i * Layout.DIAGNOSTIC_BYTES;
            String fix = null;
            if (field != Names.Field.PASSWORD && a.u8(base + Layout.DIAGNOSTIC_LEVEL) != Names.Level.NONE.number) {
                fix = a.string(Arena.REPORT + Layout.REPORT_POOL + a.i32(base + Layout.DIAGNOSTIC_FIX_AT), a.i32(base + Layout.DIAGNOSTIC_FIX_LENGTH));
            }
            found.add(new Diagnostic(a, i, secret, fix, sentences));
        }
        return found;
    }

    /**
     * What the person or the device did, at most three, most helpful first; told by the {@link #candidates} where they were searched for.
     * Nothing of it is made before somebody asks, no sentence before it is read.
     */
    public List<Cause> causes() {
        List<Cause> made = causes;
        if (made == null) {
            ByteBuffer explanation = sentences.explanation();
            List<Cause> all = new ArrayList<Cause>();
            for (int i = 0; i < sentences.causes(); i++) {
                all.add(new Cause(explanation, i, sentences));
            }
            made = Collections.unmodifiableList(all);
            causes = made;
        }
        return made;
    }

    /** What was typed, or {@link #text} in its place, may be submitted without a word to the person. */
    public boolean acceptable() {
        return verdict == Names.Verdict.PASS || verdict == Names.Verdict.FIXED;
    }

    /** The gravest finding, the first of those that are as grave; {@code null} without any. */
    public @Nullable Diagnostic worst() {
        Diagnostic worst = null;
        for (Diagnostic d : diagnostics) {
            worst = worst == null || d.severity.number > worst.severity.number ? d : worst;
        }
        return worst;
    }

    /** The verdict and the codes, never the value. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder(String.valueOf(verdict));
        for (Diagnostic d : diagnostics) {
            out.append(' ').append(d.code);
        }
        return out.toString();
    }
}
