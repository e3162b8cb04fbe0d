package io.loginlint;

/** Prints the least ns per check of a 16-character login ID. */
public final class Bench {
    private Bench() {
    }

    public static void main(String[] arguments) {
        Policy policy = Policy.of(Names.Field.LOGIN_ID);
        long best = Long.MAX_VALUE;
        for (int pass = 0; pass < 60; pass++) {
            long from = System.nanoTime();
            for (int i = 0; i < 2000; i++) {
                LoginLint.check(policy, "taro.yamada_2026");
            }
            best = Math.min(best, (System.nanoTime() - from) / 2000);
        }
        System.out.println(best);
    }
}
