#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Card numbers: brand, validity and grouping.

usage: card_vectors.py CLI [DIRECTORY]

Our own ranges (tests/cases/cards.tsv): numbers at both ends of every range and just outside, in every length, must have the
brand of the longest range that holds them, pass with a right check digit only, and be shown in the brand's groups.
Where it is, what other projects' tests say (../shared/corpora/cards): every disagreement must fall under one of the reasons
below; the rates are printed, an unexplained row fails.
"""
import json, os, subprocess, sys

SAME = {'american-express': 'amex', 'diners-club': 'diners', 'dinersclub': 'diners', 'american express': 'amex', 'diners': 'diners'}

# reason -> test of (row's brand, digits, ours)
REASONS = [
    ('a brand outside the table, or with Visa or Mastercard on one card (naranja, dankort)',
     lambda theirs, digits, ours: theirs in ('naranja', 'dankort', 'instapayment', 'laser', 'forbrugsforeningen', 'visaelectron', 'bancontact', 'uatp-old', 'general')),
    ('a prefix that several brands share is not decided before its digits decide it',
     lambda theirs, digits, ours: ours is None and len(digits) <= 4),
    ('hiper and hipercard: the peers disagree with each other on 6012, 637 and 3841',
     lambda theirs, digits, ours: theirs in ('hiper', 'hipercard')),
    ('622 and 62 are UnionPay here, as the design has it; older lists say Maestro or Discover',
     lambda theirs, digits, ours: ours == 'unionpay'),
    ('6016 and 60 are RuPay, 65 Discover unless listed: older lists say Maestro, Troy',
     lambda theirs, digits, ours: ours in ('rupay', 'discover') and theirs in ('maestro', 'troy')),
    ('JCB begins at 3528 (ISO range); one list accepts all of 35', lambda theirs, digits, ours: theirs == 'jcb' and digits.startswith('35')),
    ('2720 is the last Mastercard prefix; one list goes to 2723', lambda theirs, digits, ours: theirs == 'mastercard' and digits.startswith('272')),
    ('brands that no longer exist (enRoute, Solo, Switch)', lambda theirs, digits, ours: theirs in ('enroute', 'solo', 'switch')),
    ('every number that begins with 1 is UATP', lambda theirs, digits, ours: theirs == 'unknown' and digits[0] == '1'),
    ('3088 was a JCB range before Diners took 30', lambda theirs, digits, ours: theirs == 'jcb' and digits.startswith('308')),
    ('309 is Diners only as 3095', lambda theirs, digits, ours: theirs == 'diners' and digits.startswith('309')),
]


HERE = os.path.dirname(os.path.abspath(__file__))


def ask(cli, numbers):
    done = subprocess.run([cli, '--format=json', '--lang=en', '--reveal', '-c', 'stage: submit', 'card-number'],
                          input=''.join(number + '\n' for number in numbers), capture_output=True, encoding='utf-8')
    return [json.loads(line) for line in done.stdout.splitlines()]


def with_check_digit(head, length, right=True):
    """`head` and zeros, `length` digits in all, closed by the Luhn check digit or the one after it."""
    digits = head.ljust(length - 1, '0')
    total = sum(sum(divmod(int(d) * (2 if i % 2 == 0 else 1), 10)) for i, d in enumerate(reversed(digits)))
    return digits + str((-total + (not right)) % 10)


def own(cli):
    """How many of our own numbers are told otherwise."""
    ranges, other = [], ('unknown', [16], [4, 4, 4, 4], True)
    with open(os.path.join(HERE, 'cases', 'cards.tsv'), encoding='ascii') as file:
        for line in file:
            if line.startswith('#'):
                continue
            brand, heads, lengths, groups, luhn = line.rstrip('\n').split('\t')
            kind = brand, [int(n) for n in lengths.split()], [int(n) for n in groups.split()], luhn == 'yes'
            ranges += [(head.partition('-')[0], head.rpartition('-')[2], kind) for head in heads.split()]

    def kind_of(number):
        fitting = [(len(low), kind) for low, high, kind in ranges if low <= number[:len(low)] <= high]
        return max(fitting)[1] if fitting else other

    rows = []
    for low, high, _ in ranges:
        for head in sorted({int(low) - 1, int(low), int(high), int(high) + 1}):
            brand, lengths, groups, luhn = kind_of(str(head).ljust(19, '0'))
            for length in lengths:
                rows.append((with_check_digit(str(head), length), brand, True, groups if length == lengths[0] else None))
            rows.append((with_check_digit(str(head), lengths[0], False), brand, not luhn, None))
            if brand != 'unknown':
                rows.append((with_check_digit(str(head), 11), brand, False, None))
    wrong = 0
    for (number, brand, right, groups), answer in zip(rows, ask(cli, [row[0] for row in rows]), strict=True):
        shown = ''.join(number[sum(groups[:i]):sum(groups[:i + 1])] + ' ' for i in range(len(groups))).strip() if groups else answer['display']
        passed = answer['verdict'] == 'pass'
        if answer.get('brand', 'unknown') != brand or answer['display'] != shown or (passed != right and brand != 'unknown'):
            wrong += 1
            print('%s: %s, not %s %s %s' % (number, answer, brand, 'pass' if right else 'no pass', shown))
    print('cards.tsv: %d numbers at the ends of %d ranges, %d differ' % (len(rows), len(ranges), wrong))
    return wrong


def published(cli, directory):
    """How many of other projects' rows differ without a reason."""
    agreed = explained = unexplained = valid_agreed = valid_total = 0
    why = {}
    rows = []
    for name in sorted(os.listdir(directory)):
        for line in open(os.path.join(directory, name), encoding='utf-8'):
            row = json.loads(line)
            row['number'] = row.get('in') or row.get('number') or ''
            if row['number'] and row.get('brand'):
                rows.append(row)
    for row, answer in zip(rows, ask(cli, [row['number'] for row in rows]), strict=True):
        theirs = row['brand'].lower().replace('_', '-')
        theirs = SAME.get(theirs, theirs)
        digits = ''.join(c for c in row['number'] if c.isdigit())
        ours = answer.get('brand')
        if ours == theirs:
            agreed += 1
            if row.get('valid') is not None:
                valid_total += 1
                valid_agreed += (answer['verdict'] in ('pass', 'fixed')) == row['valid']
            continue
        for reason, test in REASONS:
            if test(theirs, digits, ours):
                explained += 1
                why[reason] = why.get(reason, 0) + 1
                break
        else:
            unexplained += 1
            print('%s: theirs %s, ours %s' % (row['number'], theirs, ours))
    for reason, count in why.items():
        print('%4d  %s' % (count, reason))
    print('card vectors: brand of %d of %d agrees, %d explained, %d not; validity of %d of %d' %
          (agreed, len(rows), explained, unexplained, valid_agreed, valid_total))
    return unexplained


def main():
    wrong = own(sys.argv[1])
    directory = sys.argv[2] if len(sys.argv) > 2 else os.path.join(HERE, '../../shared/corpora/cards')
    if os.path.isdir(directory):
        wrong += published(sys.argv[1], directory)
    return wrong != 0


if __name__ == '__main__':
    sys.exit(main())
