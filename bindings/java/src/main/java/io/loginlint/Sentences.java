// SPDX-License-Identifier: MIT
package io.loginlint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Objects;

/**
 * What the sentences of one report are made from when somebody reads them: the findings and causes as C has them. Of a secret no
 * character is in it.
 */
final class Sentences {
    private static final byte[] NONE = new byte[0];
    private final byte[] report;
    private final byte[] pool;
    private final byte[] explanation;

    Sentences(Arena a, int findings, boolean secret) {
        int causes = findings == 0 ? 0 : a.i32(Arena.EXPLANATION + Layout.EXPLANATION_COUNT);
        this.report = findings == 0 ? NONE : a.bytes(Arena.REPORT, Layout.REPORT_DIAGNOSTICS + findings * Layout.DIAGNOSTIC_BYTES);
        this.pool = secret ? NONE : a.bytes(Arena.REPORT + Layout.REPORT_POOL, used(a, findings));
        this.explanation = causes == 0 ? NONE : a.bytes(Arena.EXPLANATION, Layout.EXPLANATION_CAUSE + causes * Layout.CAUSE_BYTES);
    }

    private static int used(Arena a, int findings) {
        int used = 0;
        for (int i = 0; i < findings; i++) {
            int base = Arena.REPORT + Layout.REPORT_DIAGNOSTICS + i * Layout.DIAGNOSTIC_BYTES;
            used = Math.max(used, a.i32(base + Layout.DIAGNOSTIC_FIX_AT) + a.i32(base + Layout.DIAGNOSTIC_FIX_LENGTH));
        }
        return used;
    }

    ByteBuffer explanation() {
        return ByteBuffer.wrap(explanation).order(ByteOrder.nativeOrder());
    }

    int causes() {
        return explanation.length == 0 ? 0 : explanation().getInt(Layout.EXPLANATION_COUNT);
    }

    String ofDiagnostic(int i, Names.Language language) {
        Objects.requireNonNull(language, "language");
        try (Arena a = Arena.take()) {
            a.put(Arena.REPORT, report);
            a.put(Arena.REPORT + Layout.REPORT_POOL, pool);
            String said = a.said(Native.message(a.b, Arena.REPORT, i, language.number, Arena.TEXT, Arena.TEXT_MAX));
            a.wipe(Arena.REPORT, report.length);
            a.wipe(Arena.REPORT + Layout.REPORT_POOL, pool.length);
            return said;
        }
    }

    String ofCause(int i, Names.Language language, boolean next) {
        Objects.requireNonNull(language, "language");
        try (Arena a = Arena.take()) {
            a.put(Arena.EXPLANATION, explanation);
            String said = a.said(next ? Native.cause_next(a.b, Arena.EXPLANATION, i, language.number, Arena.TEXT, Arena.TEXT_MAX)
                    : Native.cause_message(a.b, Arena.EXPLANATION, i, language.number, Arena.TEXT, Arena.TEXT_MAX));
            a.wipe(Arena.EXPLANATION, explanation.length);
            return said;
        }
    }
}
