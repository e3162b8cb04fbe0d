// SPDX-License-Identifier: MIT
package io.loginlint;

/** A whole-value alternative. For a secret show {@link #basis}, never {@link #text}. Immutable. */
public final class Candidate {
    public final transient String text;
    public final Names.Basis basis;
    public final int confidence;
    /** The only candidate that its basis allows. */
    public final boolean unique;
    /** The layout hides which letters were capitals; lower case is assumed. */
    public final boolean caseLost;
    /** The text must not be shown. */
    public final boolean secret;

    Candidate(Arena a, int base) {
        this.text = a.string(base + Layout.CANDIDATE_TEXT, a.i32(base + Layout.CANDIDATE_LENGTH));
        this.basis = Names.Basis.of(a.u8(base + Layout.CANDIDATE_BASIS));
        this.confidence = a.u8(base + Layout.CANDIDATE_CONFIDENCE);
        this.unique = a.u8(base + Layout.CANDIDATE_UNIQUE) != 0;
        this.caseLost = a.u8(base + Layout.CANDIDATE_CASE_LOST) != 0;
        this.secret = a.i32(Arena.CANDIDATES + Layout.CANDIDATES_SECRET) != 0;
    }

    /** The basis and the confidence, never the text. */
    @Override
    public String toString() {
        return basis + " " + confidence;
    }
}
