#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""E-mail addresses, at the level "a mail system would take it".

usage: email_corpus.py CLI [CORPUS-DIRECTORY]      (../shared/corpora/idna_email)

In: our own rows (tests/cases/email.tsv), with which all must agree; where they are, the vectors of isemail, validator.js and
mailcheck.  Out: agreement, and each disagreement with those under its reason; exit status 1 when one has no reason.  The
policy takes all of printable ASCII (all of Unicode where the address has more), so that the address rules decide and not
the service's alphabet.
"""
import json
import os
import re
import subprocess
import sys

# isemail: what a mail system takes over SMTP.  Comments, folded white space and obsolete forms are for headers.
TAKEN = {'ISEMAIL_VALID_CATEGORY', 'ISEMAIL_DNSWARN', 'ISEMAIL_RFC5321'}

# (who takes it, test on the address, diagnosis and options, why): the first that holds.  True: they, not we.
REASONS = [
    (True, lambda a, d, o: re.search(r'@[^.\[\]]+$', a), 'one label is a host of its own, not an address to log in with'),
    (True, lambda a, d, o: d == 'ISEMAIL_RFC5321_TLDNUMERIC', 'no top-level domain is a number'),
    (True, lambda a, d, o: 'allow_display_name' in o or 'require_display_name' in o,
     'a display name belongs into a message, not into a login form'),
    (True, lambda a, d, o: 'allow_underscores' in o, 'an option: host names have no underscore'),
    (False, lambda a, d, o: d == 'ISEMAIL_RFC5321_IPV6DEPRECATED', ':: for a single group is discouraged (RFC 5952), yet read'),
    (False, lambda a, d, o: re.search(r'@.*[^\x00-\x7f]', a), 'a domain beyond ASCII is left to libloginlint-icu, and the report says so'),
    (False, lambda a, d, o: 'domain_specific_validation' in o, 'an option: what one provider gives out is its own business'),
    (False, lambda a, d, o: 'host_blacklist' in o or 'host_whitelist' in o, 'an option: which hosts are wanted is for the service'),
    (False, lambda a, d, o: 'require_display_name' in o, 'an option: wants a display name'),
]


def check(cli, address):
    rules = 'kind: email; ' + ('allowed: ascii-printable' if address.isascii() else 'charset: unicode')
    done = subprocess.run([cli, '--format=json', '--lang=en', '--whole', '--reveal', '-r', rules, '-c', 'stage: submit', 'login-id'],
                          input=address.encode('utf-8', 'surrogatepass'), stdout=subprocess.PIPE, check=False)
    return json.loads(done.stdout)


def takes(answer):
    """The address as it was typed is one; a slip in its domain is another matter."""
    if not answer.get('text', '').isascii() and answer['valid'] and not answer['text'].partition('@')[2].isascii():
        assert 'idna' in answer['skipped'] or not answer['skipped'], answer  # unless libloginlint-icu decided
    return answer['valid']


def vectors(path):
    with open(path, encoding='ascii') as lines:
        return [json.loads(line) for line in lines]


def options_of(row):
    return ' '.join(key for argument in row.get('args') or [] for key in argument)


def compare(cli, name, rows, expected):
    """Rows that agree, and those that do not by reason; the number without a reason."""
    agree, by_reason, unexplained = 0, {}, []
    for row in rows:
        address, want = row['in'], expected(row)
        answer = check(cli, address)
        if takes(answer) == want:
            agree += 1
            continue
        diagnosis = row['out'].get('diagnosis', '') if isinstance(row['out'], dict) else ''
        for theirs, test, why in REASONS:
            if theirs == want and test(address, diagnosis, options_of(row)):
                by_reason.setdefault(why, []).append(address)
                break
        else:
            unexplained.append((address, 'taken' if want else 'refused', diagnosis or options_of(row),
                                [d['code'] for d in answer['diagnostics']]))
    print('%s: %d of %d agree (%.1f %%)' % (name, agree, len(rows), 100 * agree / len(rows)))
    for why, addresses in sorted(by_reason.items()):
        print('  %3d  %s, e.g. %s' % (len(addresses), why, ascii(addresses[0])[:60]))
    for address, want, about, codes in unexplained:
        print('  NO REASON: %s is %s there (%s), here %s' % (ascii(address)[:80], want, about, ' '.join(codes) or 'fine'))
    return len(unexplained)


# mailcheck: two of its own test domains are known only to its tests.
NOT_OURS = {'test@emaildomain.co': 'a domain known only to its tests, and .co is a top-level domain'}


def slips(cli, rows):
    agree, wrong = 0, 0
    for row in rows:
        offered = [d['fix']['text'] for d in check(cli, row['in'])['diagnostics'] if d['code'] == 'email-domain-typo']
        if (offered[0] if offered else None) == row['out']:
            agree += 1
        elif row['in'] in NOT_OURS:
            print('  %s: %s' % (row['in'], NOT_OURS[row['in']]))
        else:
            wrong += 1
            print('  NO REASON: %s is %s there, here %s' % (row['in'], row['out'], offered))
    print('mailcheck: %d of %d agree' % (agree, len(rows)))
    return wrong


def own(cli, path):
    wrong, rows = 0, [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if not line.startswith('#')]
    for taken, address, why in rows:
        if takes(check(cli, address)) != (taken == 'yes'):
            wrong += 1
            print('  %s: %s, yet %s' % (address, why, 'refused' if taken == 'yes' else 'taken'))
    print('email.tsv: %d of %d agree' % (len(rows) - wrong, len(rows)))
    return wrong


def main():
    cli = sys.argv[1] if len(sys.argv) > 1 else 'build/loginlint'
    here = os.path.dirname(os.path.abspath(__file__))
    wrong = own(cli, os.path.join(here, 'cases/email.tsv'))
    folder = sys.argv[2] if len(sys.argv) > 2 else os.path.join(here, '../../shared/corpora/idna_email')
    if not os.path.isdir(folder):
        return 1 if wrong else 0
    wrong += compare(cli, 'isemail', vectors(os.path.join(folder, 'isemail.jsonl')), lambda row: row['out']['category'] in TAKEN)
    rows = vectors(os.path.join(folder, 'validatorjs_email.jsonl'))
    wrong += compare(cli, 'validator.js', [row for row in rows if not row['args']], lambda row: row['out'])
    wrong += compare(cli, 'validator.js, with options', [row for row in rows if row['args']], lambda row: row['out'])
    wrong += slips(cli, vectors(os.path.join(folder, 'mailcheck_typos.jsonl')))
    return 1 if wrong else 0


if __name__ == '__main__':
    sys.exit(main())
