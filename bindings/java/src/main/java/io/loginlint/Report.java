package io.loginlint;

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
    /** Under {@code charset: unicode}, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed. */
    public final Set<Names.Skipped> skipped;

    Report(Arena a, List<Diagnostic> diagnostics) {
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
        this.diagnostics = Collections.unmodifiableList(diagnostics);
        EnumSet<Names.Skipped> left = EnumSet.noneOf(Names.Skipped.class);
        for (Names.Skipped s : Names.Skipped.values()) {
            if ((a.i32(base + Layout.REPORT_SKIPPED) >> s.number & 1) != 0) {
                left.add(s);
            }
        }
        this.skipped = Collections.unmodifiableSet(left);
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
