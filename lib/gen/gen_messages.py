#!/usr/bin/env python3
"""Pack the sentences of messages.def and advice_messages.def: python3 lib/gen/gen_messages.py lib/words

Byte pairs, on characters: the two codes that follow each other most often become one new code, over and over while that
pays. What is packed is unpacked here again and compared. In: the two .def files. Out, in the folder that is named:

  packed_data.inc    the texts of both (equal ones once, the empty one first), and what the codes stand for (packed.c)
  messages_data.inc  for each kind of row of messages.def the offsets of its texts by language
  advice_data.inc    for each row of advice_messages.def its offsets by language: what, next
"""
import collections, os, re, sys

TIMES_MIN = 3  # a pair takes 3 bytes in the table
TABLES = (('SENTENCE', 'sentences'), ('KEY', 'keys'), ('FIELD_WORD', 'fields'), ('BRAND_WORD', 'brands'),
          ('CLASS_WORD', 'classes'), ('REASON_WORD', 'reasons'),
          ('CHARACTER', 'characters'), ('KIND', 'kinds'), ('SCRIPT', 'scripts'))
LITERAL = r'"((?:[^"\\]|\\.)*)"'


def read_rows(name, texts_in_a_row):
    """{macro: [[text, ...] of each row]}; literals that stand side by side are one text, as in C."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'words', name)
    source = re.sub(r'/\*.*?\*/', '', open(path, encoding='utf-8').read(), flags=re.S)
    rows = collections.defaultdict(list)
    for macro, body in re.findall(r'^([A-Z_]+)\((.*?)\)$', source, re.M | re.S):
        texts = [re.sub(r'\\(.)', r'\1', ''.join(re.findall(LITERAL, run)))
                 for run in re.findall(r'(?:"(?:[^"\\]|\\.)*"\s*)+', body)]
        if len(texts) != texts_in_a_row:
            sys.exit('%s: %s(%s): not %d texts' % (name, macro, body, texts_in_a_row))
        rows[macro].append(texts)
    return rows


def merge(sequence, pair, code):
    out = []
    for symbol in sequence:
        if out and (out[-1], symbol) == pair:
            out[-1] = code
        else:
            out.append(symbol)
    return out


def find_pairs(sequences):
    """Replaces pairs in the lists of characters by numbers; returns {number: (symbol, symbol)}."""
    count, pairs = collections.Counter(), {}
    for s in sequences:
        count.update(zip(s, s[1:]))
    while True:
        pair, times = min(count.items(), key=lambda item: (-item[1], str(item[0])))
        if times < TIMES_MIN:
            return pairs
        number = len(pairs)
        pairs[number] = pair
        for i, s in enumerate(sequences):
            if pair in zip(s, s[1:]):
                count.subtract(zip(s, s[1:]))
                sequences[i] = merge(s, pair, number)
                count.update(zip(sequences[i], sequences[i][1:]))


class Codes:
    """The code of each symbol: the most frequent ones take one byte; pairs lie together between characters."""

    def __init__(self, sequences, pairs):
        often = collections.Counter(s for sequence in sequences for s in sequence)
        symbols = set(often) | set(pairs) | {s for pair in pairs.values() for s in pair}
        order = sorted(symbols, key=lambda s: (-often[s], str(s)))
        self.short = 256  # codes of one byte: the bytes left over are the first of two
        while self.short + (256 - self.short) * 256 <= len(order):
            self.short -= 1
        near, far = order[:self.short - 1], order[self.short - 1:]
        first, last = [s for s in near if s not in pairs], [s for s in far if s not in pairs]
        self.pairs = [s for s in near + far if s in pairs]
        self.characters = first + last
        self.pairs_first, self.pairs_end = 1 + len(first), 1 + len(first) + len(self.pairs)
        self.of = {s: 1 + i for i, s in enumerate(first + self.pairs + last)}

    def write(self, sequence):
        for code in map(self.of.get, sequence):
            if code >= self.short:
                yield self.short + (code - self.short >> 8)
                yield code - self.short & 255
            else:
                yield code
        yield 0


def lines(items, width):
    return ''.join('    %s\n' % ' '.join(items[i:i + width]) for i in range(0, len(items), width))


def array(declaration, items, width):
    return 'static const %s = {\n%s};\n' % (declaration, lines(items, width))


messages, advice = read_rows('messages.def', 2), read_rows('advice_messages.def', 4)['X']
plain = sorted({t for macro, _ in TABLES for row in messages[macro] for t in row} | {t for row in advice for t in row})
sequences = [list(t) for t in plain]
pairs = find_pairs(sequences)
codes = Codes(sequences, pairs)


def unpack(symbol, depth=1):
    """(text, depth of the pairs within pairs)"""
    if symbol not in pairs:
        return symbol, depth
    parts = [unpack(s, depth + 1) for s in pairs[symbol]]
    return ''.join(p[0] for p in parts), max(p[1] for p in parts)


offset, data, deepest = {}, [], 0
for text, sequence in zip(plain, sequences):
    parts = [unpack(s) for s in sequence]
    assert ''.join(p[0] for p in parts) == text
    deepest = max([deepest] + [p[1] for p in parts])
    offset[text] = len(data)
    data += codes.write(sequence)
assert offset[''] == 0 and len(data) < 0xFFFF and max(map(ord, codes.characters)) < 0x10000 and len(codes.of) < 4095

head = '/* %s - generated from messages.def and advice_messages.def by gen_messages.py; do not edit. */\n/* clang-format off */\n'
sizes = [len(t.encode('utf-8')) + 1 for t in plain]
files = {'packed_data.inc': 'enum { SHORT_CODES = %d, PAIRS_FIRST = %d, PAIRS_END = %d, DEEPEST = %d, LONGEST = %d };\n' % (
             codes.short, codes.pairs_first, codes.pairs_end, deepest, max(sizes)) +
         array('uint8_t packed[%d] /* %d bytes of text */' % (len(data), sum(sizes)), ['%d,' % b for b in data], 28) +
         array('uint8_t pairs[][3] /* two codes of 12 bits */', ['{%d, %d, %d},' % (a & 255, a >> 8 | (b & 15) << 4, b >> 4)
               for a, b in (map(codes.of.get, pairs[p]) for p in codes.pairs)], 8) +
         array('uint16_t characters[]', ['0x%04X,' % ord(c) for c in codes.characters], 14),
         'messages_data.inc': ''.join(
             array('uint16_t %s_text[][2]' % name, ['{%d, %d},' % tuple(map(offset.get, row)) for row in messages[macro]], 9)
             for macro, name in TABLES),
         'advice_data.inc': array('uint16_t words_text[][2][2]', ['{{%d, %d}, {%d, %d}},' % tuple(map(offset.get, row))
                                                                 for row in advice], 4)}
for name, body in files.items():
    with open(os.path.join(sys.argv[1], name), 'w', encoding='utf-8') as out:
        out.write(head % name + body)
