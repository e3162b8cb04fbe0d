// SPDX-License-Identifier: MIT
package io.loginlint;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/** The library itself: offsets into one direct buffer in, its return values out. */
final class Native {
    private Native() {
    }

    static native int abi();

    static native int size_of(int record);

    static native void wipe(ByteBuffer b, int offset, int n);

    static native int policy_init(ByteBuffer b, int policy, int field);

    static native int policy_parse(ByteBuffer b, int policy, int text, int n, int where);

    static native int policy_lenient(ByteBuffer b, int policy, int text, int n);

    static native int policy_print(ByteBuffer b, int policy, int out, int capacity);

    static native int context_parse(ByteBuffer b, int context, int text, int n, int where);

    static native int check(ByteBuffer b, int policy, int context, String value, int units, int report, int candidates, int explanation);

    static native int candidates(ByteBuffer b, int policy, int context, String value, int units, int found);

    static native int key(ByteBuffer b, int same, String value, int units, int out, int capacity);

    static native int check_batch(ByteBuffer b, int policy, int context, byte[] data, int[] offsets, int room, int report, int candidates, int explanation,
            byte[] verdicts, byte[] causes);

    static native int message(ByteBuffer b, int report, int i, int language, int out, int capacity);

    static native int cause_message(ByteBuffer b, int explanation, int i, int language, int out, int capacity);

    static native int cause_next(ByteBuffer b, int explanation, int i, int language, int out, int capacity);

    static native int service_parse(ByteBuffer b, int service, int text, int n, int where);

    static native int facts_parse(ByteBuffer b, int facts, int text, int n, int where);

    static native int facts_now(ByteBuffer b, int facts, int text, int n, int where);

    static native int preflight(ByteBuffer b, int service, int facts, int advice);

    static native int advice_message(ByteBuffer b, int advice, int i, int language, int out, int capacity);

    static native int advice_next(ByteBuffer b, int advice, int i, int language, int out, int capacity);

    static native int tag(ByteBuffer b, int key, int id, int n, int secret, int m, int out);

    static native String preset(int i, int rules);

    static native int preset_field(int i);

    static {
        load();
        verify();
    }

    /** A path given as -Dio.loginlint.library, then the system's own search (Android's jniLibs), then the jar. */
    private static void load() {
        String path = System.getProperty("io.loginlint.library");
        if (path != null) {
            System.load(path);
            return;
        }
        try {
            System.loadLibrary("loginlint-jni");
        } catch (UnsatisfiedLinkError notInstalled) {
            loadFromJar(notInstalled);
        }
    }

    private static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(java.util.Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        os = os.startsWith("linux") ? "linux" : os.startsWith("mac") ? "macos" : os.startsWith("windows") ? "windows" : os;
        arch = arch.equals("amd64") ? "x86_64" : arch.equals("arm64") ? "aarch64" : arch;
        return os + "/" + arch;
    }

    private static void loadFromJar(UnsatisfiedLinkError reason) {
        String name = "/META-INF/native/" + platform() + "/" + System.mapLibraryName("loginlint-jni");
        try (InputStream in = Native.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("loginlint: no library for " + platform() + " in the jar (" + reason.getMessage() + ")");
            }
            File file = File.createTempFile("loginlint-", System.mapLibraryName(""));
            file.deleteOnExit();
            try (OutputStream out = new FileOutputStream(file)) {
                byte[] part = new byte[8192];
                for (int n = in.read(part); n > 0; n = in.read(part)) {
                    out.write(part, 0, n);
                }
            }
            System.load(file.getAbsolutePath());
        } catch (IOException e) {
            throw new UnsatisfiedLinkError("loginlint: cannot unpack the library: " + e.getMessage());
        }
    }

    private static void verify() {
        if (abi() != Layout.ABI) {
            throw new UnsatisfiedLinkError("loginlint: the library has ABI " + abi() + ", these classes need " + Layout.ABI);
        }
        for (int[] record : Layout.RECORDS) {
            if (size_of(record[0]) != record[1]) {
                throw new UnsatisfiedLinkError("loginlint: record " + record[0] + " has " + size_of(record[0]) + " bytes, not " + record[1]);
            }
        }
    }
}
