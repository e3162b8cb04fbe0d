#!/usr/bin/env python3
"""check.py PROGRAM ENGINE COMMAND... - an engine's answers to the shared cases against the program's, and what SQL promises.

ENGINE: sqlite or postgres.  COMMAND: its client, which reads SQL and prints one row a line, columns separated by U+001F.  Cases that a text of SQL cannot hold
(ill-formed bytes, U+0000), and those for the companion, are left out and counted.
"""
import collections, json, os, re, subprocess, sys

program, engine, *client = sys.argv[1:]
ESCAPE = re.compile(rb'\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\\))')


def unescape(field):
    return ESCAPE.sub(lambda m: bytes([int(m[1], 16)]) if m[1] else b'\\' if m[4] else chr(int(m[2] or m[3], 16)).encode('utf-8', 'surrogatepass'), field.encode('ascii', 'backslashreplace'))


def cases():
    fields = {'id': 'login-id', 'card': 'card-number'}
    found, left_out = [], 0
    for name in ('check.tsv', 'causes.tsv'):
        for line in open(os.path.join('tests/cases', name), encoding='utf-8'):
            if line.startswith('#') or not line.strip():
                continue
            columns = line.rstrip('\n').split('\t')
            field, rules, value = fields.get(columns[1], columns[1]), columns[2], columns[4]
            value = unescape(value)
            try:
                value.decode()
            except UnicodeDecodeError:
                left_out += 1
                continue
            if b'\0' in value or 'charset: unicode' in rules:  # the program asks the companion
                left_out += 1
                continue
            found.append((field, rules, value.decode()))
    return list(dict.fromkeys(found)), left_out


def ask(sql):
    done = subprocess.run(client, input=sql.encode(), capture_output=True)
    return done.stdout.decode(), done.stderr.decode()


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def of_sql(rows):
    hexed = (lambda t: "CAST(X'%s' AS TEXT)" % t.encode().hex()) if engine == 'sqlite' else (lambda t: "convert_from('\\x%s', 'UTF8')" % t.encode().hex())
    shown = (lambda e: 'hex(%s)' % e) if engine == 'sqlite' else (lambda e: "encode(convert_to(%s, 'UTF8'), 'hex')" % e)
    lines = ['SELECT %d, loginlint_verdict(%s), loginlint_cause(%s), %s;' % (i, a, a, shown('loginlint_text(%s)' % a))
             for i, (field, rules, value) in enumerate(rows) for a in ['%s, %s, %s' % (hexed(value), quoted(rules), quoted(field))]]
    out, error = ask('\n'.join(lines))
    if error:
        sys.exit('check.py: ' + error.splitlines()[0])
    answers = {}
    for line in out.splitlines():
        number, verdict, cause, text = line.split('\x1f')
        answers[int(number)] = verdict, cause, bytes.fromhex(text).decode()
    return [answers[i] for i in range(len(rows))]


def of_program(rows):
    grouped, answers = collections.defaultdict(list), [None] * len(rows)
    for i, (field, rules, _) in enumerate(rows):
        grouped[field, rules].append(i)
    for (field, rules), numbers in grouped.items():
        done = subprocess.run([program, '--format=json', '--lang=en', '--reveal', '--null', '-c', 'stage: submit', '-r', rules, field], input='\0'.join(rows[i][2] for i in numbers).encode() + b'\0', capture_output=True)
        for i, line in zip(numbers, done.stdout.decode().splitlines()):
            answer = json.loads(line)
            answers[i] = answer['verdict'], answer['causes'][0]['code'] if answer['causes'] else '', answer.get('text') or ''
    return answers


def promises():
    """NULL and misuse; each a query and what its answer, or its error, must hold."""
    wanted = [("SELECT loginlint_verdict(NULL) IS NULL AND loginlint_key(NULL) IS NULL AND loginlint_check(NULL) IS NULL;", ('1', 't'), ''),
              ("SELECT loginlint_verdict('a', 'minlength: x');", (), 'byte 11'), ("SELECT loginlint_verdict('a', '@nope');", (), 'no such preset'), ("SELECT loginlint_verdict('a', '', 'box');", (), 'no such field'),
              ("SELECT loginlint_key('a', 'width, size');", (), 'words are'), ("SELECT loginlint_key('%s') IS NULL;" % ('a' * 2000), ('1', 't'), ''), ("SELECT loginlint_cause('%s');" % ('a' * 2000), ('length',), ''),
              ("SELECT loginlint_text('taro', '@web-id');", ('taro',), ''), ("SELECT loginlint_key('Ｔａｒｏ') = loginlint_key('taro'), loginlint_key('Taro', 'width') = loginlint_key('taro', 'width');", ('1\x1f0', 't\x1ff'), ''),
              ("CREATE TABLE v(id text); INSERT INTO v VALUES('a'), ('ｂ'), ('c'); SELECT count(loginlint_cause(id, 'kind: email')) FROM v;", ('3',), ''),
              ("CREATE TABLE u(id text); CREATE UNIQUE INDEX k ON u(loginlint_key(id)); INSERT INTO u VALUES('taro_y'); INSERT INTO u VALUES('ＴＡＲＯ-y');", (), 'unique'),
              ("SELECT '4111111111111111' NOT IN (SELECT loginlint_check('4111111111111111', '', 'card-number')%s);" % ('' if engine == 'sqlite' else '::text'), ('1', 't'), '')]
    failed = 0
    for sql, answers, error in wanted:
        out, said = ask(sql)
        good = error.lower() in said.lower() if error else out.splitlines()[-1:] and out.splitlines()[-1] in answers and not said
        if not good:
            failed += 1
            print('%s: %r %r' % (sql[:90], out[-90:], said[:90]))
    return len(wanted) - failed, failed


def main():
    rows, left_out = cases()
    bad = 0
    for row, a, b in zip(rows, of_sql(rows), of_program(rows)):
        if a != b:
            bad += 1
            print('%r: %r here, %r in the program' % (row, a, b))
    kept, broken = promises()
    print('%s: %d cases answered as by the program, %d not, %d left out; %d promises kept, %d broken' % (engine, len(rows) - bad, bad, left_out, kept, broken))
    return bool(bad or broken)


sys.exit(main())
