// SPDX-License-Identifier: MIT
package io.loginlint;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Thousands of threads that are alive together and have all called: prints what the process came to, in MB, and fails over a bound. */
public final class Threads {
    private Threads() {
    }

    private static Thread start(boolean virtual, Runnable work) throws ReflectiveOperationException {
        if (virtual) {
            return (Thread) Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, work);
        }
        Thread thread = new Thread(null, work, "t", 64 << 10);
        thread.start();
        return thread;
    }

    private static long peak() throws IOException {
        try (BufferedReader in = new BufferedReader(new FileReader("/proc/self/status"))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) >> 10;
                }
            }
        }
        throw new IOException("no VmHWM");
    }

    /** Usage: Threads platform|virtual COUNT MB. */
    public static void main(String[] arguments) throws Exception {
        boolean virtual = arguments[0].equals("virtual");
        int count = Integer.parseInt(arguments[1]);
        Policy policy = Policy.of(Names.Field.CARD_NUMBER);
        CountDownLatch called = new CountDownLatch(count);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger right = new AtomicInteger();
        long from = System.nanoTime();
        for (int i = 0; i < count; i++) {
            start(virtual, () -> {
                try {
                    for (int k = 0; k < 3; k++) {
                        Report report = LoginLint.check(policy, "4111-1111-1111-1111", "stage: submit");
                        boolean one = "4111111111111111".equals(report.text) && !LoginLint.candidates(policy, "4111-1111-1111-1111", "").isEmpty();
                        right.addAndGet(one ? 1 : 0);
                    }
                } finally {
                    called.countDown();
                }
                try {
                    end.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
        }
        called.await();
        long took = (System.nanoTime() - from) / 1000000;
        long peak = peak();
        end.countDown();
        System.out.println(count + " " + arguments[0] + " threads, all alive: " + right + " right answers, " + took + " ms, at most " + peak + " MB");
        System.exit(right.get() == 3 * count && peak < Long.parseLong(arguments[2]) ? 0 : 1);
    }
}
