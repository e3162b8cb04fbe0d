// SPDX-License-Identifier: MIT
package io.loginlint;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a service accepts, read once from a rule string. Immutable and safe to share between threads. */
public final class Policy {
    public final Names.Field field;
    private final byte[] record;

    private Policy(Names.Field field, byte[] record) {
        this.field = field;
        this.record = record;
    }

    /** The built-in policy of a field. */
    public static Policy of(Names.Field field) {
        return parse(field, "");
    }

    /** Strictly; a {@link RuleException} names the place of the first error. */
    public static Policy parse(Names.Field field, String rules) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rules, "rules");
        try (Arena a = Arena.take()) {
            a.must(Native.policy_init(a.b, Arena.POLICY, field.number));
            a.must(Native.policy_parse(a.b, Arena.POLICY, Arena.TEXT, a.put(rules), Arena.WHERE));
            return new Policy(field, a.bytes(Arena.POLICY, Layout.POLICY_BYTES));
        }
    }

    /** As browsers read the {@code passwordrules} attribute: what cannot be read is passed over. */
    public static Policy parseLeniently(Names.Field field, String rules) {
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(rules, "rules");
        try (Arena a = Arena.take()) {
            a.must(Native.policy_init(a.b, Arena.POLICY, field.number));
            a.must(Native.policy_lenient(a.b, Arena.POLICY, Arena.TEXT, a.put(rules)));
            return new Policy(field, a.bytes(Arena.POLICY, Layout.POLICY_BYTES));
        }
    }

    /** The rule string of a preset such as {@code "pin-4"}; {@code null} when there is none of that name. */
    public static @Nullable String preset(String name) {
        Objects.requireNonNull(name, "name");
        for (int i = 0; Native.preset(i, 0) != null; i++) {
            if (Native.preset(i, 0).equals(name)) {
                return Native.preset(i, 1);
            }
        }
        return null;
    }

    /** Of the same field, and accepting the same, however its rules were written. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Policy && Arrays.equals(record, ((Policy) other).record);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(record);
    }

    /** The canonical rule string. */
    @Override
    public String toString() {
        try (Arena a = Arena.take()) {
            enter(a);
            return a.string(Arena.TEXT, Math.min(Native.policy_print(a.b, Arena.POLICY, Arena.TEXT, Arena.TEXT_MAX), Arena.TEXT_MAX));
        }
    }

    void enter(Arena a) {
        a.put(Arena.POLICY, record);
    }
}
