package io.loginlint;

import org.jspecify.annotations.Nullable;

/** One finding. Spans are half-open, in UTF-16 units, as {@link String#substring} wants them. Immutable. */
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
    /** For a person; it never quotes a character of a secret. */
    public final String message;
    final int byteStart;
    final int byteEnd;
    final int charStart;
    final int charEnd;

    Diagnostic(Arena a, int base, @Nullable String fix, String message) {
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
        this.secret = a.u8(Arena.REPORT + Layout.REPORT_SECRET) != 0;
        this.message = message;
    }

    /** The code, the place and the message, never the fix. */
    @Override
    public String toString() {
        return code + " " + start + "-" + end + ": " + message;
    }
}
