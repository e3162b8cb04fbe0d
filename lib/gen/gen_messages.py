#!/usr/bin/env python3
"""Pack the texts of messages.def into lib/messages_data.inc: python3 lib/gen/gen_messages.py > lib/messages_data.inc

Byte pairs: a byte that no text uses stands for the two bytes that follow each other most often, over and over until no
byte is left. What is packed is unpacked here again and compared. In: lib/messages.def. Out: for each kind of row the
offsets of its texts by language, the packed texts (NUL-terminated, equal ones once, the empty one first), and the pairs.
"""
import collections, os, re, sys

UNPACKED_MAX = 448  # bytes of the longest text: struct message has room for it
DEPTH_MAX = 24      # pairs within pairs: the stack of put_packed
TABLES = (('SENTENCE', 'sentences'), ('KEY', 'keys'), ('FIELD_WORD', 'fields'), ('BRAND_WORD', 'brands'),
          ('CLASS_WORD', 'classes'), ('REASON_WORD', 'reasons'),
          ('CHARACTER', 'characters'), ('KIND', 'kinds'), ('SCRIPT', 'scripts'))

path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'messages.def')
source = re.sub(r'/\*.*?\*/', '', open(path, encoding='utf-8').read(), flags=re.S)
rows = collections.defaultdict(list)
for macro, body in re.findall(r'^([A-Z_]+)\((.*?)\)$', source, re.M | re.S):
    texts = [re.sub(r'\\(.)', r'\1', t).encode('utf-8') for t in re.findall(r'"((?:[^"\\]|\\.)*)"', body)]
    if len(texts) != 2:
        sys.exit('%s(%s): not two texts' % (macro, body))
    rows[macro].append(texts)

plain = sorted({t for macro, _ in TABLES for pair in rows[macro] for t in pair})
if max(map(len, plain)) >= UNPACKED_MAX:
    sys.exit('a text is longer than %d bytes' % UNPACKED_MAX)
packed = [list(t) for t in plain]
pairs = {}
for code in sorted(set(range(1, 256)) - {b for t in plain for b in t}):
    count = collections.Counter(p for t in packed for p in zip(t, t[1:]))
    pair, times = min(count.items(), key=lambda item: (-item[1], item[0]))
    if times < 4:
        break
    pairs[code] = pair
    for i, t in enumerate(packed):
        out = []
        for b in t:
            if out and (out[-1], b) == pair:
                out[-1] = code
            else:
                out.append(b)
        packed[i] = out


def unpack(code, depth=1):
    if depth > DEPTH_MAX:
        sys.exit('pairs are nested deeper than %d' % DEPTH_MAX)
    return b''.join(unpack(b, depth + 1) for b in pairs[code]) if code in pairs else bytes([code])


offset, data = {}, []
for t, p in zip(plain, packed):
    assert b''.join(map(unpack, p)) == t
    offset[t] = len(data)
    data += p + [0]
assert offset[b''] == 0 and len(data) < 0xFFFF


def lines(items, width):
    for i in range(0, len(items), width):
        print('    ' + ' '.join(items[i:i + width]))


print('/* messages_data.inc - generated from messages.def by gen_messages.py; do not edit. */')
print('/* clang-format off */')
for macro, name in TABLES:
    print('static const uint16_t %s_text[][2] = {' % name)
    lines(['{%d, %d},' % tuple(offset[t] for t in pair) for pair in rows[macro]], 9)
    print('};')
print('static const uint8_t packed[] = { /* %d bytes of text in %d */' % (sum(len(t) + 1 for t in plain), len(data)))
lines(['%d,' % b for b in data], 28)
print('};')
print('static const uint8_t pairs[256][2] = {')
lines(['[%d] = {%d, %d},' % ((code,) + pair) for code, pair in sorted(pairs.items())], 6)
print('};')
