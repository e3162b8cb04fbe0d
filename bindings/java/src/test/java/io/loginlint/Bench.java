// SPDX-License-Identifier: MIT
package io.loginlint;

/** Prints the least ns of a check of a 16-character login ID, of one of a card number with its cause and both sentences of it, and of one such ID in a batch. */
public final class Bench {
    private Bench() {
    }

    public static void main(String[] arguments) {
        final Policy id = Policy.of(Names.Field.LOGIN_ID);
        final Policy card = Policy.of(Names.Field.CARD_NUMBER);
        long check = least(() -> LoginLint.check(id, "taro.yamada_2026"));
        long sentences = least(() -> {
            for (Cause cause : LoginLint.check(card, "４１１１ー１１１１ー１１１１ー１１１１").causes()) {
                cause.message(Names.Language.JA);
                cause.next(Names.Language.JA);
            }
        });
        System.out.println(check + " " + sentences + " " + batch(id));
    }

    private static long batch(Policy id) {
        int count = 1000; // short passes, so that nothing interrupts the best of them
        byte[] data = new String(new char[count]).replace("\0", "taro.yamada_2026").getBytes(Arena.UTF_8);
        int[] offsets = new int[count + 1];
        for (int i = 0; i <= count; i++) {
            offsets[i] = 16 * i;
        }
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < 4000; pass++) {
            long from = System.nanoTime();
            LoginLint.checkBatch(id, data, offsets, "");
            best = Math.min(best, (System.nanoTime() - from) / count);
        }
        return best;
    }

    /** Passes are short, so that nothing interrupts the best of them. */
    private static long least(Runnable call) {
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < 4000; pass++) {
            long from = System.nanoTime();
            for (int i = 0; i < 40; i++) {
                call.run();
            }
            best = Math.min(best, (System.nanoTime() - from) / 40);
        }
        return best;
    }
}
