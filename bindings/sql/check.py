#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""check.py PROGRAM ENGINE [COMMAND...] - an engine's answers to the shared cases against the program's, and what SQL promises.

ENGINE: sqlite, postgres, duckdb or spark.  COMMAND: its client (Spark has none), which reads SQL and prints one row a line, columns separated by U+001F.  Cases that a text of SQL cannot hold
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


def ask_client(sql):
    done = subprocess.run(client, input=sql.encode(), capture_output=True)
    return done.stdout.decode(), done.stderr.decode()


if engine == 'spark':  # it takes ten seconds to start
    import spark_client
    ask = spark_client.asker()
else:
    ask = ask_client


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


# How an engine says in a list of values "this text, from its bytes in hex", and the other way round.
FROM_HEX = {'sqlite': "CAST(X'%s' AS TEXT)", 'postgres': "convert_from('\\x%s', 'UTF8')", 'duckdb': "decode(unhex('%s'))", 'spark': "'%s'"}
TO_HEX = {'sqlite': 'hex(%s)', 'postgres': "encode(convert_to(%s, 'UTF8'), 'hex')", 'duckdb': 'hex(encode(%s))', 'spark': 'hex(%s)'}


def of_sql(rows):
    hexed, shown = (lambda t: FROM_HEX[engine] % t.encode().hex()), (lambda e: TO_HEX[engine] % e)
    values = ',\n'.join('(%d, %s, %s, %s)' % (i, hexed(value), quoted(rules), quoted(field)) for i, (field, rules, value) in enumerate(rows))
    out, error = ask('WITH c(i, v, r, f) AS (VALUES %s), d AS (SELECT i, %s AS v, r, f FROM c) SELECT i, loginlint_verdict(v, r, f), loginlint_cause(v, r, f), %s FROM d;' % (values, "decode(unhex(v), 'UTF-8')" if engine == 'spark' else 'v', shown('loginlint_text(v, r, f)')))
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
    wanted = [("SELECT loginlint_verdict(NULL) IS NULL AND loginlint_key(NULL) IS NULL AND loginlint_check(NULL) IS NULL AND loginlint_key('a', NULL) IS NULL AND loginlint_verdict('a', NULL) IS NULL;", ('1', 't'), ''),
              ("SELECT loginlint_verdict('a', 'minlength: x');", (), 'byte 11'), ("SELECT loginlint_verdict('a', '@nope');", (), 'no such preset'), ("SELECT loginlint_verdict('a', '', 'box');", (), 'no such field'),
              ("SELECT loginlint_key('a', 'width, size');", (), 'words are'), ("SELECT loginlint_key('%s') IS NULL;" % ('a' * 2000), ('1', 't'), ''), ("SELECT loginlint_cause('%s');" % ('a' * 2000), ('length',), ''),
              ("SELECT loginlint_text('taro', '@web-id');", ('taro',), ''), ("SELECT loginlint_key('Ｔａｒｏ') = loginlint_key('taro'), loginlint_key('Taro', 'width') = loginlint_key('taro', 'width');", ('1\x1f0', 't\x1ff'), ''),
              ("SELECT count(loginlint_cause(id, 'kind: email')) FROM (SELECT 'a' AS id UNION ALL SELECT 'ｂ' UNION ALL SELECT NULL UNION ALL SELECT 'c') AS v;", ('3',), ''),
              ("CREATE TABLE u(id text); CREATE UNIQUE INDEX k ON u(loginlint_key(id)); INSERT INTO u VALUES('taro_y'); INSERT INTO u VALUES('ＴＡＲＯ-y');", (), 'unique'),
              ("SELECT '4111111111111111' NOT IN (SELECT loginlint_check('4111111111111111', '', 'card-number')%s);" % ('::text' if engine == 'postgres' else ''), ('1', 't'), '')]
    if engine == 'spark':  # has no index
        wanted = [w for w in wanted if 'UNIQUE INDEX' not in w[0]]
    failed = 0
    for sql, answers, error in wanted:
        out, said = ask(sql)
        good = error.lower() in said.lower() if error else out.splitlines()[-1:] and out.splitlines()[-1] in answers and not said
        if not good:
            failed += 1
            print('%s: %r %r' % (sql[:90], out[-90:], said[:300]))
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
