"""contracts.py [TWIN] - the UTF-8 reader and writer of lib/utf.c as they stand, with their contracts in ACSL put before them.

Out: C for Frama-C.  TWIN 1 leaves out the test for the end of the input, 2 writes one byte too far: neither may be proved.
Promised for inputs of any length: nothing outside s[0..n) is read, nothing but *length or out[0..3] is written, no undefined
arithmetic, 1 <= *length <= min(4, n), and an end.  That the value is a scalar value is left to the exhaustive test.
"""
import pathlib
import sys

BEFORE = [
    ('static int second_in_range', '/*@ assigns \\nothing; */\n'),
    ('uint32_t ll_utf8_next(', '''/*@ requires 1 <= n;
    requires \\valid_read(s + (0 .. n - 1));
    requires \\valid(length);
    requires \\separated(length, s + (0 .. n - 1));
    assigns *length;
    ensures 1 <= *length <= 4;
    ensures *length <= n; */
'''),
    ('    for (i = 1; i < need; i++) {', '''    /*@ loop invariant 1 <= i <= need;
        loop invariant i <= n;
        loop invariant *length == i;
        loop assigns i, cp, *length;
        loop variant need - i; */
'''),
    ('uint32_t ll_utf8_put(', '''/*@ requires \\valid(out + (0 .. 3));
    assigns out[0 .. 3];
    ensures 1 <= \\result <= 4; */
'''),
]
TWINS = {'1': ('i == n || ', ''), '2': ('out[3] =', 'out[4] =')}


def once(text, old, new):
    if text.count(old) != 1:
        sys.exit(f'contracts.py: {old!r} stands {text.count(old)} times in lib/utf.c')
    return text.replace(old, new)


source = (pathlib.Path(__file__).parent / '../../lib/utf.c').read_text()
text = source[source.index('/* The second byte'):source.index('/* Writes one character whose')]
for line, contract in BEFORE:
    text = once(text, line, contract + line)
for twin in sys.argv[1:]:
    text = once(text, *TWINS[twin])
print('#include <stdint.h>\n#define LL_ILLFORMED 0xFFFFFFFFu\n' + text)
