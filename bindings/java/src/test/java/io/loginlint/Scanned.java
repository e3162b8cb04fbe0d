// SPDX-License-Identifier: MIT
package io.loginlint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.ArrayList;
import java.util.List;

/** The program that bindings/scan.py looks into. */
public final class Scanned {
    private static final List<byte[]> KEPT = new ArrayList<>();

    private Scanned() {
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Arena.UTF_8), 128);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] column = line.split("\t");
            Names.Field field = null;
            for (Names.Field f : Names.Field.values()) {
                field = f.toString().equals(column[1]) ? f : field;
            }
            Policy policy = Policy.of(field);
            byte[] data = column[2].getBytes(Arena.UTF_8); // leaves what it worked in, as no later call may
            System.gc(); // what was read lies where no later collection moves it
            System.out.println("ready");
            in.readLine();
            for (int i = 0; i < 50; i++) {
                call(column[0], policy, column[2], data);
            }
            System.out.println("done");
        }
    }

    /** Everything that a report says of itself. */
    private static int say(Report report) {
        int said = report.toString().length();
        for (Names.Language language : Names.Language.values()) {
            for (Cause cause : report.causes()) {
                said += cause.message(language).length() + cause.next(language).length();
            }
            for (Diagnostic d : report.diagnostics) {
                said += d.message(language).length();
            }
        }
        return said;
    }

    private static void call(String calls, Policy policy, String value, byte[] data) {
        if (calls.contains("c")) {
            say(LoginLint.check(policy, value, "stage: submit"));
        }
        if (calls.contains("k")) {
            LoginLint.candidates(policy, value, "failures: 1").toString();
        }
        if (calls.contains("x")) {
            say(LoginLint.check(policy, value, "stage: submit; failures: 1"));
            if (calls.contains("k")) {
                say(LoginLint.checkWithCandidates(policy, value, "stage: submit; failures: 1"));
            }
        }
        if (calls.contains("t")) {
            LoginLint.checkBatch(policy, data, new int[] {0, data.length}, "");
            LoginLint.tag(new byte[16], "taro", value);
        }
        if (calls.contains("p")) {
            KEPT.add(value.getBytes(Arena.UTF_8));
        }
    }
}
