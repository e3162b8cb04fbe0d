// SPDX-License-Identifier: MIT
package io.loginlint;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** Prints what the binding answers to shared cases, in the columns of tests/cases/README.md. */
public final class Transcript {
    private Transcript() {
    }

    static String unescape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char kind = s.charAt(++i);
            int width = kind == 'u' ? 4 : kind == 'U' ? 8 : 0;
            if (kind == '\\') {
                out.append('\\');
            } else {
                int cp = (int) Long.parseLong(s.substring(i + 1, i + 1 + width), 16);
                if (cp >= 0x10000) {
                    out.appendCodePoint(cp);
                } else {
                    out.append((char) cp);
                }
                i += width;
            }
        }
        return out.toString();
    }

    private static String escape(String s) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < s.length();) {
            int cp = s.codePointAt(i);
            i += Character.charCount(cp);
            if (cp == '\\') {
                out.append("\\\\");
            } else if (cp > 0x20 && cp < 0x7F) {
                out.append((char) cp);
            } else {
                out.append(String.format(cp > 0xFFFF ? "\\U%08X" : "\\u%04X", cp));
            }
        }
        return out.toString();
    }

    private static String hex(String s) {
        StringBuilder out = new StringBuilder();
        for (byte b : s.getBytes(Arena.UTF_8)) {
            out.append(String.format("%02x", b & 0xFF));
        }
        return out.toString();
    }

    static String line(String[] column) {
        String value = unescape(column[4]);
        Names.Field field = null;
        for (Names.Field f : Names.Field.values()) {
            field = f.toString().equals(column[1]) ? f : field;
        }
        Policy policy = Policy.parse(field, column[2]);
        Report r = LoginLint.checkWithCandidates(policy, value, column[3]);
        Report alone = LoginLint.check(policy, value, column[3]);
        StringBuilder out = new StringBuilder();
        out.append(column[0]).append('\t').append(r.verdict).append('\t').append(r.valid ? 1 : 0).append('\t').append(r.secret ? 1 : 0).append('\t');
        out.append(r.brand == Names.Brand.NONE ? "-" : r.brand.toString()).append('\t');
        out.append(!r.wellFormed ? "-" : r.changed ? escape(r.text) : "=").append('\t');
        for (Diagnostic d : r.diagnostics) {
            out.append(out.charAt(out.length() - 1) == '\t' ? "" : " ");
            out.append(d.code).append(':').append(d.severity).append(':').append(d.confidence).append(':').append(d.level).append(':').append(d.operation);
            out.append(':').append(d.byteStart).append('-').append(d.byteEnd).append(':').append(d.start).append('-').append(d.end);
            out.append(':').append(d.charStart).append('-').append(d.charEnd).append(':').append(d.fix == null ? "" : hex(d.fix));
        }
        out.append(r.diagnostics.isEmpty() ? "-" : "").append('\t');
        List<Candidate> candidates = r.candidates;
        if (!candidates.toString().equals(LoginLint.candidates(policy, value, column[3]).toString())) {
            throw new AssertionError(column[0] + ": other candidates without a check");
        }
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            out.append(i > 0 ? " " : "").append(c.basis).append(':').append(c.confidence).append(':').append(hex(c.text));
        }
        out.append(candidates.isEmpty() ? "-" : "").append('\t');
        for (Names.Skipped s : r.skipped) {
            out.append(out.charAt(out.length() - 1) == '\t' ? "" : " ").append(s);
        }
        out.append(r.skipped.isEmpty() ? "-" : "");
        return causes(causes(out, r), alone).toString();
    }

    private static StringBuilder causes(StringBuilder out, Report r) {
        out.append('\t');
        for (Cause c : r.causes()) {
            out.append(out.charAt(out.length() - 1) == '\t' ? "" : " ");
            out.append(c.code).append(':').append(c.remedy).append(':').append(c.candidate == null ? "-" : c.candidate.toString()).append(':').append(c.confidence);
            out.append(':').append(c.byteStart).append('-').append(c.byteEnd).append(':').append(c.start).append('-').append(c.end);
            out.append(':').append(c.charStart).append('-').append(c.charEnd).append(':');
            out.append(c.diagnostics.toString().replaceAll("[\\[\\] ]", ""));
        }
        return out.append(r.causes().isEmpty() ? "-" : "").append('\t').append(r.causesLeft);
    }

    /** The key of each case in the differences that the bits of its number name, then all of them in one batch. */
    private static void keys(BufferedReader in, PrintStream out) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        List<Integer> ends = new ArrayList<>();
        ends.add(0);
        for (String row = in.readLine(); row != null; row = in.readLine()) {
            String[] column = row.split("\t", -1);
            String value = unescape(column[4]);
            EnumSet<Names.Same> same = EnumSet.noneOf(Names.Same.class);
            for (Names.Same one : Names.Same.values()) {
                if (((ends.size() - 1) % 32 & one.number) != 0) {
                    same.add(one);
                }
            }
            out.print(column[0] + "\t" + hex(LoginLint.key(value, same)) + "\n");
            data.write(value.getBytes(Arena.UTF_8));
            ends.add(data.size());
        }
        int[] offsets = ends.stream().mapToInt(Integer::intValue).toArray();
        Batch batch = LoginLint.checkBatchWithCandidates(Policy.of(Names.Field.LOGIN_ID), data.toByteArray(), offsets, "");
        for (int i = 0; i < batch.size(); i++) {
            out.print(i + "\t" + batch.verdict(i) + "\t" + (batch.cause(i) == null ? "-" : batch.cause(i).toString()) + "\n");
        }
    }

    /** Usage: Transcript [--keys] CASES; the lines go to standard output. */
    public static void main(String[] arguments) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(Paths.get(arguments[arguments.length - 1]), Charset.forName("US-ASCII"));
                PrintStream out = new PrintStream(System.out, false, "UTF-8")) {
            if (arguments[0].equals("--keys")) {
                keys(in, out);
                return;
            }
            for (String row = in.readLine(); row != null; row = in.readLine()) {
                out.print(line(row.split("\t", -1)) + "\n");
            }
        }
    }
}
