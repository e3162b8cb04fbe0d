# SPDX-License-Identifier: MIT
"""python -m loginlint: the same fields, rules and exit status as the C program, one value a line."""
import argparse
import getpass
import json
import sys

from . import LANGUAGES, RuleError, check, parse_rules


def main() -> int:
    parser = argparse.ArgumentParser(prog='python -m loginlint', description=__doc__)
    parser.add_argument('-r', '--rules', default='')
    parser.add_argument('-c', '--context', default='')
    parser.add_argument('-l', '--lang', choices=[str(name) for name in LANGUAGES.values()], default='en')
    parser.add_argument('-f', '--format', choices=('text', 'json'), default='text')
    parser.add_argument('--reveal', action='store_true', help='show secret values in the output')
    parser.add_argument('field', choices=('login-id', 'id', 'password', 'card-number', 'card', 'pin'))
    parser.add_argument('text', nargs='?')
    options = parser.parse_args()
    try:
        policy = parse_rules(options.field, options.rules)
    except RuleError as error:
        print('loginlint: --rules: %s\n    %s\n    %s' % (error, options.rules, ' ' * error.offset + '^' * max(1, error.length)), file=sys.stderr)
        return 2
    if options.text is not None:
        values = [options.text]
    elif sys.stdin.isatty():
        values = [getpass.getpass(policy.field + ': ') if policy.field in ('password', 'pin') else input(policy.field + ': ')]
    else:
        values = [line.rstrip(b'\n') for line in sys.stdin.buffer]
    status = 0
    for value in values:
        result = check(policy, value, context=options.context, lang=options.lang, candidates=True)
        shown = options.reveal or not result.secret
        if options.format == 'json':
            print(json.dumps({'field': policy.field, **result.as_dict(options.reveal)}, ensure_ascii=False))
        else:
            print('%s: %s' % (policy.field, result.verdict))
            for cause in result.causes:
                print('    %s [%s]\n        %s' % (cause.message(), cause.code, cause.next()))
            for c in result.candidates:
                print('    perhaps: %s' % (c.text if shown else c.basis))
        status = max(status, 0 if result.acceptable else 1)
    return status


sys.exit(main())
