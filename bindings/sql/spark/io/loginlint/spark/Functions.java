// SPDX-License-Identifier: MIT
package io.loginlint.spark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.spark.TaskContext;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * What {@link LoginLintExtensions} calls: UTF-8 in, UTF-8 or {@code null} out, wrong rules and words an {@link IllegalArgumentException}. A thread keeps one linter while
 * the rules and the field stay the same; it is wiped when the task ends. Spark sees to it that no argument is {@code null}.
 */
public final class Functions {
    private static final int VERDICT = 0, CAUSE = 1, TEXT = 2, CHECK = 3; /* enum linter_what */
    private static final ThreadLocal<Linter> LINTER = new ThreadLocal<>();

    private Functions() {
    }

    public static UTF8String verdict(UTF8String value, UTF8String rules, UTF8String field) {
        return ask(VERDICT, value, rules, field);
    }

    public static UTF8String cause(UTF8String value, UTF8String rules, UTF8String field) {
        return ask(CAUSE, value, rules, field);
    }

    public static UTF8String text(UTF8String value, UTF8String rules, UTF8String field) {
        return ask(TEXT, value, rules, field);
    }

    public static UTF8String check(UTF8String value, UTF8String rules, UTF8String field) {
        return ask(CHECK, value, rules, field);
    }

    public static UTF8String key(UTF8String value, UTF8String words) {
        Linter linter = linter();
        if (!words.equals(linter.words)) {
            linter.same = same(words.getBytes());
            if (linter.same < 0) {
                throw new IllegalArgumentException("loginlint_key: words are width, case, separators, compatibility, look-alikes, all");
            }
            linter.words = words.clone();
        }
        return UTF8String.fromBytes(keyOf(linter.same, value.getBytes()));
    }

    private static UTF8String ask(int what, UTF8String value, UTF8String rules, UTF8String field) {
        Linter linter = linter();
        if (!rules.equals(linter.rules) || !field.equals(linter.field)) {
            linter.rules = null;
            String error = open(linter.memory, field.getBytes(), rules.getBytes());
            if (error != null) {
                throw new IllegalArgumentException(error);
            }
            linter.rules = rules.clone();
            linter.field = field.clone();
        }
        return UTF8String.fromBytes(answer(linter.memory, what, value.getBytes()));
    }

    private static Linter linter() {
        Linter linter = LINTER.get();
        if (linter == null) {
            linter = new Linter();
            LINTER.set(linter);
            TaskContext task = TaskContext.get();
            if (task != null) {
                ByteBuffer memory = linter.memory;
                task.addTaskCompletionListener(ended -> {
                    close(memory);
                    LINTER.remove();
                });
            }
        }
        return linter;
    }

    private static final class Linter {
        final ByteBuffer memory = ByteBuffer.allocateDirect(size());
        UTF8String rules, field, words;
        int same;
    }

    private static native int size();

    /** {@code null}, or what is wrong with the rules. */
    private static native String open(ByteBuffer linter, byte[] field, byte[] rules);

    private static native byte[] answer(ByteBuffer linter, int what, byte[] value);

    private static native void close(ByteBuffer linter);

    private static native int same(byte[] words);

    private static native byte[] keyOf(int same, byte[] value);

    static {
        String file = System.mapLibraryName("loginlint-spark");
        try (InputStream in = Functions.class.getResourceAsStream("/META-INF/native/" + System.getProperty("os.name") + "/" + System.getProperty("os.arch") + "/" + file)) {
            if (in == null) {
                throw new UnsatisfiedLinkError("loginlint: the jar has no library for this machine");
            }
            Path copy = Files.createTempFile("loginlint-", file);
            copy.toFile().deleteOnExit();
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            System.load(copy.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
