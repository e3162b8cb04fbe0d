// SPDX-License-Identifier: MIT
package io.loginlint;

/** A rule, context, service or facts string that cannot be read: where, what was found, what was expected. */
public final class RuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    /** UTF-8 bytes from the start of the string. */
    public final int offset;
    public final int length;
    public final Names.Found found;
    public final Names.Expected expected;

    RuleException(int offset, int length, int found, int expected) {
        super("at byte " + offset + ": found " + Names.Found.of(found) + ", expected " + Names.Expected.of(expected));
        this.offset = offset;
        this.length = length;
        this.found = Names.Found.of(found);
        this.expected = Names.Expected.of(expected);
    }
}
