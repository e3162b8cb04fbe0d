// SPDX-License-Identifier: MIT
package io.loginlint;

import org.jspecify.annotations.Nullable;

/** One finding: the evidence for a {@link Cause}. Spans are half-open, in UTF-16 units, as {@link String#substring} wants them. Immutable. */
public final class Diagnostic {
    public final Names.Code code;
    public final Names.Severity severity;
    public final int confidence;
    /** Whether the fix keeps the meaning, needs consent, or is not there. */
    public final Names.Level level;
    public final Names.Operation operation;
    public final int start;
    public final int end;
    /** The replacement; {@code null} without a fix and for a password. */
    public final transient @Nullable String fix;
    /** The fix must not be shown. */
    public final boolean secret;
    final int byteStart;
    final int byteEnd;
    final int charStart;
    final int charEnd;
    private final transient Sentences sentences;
    private final transient int number;

    Diagnostic(Arena a, int number, boolean secret, @Nullable String fix, Sentences sentences) {
        int base = Arena.REPORT + Layout.REPORT_DIAGNOSTICS + number * Layout.DIAGNOSTIC_BYTES;
        this.code = Names.Code.of(a.u16(base + Layout.DIAGNOSTIC_CODE));
        this.severity = Names.Severity.of(a.u8(base + Layout.DIAGNOSTIC_SEVERITY));
        this.confidence = a.u8(base + Layout.DIAGNOSTIC_CONFIDENCE);
        this.level = Names.Level.of(a.u8(base + Layout.DIAGNOSTIC_LEVEL));
        this.operation = Names.Operation.of(a.u8(base + Layout.DIAGNOSTIC_OPERATION));
        this.start = a.i32(base + Layout.DIAGNOSTIC_UTF16);
        this.end = a.i32(base + Layout.DIAGNOSTIC_UTF16 + 4);
        this.byteStart = a.i32(base + Layout.DIAGNOSTIC_BYTE);
        this.byteEnd = a.i32(base + Layout.DIAGNOSTIC_BYTE + 4);
        this.charStart = a.i32(base + Layout.DIAGNOSTIC_CHARACTER);
        this.charEnd = a.i32(base + Layout.DIAGNOSTIC_CHARACTER + 4);
        this.fix = fix;
        this.secret = secret;
        this.sentences = sentences;
        this.number = number;
    }

    /** The sentence for a person; it never quotes a character of a secret. */
    public String message(Names.Language language) {
        return sentences.ofDiagnostic(number, language);
    }

    /** The code and the place, never the fix. */
    @Override
    public String toString() {
        return code + " " + start + "-" + end;
    }
}
