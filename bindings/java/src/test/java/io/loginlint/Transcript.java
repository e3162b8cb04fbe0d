package io.loginlint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.List;

/** Prints what the binding answers to shared cases, in the columns of tests/cases/README.md. */
public final class Transcript {
    private Transcript() {
    }

    /** {@code null} for a value with raw bytes, which a String cannot hold. */
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
            if (kind == 'x') {
                return null;
            }
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
        if (value == null) {
            return null;
        }
        Names.Field field = null;
        for (Names.Field f : Names.Field.values()) {
            field = f.toString().equals(column[1]) ? f : field;
        }
        Policy policy = Policy.parse(field, column[2]);
        Report r = LoginLint.check(policy, value, column[3], Names.Language.EN);
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
        List<Candidate> candidates = LoginLint.candidates(policy, value, column[3]);
        for (int i = 0; i < candidates.size(); i++) {
            Candidate c = candidates.get(i);
            out.append(i > 0 ? " " : "").append(c.basis).append(':').append(c.confidence).append(':').append(hex(c.text));
        }
        out.append(candidates.isEmpty() ? "-" : "").append('\t');
        for (Names.Skipped s : r.skipped) {
            out.append(out.charAt(out.length() - 1) == '\t' ? "" : " ").append(s);
        }
        return out.append(r.skipped.isEmpty() ? "-" : "").toString();
    }

    /** Usage: Transcript CASES EXPECTED; prints "cases passed skipped". */
    public static void main(String[] arguments) throws IOException {
        int cases = 0;
        int passed = 0;
        int skipped = 0;
        PrintStream err = System.err;
        for (int a = 0; a + 1 < arguments.length; a += 2) {
            try (BufferedReader in = Files.newBufferedReader(Paths.get(arguments[a]), Charset.forName("US-ASCII"));
                    BufferedReader expected = Files.newBufferedReader(Paths.get(arguments[a + 1]), Charset.forName("UTF-8"))) {
                for (String row = in.readLine(); row != null; row = in.readLine()) {
                    if (row.startsWith("#") || row.isEmpty()) {
                        continue;
                    }
                    String want = expected.readLine();
                    String got = line(row.split("\t", -1));
                    cases++;
                    if (got == null) {
                        skipped++;
                    } else if (got.equals(want)) {
                        passed++;
                    } else {
                        err.println("want " + want + "\ngot  " + got);
                    }
                }
            }
        }
        System.out.println(cases + " " + passed + " " + skipped);
        System.exit(cases == passed + skipped && passed > 0 ? 0 : 1);
    }
}
