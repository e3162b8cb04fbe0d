#!/usr/bin/env python3
"""Compare brand, validity and grouping of card numbers with what other projects' tests say (../shared/corpora/cards).

usage: card_vectors.py CLI [DIRECTORY]
Every disagreement must fall under one of the reasons below; the rates are printed, an unexplained row fails.
"""
import json, os, subprocess, sys

SAME = {'american-express': 'amex', 'diners-club': 'diners', 'dinersclub': 'diners', 'american express': 'amex', 'diners': 'diners'}

# reason -> test of (row's brand, digits, ours)
REASONS = [
    ('a brand outside the table (regional: naranja, dankort, meeza, instapayment ...)',
     lambda theirs, digits, ours: theirs in ('naranja', 'dankort', 'meeza', 'instapayment', 'laser', 'forbrugsforeningen', 'visaelectron', 'bancontact', 'uatp-old', 'general')),
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


def ask(cli, number):
    done = subprocess.run([cli, '--format=json', '--lang=en', '--whole', '--reveal', 'card-number'], input=number.encode(), capture_output=True)
    return json.loads(done.stdout)


def main():
    cli = sys.argv[1]
    directory = sys.argv[2] if len(sys.argv) > 2 else '../shared/corpora/cards'
    if not os.path.isdir(directory):
        print('card vectors: SKIPPED, no ../shared')
        return 0
    agreed = explained = unexplained = valid_agreed = valid_total = 0
    why = {}
    for name in sorted(os.listdir(directory)):
        for line in open(os.path.join(directory, name), encoding='utf-8'):
            row = json.loads(line)
            number = row.get('in') or row.get('number') or ''
            theirs = (row.get('brand') or '').lower().replace('_', '-')
            if not number or not theirs:
                continue
            theirs = SAME.get(theirs, theirs)
            digits = ''.join(c for c in number if c.isdigit())
            answer = ask(cli, number)
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
                print('%s %s: theirs %s, ours %s' % (row.get('src', name), number, theirs, ours))
    for reason, count in why.items():
        print('%4d  %s' % (count, reason))
    total = agreed + explained + unexplained
    print('card vectors: brand of %d of %d agrees, %d explained, %d not; validity of %d of %d' %
          (agreed, total, explained, unexplained, valid_agreed, valid_total))
    return unexplained != 0


if __name__ == '__main__':
    sys.exit(main())
