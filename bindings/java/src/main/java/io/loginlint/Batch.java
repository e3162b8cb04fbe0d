// SPDX-License-Identifier: MIT
package io.loginlint;

import org.jspecify.annotations.Nullable;

/** What {@link LoginLint#checkBatch} found: a verdict and a first cause for each value. The arrays belong to the caller. */
public final class Batch {
    /** In {@link #causes}: there is none. */
    public static final byte NOTHING = (byte) 0xFF;
    /** {@code number} of a {@link Names.Verdict} each. */
    public final byte[] verdicts;
    /** {@code number} of a {@link Names.Cause} each, or {@link #NOTHING}. */
    public final byte[] causes;

    Batch(int count) {
        verdicts = new byte[count];
        causes = new byte[count];
    }

    public int size() {
        return verdicts.length;
    }

    public Names.Verdict verdict(int i) {
        return Names.Verdict.of(verdicts[i] & 0xFF);
    }

    /** What the person did first; {@code null} where there is nothing to say. */
    public Names.@Nullable Cause cause(int i) {
        return causes[i] == NOTHING ? null : Names.Cause.of(causes[i] & 0xFF);
    }

    static void mustFit(byte[] data, int[] offsets) {
        if (offsets.length == 0 || offsets[0] < 0 || offsets[offsets.length - 1] > data.length) {
            throw new IllegalArgumentException("offsets are one more than values, and lie within the data");
        }
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] < offsets[i - 1]) {
                throw new IllegalArgumentException("offsets must not decrease");
            }
        }
    }
}
