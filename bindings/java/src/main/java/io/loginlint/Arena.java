// SPDX-License-Identifier: MIT
package io.loginlint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/**
 * The memory of one call: every record behind the other in one direct buffer. There are never more than processors, and nothing
 * belongs to a thread: a call waits for one, which another gives back within microseconds, because nothing in a call waits.
 */
final class Arena implements AutoCloseable {
    static final Charset UTF_8 = Charset.forName("UTF-8");
    static final int TEXT_MAX = 8192;
    static final int POLICY = 0;
    static final int CONTEXT = POLICY + Layout.POLICY_BYTES;
    static final int WHERE = CONTEXT + Layout.CONTEXT_BYTES;
    static final int REPORT = WHERE + Layout.WHERE_BYTES;
    static final int CANDIDATES = REPORT + Layout.REPORT_BYTES;
    static final int EXPLANATION = CANDIDATES + Layout.CANDIDATES_BYTES;
    static final int SERVICE = EXPLANATION + Layout.EXPLANATION_BYTES;
    static final int FACTS = SERVICE + Layout.SERVICE_BYTES;
    static final int ADVICE = FACTS + Layout.FACTS_BYTES;
    static final int TEXT = ADVICE + Layout.ADVICE_BYTES;
    static final int UNITS = TEXT + TEXT_MAX;
    static final int SIZE = UNITS + 2 * 1026;

    private static final Semaphore FREE = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private static final ConcurrentLinkedQueue<Arena> KEPT = new ConcurrentLinkedQueue<Arena>();

    final ByteBuffer b = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.nativeOrder());

    private Arena() {
    }

    static Arena take() {
        FREE.acquireUninterruptibly();
        try {
            Arena kept = KEPT.poll();
            return kept != null ? kept : new Arena();
        } catch (Throwable noMemory) {
            FREE.release();
            throw noMemory;
        }
    }

    /** Gives it back. Whoever put something of a value there has wiped it. */
    @Override
    public void close() {
        KEPT.add(this);
        FREE.release();
    }

    int u8(int at) {
        return b.get(at) & 0xFF;
    }

    int u16(int at) {
        return b.getShort(at) & 0xFFFF;
    }

    int i32(int at) {
        return b.getInt(at);
    }

    byte[] bytes(int at, int n) {
        byte[] out = new byte[n];
        view(at).get(out);
        return out;
    }

    String string(int at, int n) {
        byte[] copy = bytes(at, n);
        String out = new String(copy, UTF_8);
        Arrays.fill(copy, (byte) 0);
        return out;
    }

    private ByteBuffer view(int at) {
        ByteBuffer view = b.duplicate();
        view.position(at);
        return view;
    }

    void put(int at, byte[] bytes) {
        view(at).put(bytes);
    }

    /** Puts a text at the text area; its bytes. */
    int put(String text) {
        return put(TEXT, text);
    }

    /** The same at a place in the text area; no array of it is left behind, as of {@code getBytes}. */
    int put(int at, String text) {
        if (text.isEmpty()) {
            return 0;
        }
        ByteBuffer view = view(at);
        view.limit(TEXT + TEXT_MAX);
        CoderResult result = UTF_8.newEncoder().onMalformedInput(CodingErrorAction.REPLACE).onUnmappableCharacter(CodingErrorAction.REPLACE)
                .encode(CharBuffer.wrap(text), view, true);
        if (result.isOverflow()) {
            throw new IllegalArgumentException("longer than " + TEXT_MAX + " bytes");
        }
        return view.position() - at;
    }

    /** The sentence of n bytes that was written to the text area, which is wiped. */
    String said(int n) {
        must(Math.min(n, 0));
        String out = string(TEXT, Math.min(n, TEXT_MAX));
        wipe(TEXT, n);
        return out;
    }

    /** Turns a negative return into the exception it deserves. */
    void must(int status) {
        if (status == -Names.Error.SYNTAX.number) {
            throw new RuleException(i32(WHERE + Layout.WHERE_OFFSET), i32(WHERE + Layout.WHERE_LENGTH), u16(WHERE + Layout.WHERE_FOUND),
                    u16(WHERE + Layout.WHERE_EXPECTED));
        }
        if (status < 0) {
            throw new IllegalArgumentException("loginlint: " + Names.Error.of(-status));
        }
    }

    void wipe(int at, int n) {
        Native.wipe(b, at, n);
    }
}
