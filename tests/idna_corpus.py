#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hold the companion's domain names to our own rows (tests/cases/precis.tsv), and the companion against Unicode's and the web platform's test data: domain
names (IdnaTestV2, toascii), normalisation (NormalizationTest.txt) and look-alikes (confusables.txt).

usage: idna_corpus.py PROGRAM     PROGRAM: precis_dump; data: ../shared/corpora/idna_email, where it is, and /usr/share/unicode

A row of theirs that differs must be explained, or the test fails. Prints the counts.
"""
import bz2, collections, json, os, subprocess, sys, unicodedata

program = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
corpora = os.path.join(here, '..', '..', 'shared', 'corpora', 'idna_email')
ASCII, STD3, LENIENT = 1, 2, 4
pipe = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding='ascii')
icu = int(pipe.stdout.readline().split()[1])
failed = 0


def line(op, codes):
    pipe.stdin.write(op + ' ' + codes + '\n')
    pipe.stdin.flush()
    return pipe.stdout.readline().split()


def hexes(text):
    return ' '.join('%X' % ord(c) for c in text)


def text(codes):
    return ''.join(chr(int(c, 16)) for c in codes.split())


NEWER = 'a character newer than this ICU'


def is_newer(s):
    return any(line('0000002', hexes(c))[:3] == ['no', 'disallowed', 'unassigned'] for c in set(s))


def labels_of(name):
    """The name with its ASCII labels as what they stand for."""
    for label in name.split('.'):
        if label.lower().startswith('xn--'):
            try:
                name += label[4:].encode('ascii').decode('punycode')
            except (UnicodeError, ValueError):
                pass
    return name


def domain(text, flags):
    word, *rest = line('domain%d' % flags, hexes(text)) or ['ok']
    if word == 'ok':
        return bytes.fromhex(rest[0] if rest else '').decode('utf-8'), None
    return None, rest


def report(name, total, agree, explained, failures):
    global failed
    print('idna_corpus: %s: ICU %d: %d rows, %d agree, %d explained, %d differ' %
          (name, icu, total, agree, sum(explained.values()), len(failures)))
    for why, count in explained.items():
        print('  %d: %s' % (count, why))
    for f in failures[:15]:
        print('  DIFFERS', *map(ascii, f))
    failed |= bool(failures)


def rows(name):
    with open(os.path.join(corpora, name), encoding='utf-8') as f:
        return [json.loads(l) for l in f]


# Refused up to Unicode 15.0, and taken by the newer tables that the rows are of: the negated signs that only the STD3 rules
# refused, and capitals whose small forms were added later.
CHANGED = set('\u2260\u226e\u226f\u2132\u2183') | set(map(chr, range(0x10A0, 0x10C6)))


def changed(text):
    labels = text.replace('\u3002', '.').replace('\uff0e', '.').replace('\uff61', '.').split('.')
    for label in labels:
        if label.lower().startswith('xn--'):
            try:
                label = label[4:].encode('ascii').decode('punycode')
            except UnicodeError:
                continue
        if CHANGED & set(unicodedata.normalize('NFKC', label)):
            return True
    return False


def idna_test():
    total, agree, explained, failures = 0, 0, collections.Counter(), []
    for r in rows('IdnaTestV2.jsonl'):
        for flags, want, status in ((STD3, r['toUnicode'], r['uStatus']), (STD3 | ASCII, r['toAsciiN'], r['aStatus'])):
            total += 1
            got, error = domain(r['in'], flags)
            bad = status not in ('', '[]')
            if bad == (got is None) and (bad or got == want):
                agree += 1
                continue
            codes = status.strip('[]').replace(' ', '').split(',')
            if bad and got is not None and set(codes) <= {'X4_2', 'A4_2', 'A4_1'}:
                explained['lengths and empty labels: display forms are not held to them by ICU'] += 1
            elif not bad and error and error[0] in ('0', '1', '2'):
                explained['lengths and empty labels: ICU holds to them, the row does not'] += 1
            elif error and error[0] == '7' and any(0x323B0 <= ord(c) <= 0x33479 for c in r['in'] + want) and icu < 78:
                explained['an ideograph of Unicode 17, newer than this ICU'] += 1
            elif error and error[0] == '7' and icu < 74 and changed(r['in']):
                explained['taken since a later Unicode (15.1 and on), refused by the tables of this ICU'] += 1
            elif is_newer(labels_of(r['in'] + '.' + want)):
                explained[NEWER] += 1
            else:
                failures.append((r['in'], want, status, got, error, flags))
    report('IdnaTestV2', total, agree, explained, failures)


def web_test():
    total, agree, explained, failures = 0, 0, collections.Counter(), []
    for r in rows('wpt_toascii.jsonl'):
        total += 1
        got, error = domain(r['in'], ASCII | LENIENT)
        if got == r['out']:
            agree += 1
        elif error and error[0] == '11' and r['in'][0].isdigit():
            explained["ICU's own answer: a label of digits beside a right-to-left one breaks condition 1 of the Bidi rule"] += 1
        else:
            failures.append((r['in'], r['out'], got, error))
    report('toascii', total, agree, explained, failures)


def normalization():
    path = '/usr/share/unicode/NormalizationTest.txt'
    if os.path.exists(path + '.bz2'):
        rows_of = bz2.open(path + '.bz2', 'rt', encoding='utf-8').read()
    elif os.path.exists(path):
        rows_of = open(path, encoding='utf-8').read()
    else:
        print('SKIPPED NormalizationTest, no %s' % path)
        return
    total, agree, explained, failures = 0, 0, collections.Counter(), []
    for l in rows_of.splitlines():
        fields = l.split('#')[0].split(';')
        if len(fields) < 5:
            continue
        for form, want in ((1, fields[1]), (2, fields[3])):
            total += 1
            got = line('0000%d00' % form, fields[0])
            if got == ['ok'] + ['%X' % int(c, 16) for c in want.split()]:
                agree += 1
            elif is_newer(text(fields[0])):
                explained[NEWER] += 1
            else:
                failures.append((fields[0], want, got))
    report('NormalizationTest', total, agree, explained, failures)


def pairs_of_confusables():
    """Pairs of code points in hex, and where they are from: Unicode's file, or Debian's copy of it in python3-confusable-homoglyphs."""
    for path in ('/usr/share/unicode/security/confusables.txt', '/usr/share/unicode/confusables.txt'):
        if os.path.exists(path):
            rows = [l.split('#')[0].split(';') for l in open(path, encoding='utf-8-sig')]
            return path, [(r[0].strip(), r[1].strip()) for r in rows if len(r) > 2]
    path = '/usr/lib/python3/dist-packages/confusable_homoglyphs/confusables.json'
    if os.path.exists(path):
        with open(path, encoding='utf-8') as f:
            return path, [(hexes(one), hexes(other['c'])) for one, others in json.load(f).items() for other in others]
    return None, []


REVISED = [{'192', '66 326'}, {'69', '4CF'}, {'6F', 'CE6'}, {'D10', 'D0E D46'}]


def confusables():
    path, pairs = pairs_of_confusables()
    if not path:
        print('SKIPPED confusables, neither unicode-data nor python3-confusable-homoglyphs has the pairs')
        return
    total, agree, explained, failures = 0, 0, collections.Counter(), []
    for one, other in pairs:
        one, other = one.replace('200E ', '').replace(' 200E', ''), other.replace('200E ', '').replace(' 200E', '')
        if '2C' in one.split() + other.split() or {one, other} & {'20', 'A', 'D'}:
            continue  # what separates names in a list
        total += 1
        if line('alike', one + ' , ' + other) == ['1']:
            agree += 1
        elif any(unicodedata.normalize('NFD', text(x)) != text(x) for x in (one, other)):
            explained['a composed character: a skeleton decomposes before it looks anything up (UTS #39, section 4)'] += 1
        elif is_newer(text(one + ' ' + other)):
            explained[NEWER] += 1
        elif icu >= 78 and {one, other} in REVISED:
            explained['a pair that Unicode 17 pairs otherwise'] += 1
        else:
            failures.append((one, other))
    report('confusables', total, agree, explained, failures)


def own_test():
    total, failures = 0, []
    with open(os.path.join(here, 'cases', 'precis.tsv'), encoding='ascii') as f:
        for l in f:
            if l.startswith('domain'):
                total, r = total + 1, l.rstrip('\n').encode().decode('unicode_escape').split('\t')
                got, error = domain(r[1], STD3 | ASCII)
                if r[2] != (got or 'no'):
                    failures.append((*r[1:], got, error))
    report('precis.tsv', total, total - len(failures), collections.Counter(), failures)


own_test()
if os.path.isdir(corpora):
    idna_test()
    web_test()
normalization()
confusables()
pipe.stdin.close()
sys.exit(failed)
