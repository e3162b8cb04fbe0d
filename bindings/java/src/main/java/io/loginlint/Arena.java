package io.loginlint;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** The memory of one thread's calls: every record behind the other in one direct buffer. */
final class Arena {
    static final Charset UTF_8 = Charset.forName("UTF-8");
    static final int TEXT_MAX = 8192;
    static final int POLICY = 0;
    static final int CONTEXT = POLICY + Layout.POLICY_BYTES;
    static final int WHERE = CONTEXT + Layout.CONTEXT_BYTES;
    static final int REPORT = WHERE + Layout.WHERE_BYTES;
    static final int CANDIDATES = REPORT + Layout.REPORT_BYTES;
    static final int SERVICE = CANDIDATES + Layout.CANDIDATES_BYTES;
    static final int FACTS = SERVICE + Layout.SERVICE_BYTES;
    static final int ADVICE = FACTS + Layout.FACTS_BYTES;
    static final int TEXT = ADVICE + Layout.ADVICE_BYTES;
    static final int UNITS = TEXT + TEXT_MAX;
    static final int SIZE = UNITS + 2 * 1026;

    private static final ThreadLocal<Arena> MINE = new ThreadLocal<Arena>() {
        @Override
        protected Arena initialValue() {
            return new Arena();
        }
    };

    final ByteBuffer b = ByteBuffer.allocateDirect(SIZE).order(ByteOrder.nativeOrder());

    static Arena mine() {
        return MINE.get();
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
        ByteBuffer view = b.duplicate();
        view.position(at);
        view.get(out);
        return out;
    }

    String string(int at, int n) {
        return new String(bytes(at, n), UTF_8);
    }

    /** Puts bytes at the text area; their number. */
    int put(byte[] bytes) {
        if (bytes.length > TEXT_MAX) {
            throw new IllegalArgumentException("longer than " + TEXT_MAX + " bytes");
        }
        ByteBuffer view = b.duplicate();
        view.position(TEXT);
        view.put(bytes);
        return bytes.length;
    }

    int put(String text) {
        return put(text.getBytes(UTF_8));
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
