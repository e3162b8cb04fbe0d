// SPDX-License-Identifier: MIT
package io.loginlint;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the person or the device did: one act, whatever the number of findings that it left behind. Immutable. */
public final class Cause {
    public final Names.Cause code;
    public final Names.Severity severity;
    public final int confidence;
    /**
     * {@code APPLY}: offer {@link Report#text}; {@code CHOOSE}: offer {@link #candidate}; {@code RETYPE}: say which key to press; {@code LOOK}:
     * point at the span; {@code GO}: name the box that it belongs to.
     */
    public final Names.Remedy remedy;
    /** The span to look at: half-open, in UTF-16 units. */
    public final int start;
    public final int end;
    /** Which of {@link Report#diagnostics} it explains. */
    public final List<Integer> diagnostics;
    /** With {@code CHOOSE}: which of {@link Report#candidates}, and what it undoes. */
    public final @Nullable Integer candidate;
    public final Names.@Nullable Basis basis;
    /** The field that the value belongs to, where that seems to be another. */
    public final Names.@Nullable Field place;
    /** No character of the value is here. */
    public final boolean secret;
    final int byteStart;
    final int byteEnd;
    final int charStart;
    final int charEnd;
    private final transient Sentences sentences;
    private final transient int number;

    Cause(java.nio.ByteBuffer b, int number, Sentences sentences) {
        int base = Layout.EXPLANATION_CAUSE + number * Layout.CAUSE_BYTES;
        this.code = Names.Cause.of(b.get(base + Layout.CAUSE_CODE));
        this.severity = Names.Severity.of(b.get(base + Layout.CAUSE_SEVERITY));
        this.confidence = b.get(base + Layout.CAUSE_CONFIDENCE);
        this.remedy = Names.Remedy.of(b.get(base + Layout.CAUSE_REMEDY));
        this.start = b.getInt(base + Layout.CAUSE_UTF16);
        this.end = b.getInt(base + Layout.CAUSE_UTF16 + 4);
        this.byteStart = b.getInt(base + Layout.CAUSE_BYTE);
        this.byteEnd = b.getInt(base + Layout.CAUSE_BYTE + 4);
        this.charStart = b.getInt(base + Layout.CAUSE_CHARACTER);
        this.charEnd = b.getInt(base + Layout.CAUSE_CHARACTER + 4);
        this.diagnostics = bits(b.getInt(base + Layout.CAUSE_DIAGNOSTICS) & 0xFFFFFFFFL | (long) b.getInt(base + Layout.CAUSE_DIAGNOSTICS + 4) << 32);
        int candidate = b.get(base + Layout.CAUSE_CANDIDATE);
        this.candidate = candidate < 0 ? null : candidate;
        this.basis = Names.Basis.of(b.get(base + Layout.CAUSE_BASIS));
        this.place = Names.Field.of(b.get(base + Layout.CAUSE_PLACE));
        this.secret = b.get(base + Layout.CAUSE_SECRET) != 0;
        this.sentences = sentences;
        this.number = number;
    }

    private static List<Integer> bits(long set) {
        List<Integer> out = new ArrayList<Integer>();
        for (int i = 0; i < 64; i++) {
            if ((set >>> i & 1) != 0) {
                out.add(i);
            }
        }
        return Collections.unmodifiableList(out);
    }

    /** What happened, in one sentence; never a character of a secret. */
    public String message(Names.Language language) {
        return sentences.ofCause(number, language, false);
    }

    /** What to do; with {@code APPLY} and {@code CHOOSE} what the button says. */
    public String next(Names.Language language) {
        return sentences.ofCause(number, language, true);
    }

    /** The code and the remedy. */
    @Override
    public String toString() {
        return code + ":" + remedy;
    }
}
