#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""End-to-end tests of the program: options, exit status, drawing, secrets, and everything that can go wrong around it.

usage: cli.py [build/loginlint]
Nothing here depends on fine points of what the checks find; that is the business of tests/cases.
"""
import json, os, pty, re, resource, select, shlex, subprocess, sys, tempfile, time, unicodedata, unittest

CLI = os.path.abspath(sys.argv[1] if len(sys.argv) > 1 else 'build/loginlint')
PLAIN = {k: v for k, v in os.environ.items() if k not in ('LC_ALL', 'LC_MESSAGES', 'LANG', 'NO_COLOR')}


def run(*arguments, input=b'', env=None, **more):
    if isinstance(input, str):
        input = input.encode('utf-8')
    done = subprocess.run([CLI] + list(arguments), input=input, capture_output=True, timeout=30, env={**PLAIN, **(env or {})}, **more)
    return done.returncode, done.stdout.decode('utf-8'), done.stderr.decode('utf-8')


def answers(*arguments, input=b''):
    status, out, err = run('--format=json', '--lang=en', *arguments, input=input)
    assert status in (0, 1), err
    return [json.loads(line) for line in out.splitlines()]


def columns(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 0 if unicodedata.combining(c) else 1 for c in text)


# What has no value that could be shown, what nothing finds yet, and what is only said of reserved names.
NO_EXAMPLE = ('too-large', 'num-lock', 'confusable')


class Options(unittest.TestCase):
    def refused(self, *arguments, says):
        status, out, err = run(*arguments)
        self.assertEqual(status, 2, arguments)
        self.assertEqual(out, '')
        self.assertIn(says, err)

    def test_wrong_usage(self):
        self.refused(says='FIELD is missing')
        self.refused('user', 'x', says='FIELD')
        self.refused('hunter2', 'password', says='FIELD')
        self.assertNotIn('hunter2', run('hunter2', 'password')[2])
        self.refused('id', 'a', 'b', says='one TEXT')
        self.refused('--colour', 'id', says='--colour')
        self.refused('-x', 'id', says='-x')
        self.refused('--whole', '-0x', 'id', says='-x')
        self.refused('--whole=yes', 'id', says='--whole=yes')
        self.refused('-f', says='-f')
        self.refused('--rules', says='rules')
        self.refused('--format', 'xml', 'id', says='xml')
        self.refused('--lang', 'fr', 'id', says='fr')
        self.refused('--codes', 'id', says='no FIELD')
        self.refused('--preflight', 'id', says='no FIELD')
        self.refused('--facts', 'offline: yes', 'id', says='--preflight')
        self.refused('--preflight', '--context', 'failures: 3', says='--context')
        self.refused('--codes', '--rules', 'kind: email', says='--rules')
        self.refused('--rules', 'kind: email', '--rules-file', '/dev/null', 'id', says='not both')
        self.refused('--rules', '@no-such-preset', 'id', says='@no-such-preset')
        self.refused('--rules-file', '/no/such/file', 'id', says='/no/such/file')
        self.refused('--rules-file', '/', 'id', says='directory')
        self.refused('--reserved', 'root', 'password', says='--reserved')

    def test_no_argument_reaches_the_terminal_as_a_control_character(self):
        for escape in '\x1b[31m', '\x07', '\x7f', '\x9b1m', 'a\nb':
            for arguments in (escape, 'x'), ('--' + escape, 'id'), ('-f', escape, 'id'), ('-l', escape, 'id'), ('--rules', '@' + escape, 'id'), \
                    ('--rules-file', '/no/' + escape, 'id'), ('--rules', escape, 'id'), ('--preflight', escape):
                status, out, err = run(*arguments)
                self.assertEqual((status, out), (2, ''))
                self.assertFalse([c for c in err.replace('\n', '') if unicodedata.category(c) == 'Cc'], (arguments, err))
                self.assertLessEqual(err.count('\n'), 4)

    def test_help_and_version(self):
        status, out, err = run('--help')
        self.assertEqual((status, err), (0, ''))
        for option in ('--rules', '--rules-file', '--reserved', '--details', '--summary', '--quiet', '--explain', '--context', '--format', '--lang', '--null', '--whole', '--reveal',
                       '--codes', '--presets', '--preflight', '--service', '--facts', '--now', '--version'):
            self.assertIn(option, out)
        self.assertTrue(all(columns(line) <= 80 for line in out.splitlines()))
        japanese = run('-l', 'ja', '-h')[1]
        self.assertTrue(all(columns(line) <= 80 for line in japanese.splitlines()), [x for x in japanese.splitlines() if columns(x) > 80])
        options = re.findall(r'--[a-z-]+', out)
        self.assertGreater(len(set(options)), 20)
        self.assertEqual(set(options), set(re.findall(r'--[a-z-]+', japanese)))

    def test_help_names_what_the_strings_take(self):
        out = run('--help')[1]
        section = dict(zip(('rules', 'context', 'service', 'facts'), re.split(r'\n\n[A-Z].*:\n', out)[1:]))
        rules = {'minlength': '8', 'maxlength': '8', 'max-consecutive': '2', 'required': 'digit', 'allowed': 'lower', 'domains': 'example.co.jp',
                 'digits': '16', 'groups': '4-4'}
        names = re.findall(r'([a-z-]+):', section['rules'])
        self.assertGreaterEqual(len(names), 18)
        for name in names:
            value = rules.get(name) or re.search(name + r': ([a-z0-9-]+)', section['rules']).group(1)
            fields = [f for f in ('id', 'password', 'card') if run('--rules', '%s: %s' % (name, value), f, 'x1')[0] != 2]
            self.assertTrue(fields, name)
        for name, value in re.findall(r'([a-z-]+): ([a-z]+|N)', section['context']):
            self.assertNotEqual(run('--context', '%s: %s' % (name, value.replace('N', '1')), 'id', 'x1')[0], 2, name)
        facts = section['facts'].split('\n\n')[0].split()
        self.assertGreater(len(facts), 18)
        for name in facts:
            self.assertNotEqual(run('--preflight', '--facts', '%s: %s' % (name, '3' if name in ('failures', 'soon') else 'yes'))[0], 2, name)

    def test_did_you_mean(self):
        for arguments, meant in ((('--detials', 'id', 'x'), '--details'), (('--lagn', 'ja'), '--lang'), (('--minlenght=8', 'id'), '--rules minlength'),
                                 (('emial', 'x'), "login-id --rules 'kind: email'"), (('pasword', 'x'), 'password'), (('credit-card', 'x'), 'card-number'),
                                 (('-r', 'minlenght: 8', 'id', 'x'), 'minlength'), (('-c', 'plattform: ios', 'id', 'x'), 'platform'),
                                 (('-r', '@pin4', 'pin', '1'), '@pin-4'), (('--preset', '@pin-4'), '--rules @pin-4'), (('--explain', 'capslock'), 'caps-lock'),
                                 (('--preflight', '--facts', 'ofline: yes'), 'offline'), (('--preflight', '--service', 'lock-afer: 3'), 'lock-after')):
            status, out, err = run(*arguments)
            self.assertEqual((status, out), (2, ''), arguments)
            self.assertIn('Did you mean %s?' % meant, err, arguments)
            self.assertIn('もしかして: %s\n' % meant, run('-l', 'ja', *arguments)[2], arguments)
        self.assertNotIn('mean', run('--xyzzy', 'id')[2])

    def test_errors_are_japanese_too(self):
        for arguments in (('--xyzzy', 'id'), ('user', 'x'), ('-f', 'xml', 'id'), ('-l', 'fr', '-l', 'ja', 'id'), ('--codes', 'id'), ('-r', '@nothing', 'id'),
                          ('-r', 'x', 'id', 'y'), ('-c', 'caps-lock: maybe', 'id', 'y'), ('--rules-file', '/no/such', 'id'), ('--preflight', '--now', 'x')):
            for where in (('-l', 'ja') + arguments, arguments + ('-l', 'ja')):
                status, _, err = run(*where)
                self.assertEqual(status, 2)
                self.assertRegex(err.splitlines()[0], '[\u3040-\u30ff]')

    def test_every_code_is_explained_by_an_example(self):
        codes = {kind: re.findall(r'^  (\S+)  ', part, re.M) for kind, part in zip(('code', 'cause'), run('--codes')[1].split('\n\n'))}
        self.assertGreater(len(codes['code']), 60)
        self.assertGreater(len(codes['cause']), 35)
        companion = not answers('--rules', 'charset: unicode', 'id', '\u592a')[0]['skipped']
        for kind in codes:
            for code in codes[kind]:
                status, out, err = run('--explain', code, '-l', 'en')
                self.assertEqual((status, err), (0, ''), code)
                self.assertRegex(out, r'^%s: \S' % code)
                if code in NO_EXAMPLE or (not companion and '\n\n' not in out):
                    continue
                command, _, shown = out.split('\n$ ')[1].partition('\n')
                command = command.replace('| loginlint ', '| %s ' % shlex.quote(CLI))
                done = subprocess.run(['sh', '-c', command], capture_output=True, text=True, env=PLAIN)
                self.assertEqual(done.stdout, shown, code)
                answer = json.loads(subprocess.run(['sh', '-c', command + ' --format json'], capture_output=True, text=True, env=PLAIN).stdout)
                if kind == 'code':
                    self.assertIn(code, [d['code'] for d in answer['diagnostics']], command)
                else:
                    self.assertEqual(code, answer['causes'][0]['code'], command)

        self.assertRegex(run('--version')[1], r'^loginlint \d+\.\d+\.\d+ \(ABI \d+, Unicode \d+\.\d+\)\n$')

    def test_short_and_long_names(self):
        for field, full in (('id', 'login-id'), ('card', 'card-number'), ('login-id', 'login-id'), ('pin', 'pin')):
            self.assertEqual(answers(field, input='1')[0]['field'], full)
        a = run('-f', 'json', '-l', 'ja', 'id', 'taro')
        self.assertEqual(a, run('id', '--format=json', 'taro', '--lang=ja'))
        self.assertEqual(answers('id', '--', '-taro')[0]['text'], '-taro')

    def test_language_follows_the_locale(self):
        ja = '入力の途中です'
        self.assertIn(ja, run('id', '', env={'LANG': 'ja_JP.UTF-8'})[1])
        self.assertIn(ja, run('id', '', env={'LC_ALL': '', 'LC_MESSAGES': 'ja', 'LANG': 'C'})[1])
        self.assertNotIn(ja, run('id', '', env={'LANG': 'jam_JM.UTF-8'})[1])
        self.assertNotIn(ja, run('id', '', env={'LC_ALL': 'C', 'LANG': 'ja_JP.UTF-8'})[1])
        self.assertIn(ja, run('-l', 'ja', 'id', '', env={'LC_ALL': 'C'})[1])
        self.assertIn('not complete yet', run('id', '')[1])

    def test_lists(self):
        status, out, _ = run('--codes')
        self.assertEqual(status, 0)
        diagnostics, causes = ([line.split(None, 1) for line in part.splitlines()[1:]] for part in out.split('\n\n'))
        self.assertGreaterEqual(len(diagnostics), 60)
        self.assertGreaterEqual(len(causes), 35)
        self.assertTrue(all(len(row) == 2 for row in diagnostics + causes))
        self.assertIn('caps-lock', dict(diagnostics))
        self.assertIn('input-method', dict(causes))
        self.assertEqual(run('--codes', '-l', 'ja')[1].count('\n'), out.count('\n'))
        status, out, _ = run('--presets')
        self.assertEqual(status, 0)
        presets = re.findall(r'^@(\S+) \((\S+)\): .+\n    (.+)$', out, re.M)
        self.assertGreaterEqual(len(presets), 1)
        for name, field, rules in presets:
            self.assertEqual(run('-f', 'json', '-r', '@' + name, field, input='1'),
                             run('-f', 'json', '-r', rules, field, input='1'), name)
            other = 'pin' if field != 'pin' else 'id'
            self.refused('-r', '@' + name, other, says=field)


class Values(unittest.TestCase):
    def test_exit_status(self):
        self.assertEqual(run('id', 'taro')[0], 0)
        self.assertEqual(run('id', 'ｔａｒｏ')[0], 0)
        self.assertEqual(run('id', 'taro;')[0], 1)
        self.assertEqual(run('id', input='taro\ntaro;\njiro\n')[0], 1)
        self.assertEqual(run('id', input='')[0], 0)

    def test_one_value_a_line(self):
        self.assertEqual([a['text'] for a in answers('id', input='a\nb\n\nc')], ['a', 'b', '', 'c'])
        self.assertEqual([a['text'] for a in answers('-0', 'id', input='a\0b\nc\0')], ['a', 'b\nc'])
        self.assertEqual([a['text'] for a in answers('--whole', '--reveal', 'password', input='a\nb\n')], ['a\nb\n'])
        self.assertEqual(len(answers('--whole', 'id', input='')), 1)

    def test_values_in_a_row_are_numbered(self):
        self.assertEqual([a.get('line') for a in answers('id', input='a\nb b\nc\n')], [1, 2, 3])
        self.assertEqual([a.get('line') for a in answers('-0', 'id', input='a\0b')], [1, 2])
        for alone in (answers('id', input='a'), answers('id', 'a'), answers('--whole', 'id', input='a\nb')):
            self.assertEqual(['line' in a for a in alone], [False])
        self.assertEqual([x[:4] for x in run('id', input='a\nb b\n')[1].splitlines() if x[:1] != ' '], ['1: l', '2: l'])
        self.assertTrue(run('id', input='b b')[1].startswith('login-id: '))

    def test_quiet(self):
        self.assertEqual(run('-q', 'id', input='a\nb\n'), (0, '', ''))
        self.assertEqual([a['line'] for a in answers('--quiet', 'id', input='a\nb b\n\uff43\n')], [2, 3])
        self.assertEqual(run('-q', 'id', input='a\nb b\n')[0], 1)

    def test_summary(self):
        values = 'taro\nta ro\n\uff54\uff41\uff52\uff4f\njiro\n'
        out = run('--summary', '-q', '-l', 'en', 'id', input=values)[1]
        self.assertEqual(out[out.index('summary'):], 'summary: login-id 4\n    verdicts: ask 1, fixed 1, pass 2\n'
                         '    causes: fullwidth-input 1, inner-space 1\n')
        last = json.loads(run('--summary', '-f', 'json', 'password', input='Xyzzy \nplugh\n')[1].splitlines()[-1])
        self.assertEqual(last['summary']['values'], 2)
        self.assertEqual(last['summary']['field'], {'password': 2})
        self.assertEqual(sum(last['summary']['verdict'].values()), 2)
        self.assertNotIn('Xyzzy', run('--summary', 'password', input='Xyzzy \nplugh\n')[1])

    def test_tally(self):
        secrets = ['Xyzzy%d ' % i for i in range(7)] + ['plugh%d' % i for i in range(9)] + ['\uff50lover', 'p\u200blover', 'p\u0430lover', 'PLO\tVER']
        for order in (secrets, secrets[::-1]):
            tally = json.loads(run('--summary=json', '--reveal', '-c', 'stage: submit', 'password', input='\n'.join(order) + '\n')[1])['tally']
            self.assertEqual((tally['field'], tally['least'], tally['values']), ('password', 5, 16))  # four of four kinds are left out
            self.assertEqual({(c['verdict'], c['cause']): c['count'] for c in tally['cells']}, {('ask', 'edge-space'): 7, ('pass', 'none'): 9})
            lines = run('--summary=openmetrics', '--reveal', '--details', '-c', 'stage: submit', 'password', input='\n'.join(order) + '\n')[1].splitlines()
            self.assertEqual(lines[0], '# TYPE loginlint_values counter')
            self.assertEqual(lines[2:], ['loginlint_values_total{field="password",verdict="ask",cause="edge-space"} 7',
                                         'loginlint_values_total{field="password",verdict="pass",cause="none"} 9', '# EOF'])
        more = json.loads(run('--summary=json', '-c', 'stage: submit', 'password', input='\n'.join(secrets + ['\uff50lover']) + '\n')[1])['tally']
        self.assertIn({'verdict': 'other', 'cause': 'other', 'count': 5}, more['cells'])
        self.assertEqual(more['values'], 21)
        self.assertEqual(json.loads(run('--summary=json', 'id', input='a\n')[1]), {'tally': {'field': 'login-id', 'least': 5, 'cells': [], 'values': 0}})
        self.assertEqual(run('--summary=xml', 'id', 'a')[0], 2)

    def test_tallies_are_merged(self):
        sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', 'examples', 'audit'))
        import tally
        halves = [['taro%d' % i for i in range(6)] + ['ta ro%d' % i for i in range(5)], ['jiro%d' % i for i in range(8)] + ['ji ro%d' % i for i in range(7)]]
        parts = [json.loads(run('--summary=json', '-c', 'stage: submit', 'id', input='\n'.join(part) + '\n')[1])['tally'] for part in halves]
        whole = json.loads(run('--summary=json', '-c', 'stage: submit', 'id', input='\n'.join(halves[0] + halves[1]) + '\n')[1])
        whole['tally']['cells'].sort(key=lambda c: (c['verdict'], c['cause']))
        self.assertEqual(tally.merged(parts), [whole])
        self.assertEqual(tally.shared({('pass', 'none'): 9, ('ask', 'edge-space'): 3, ('ask', 'lookalike'): 2}), {('pass', 'none'): 9, ('other', 'other'): 5})
        self.assertEqual(tally.shared({('pass', 'none'): 9, ('ask', 'edge-space'): 4}), {('pass', 'none'): 9})

    def test_causes_are_shown_and_details_on_demand(self):
        plain = run('-l', 'en', 'id', 'h\u0430nako')[1]
        self.assertIn('[lookalike]', plain)
        self.assertNotIn('[lookalike-letter]', plain)
        self.assertIn('\n        hanako\n', plain)
        details = run('-l', 'en', '--details', 'id', 'h\u0430nako')[1]
        self.assertTrue(details.startswith(plain))
        self.assertIn('[lookalike-letter]', details)
        many = run('-l', 'en', 'card', '\uff14\uff11\uff11\uff11\u30fc\uff11\uff11\uff11\uff11\u30fc\uff11\uff11\uff11\uff11\u30fc\uff11\uff11\uff11\uff11')[1]
        self.assertEqual(len([line for line in many.splitlines() if set(line.strip()) == {'^'}]), 1)

    def test_values_across_the_reading_buffer(self):
        values = ['x' * n for n in (1, 4094, 4095, 4096, 4097, 8192, 1, 100000)]
        got = answers('id', input='\n'.join(values))
        self.assertEqual([a['text'] for a in got], values)

    def test_too_large_is_read_whole(self):
        for n, large in ((1024, False), (1025, True), (3000000, True)):
            answer, = answers('id', input='a' * n)
            self.assertEqual('too-large' in [d['code'] for d in answer['diagnostics']], large)
            self.assertEqual(len(answer['text']), n)
            if large:
                self.assertEqual(answer['diagnostics'][0]['span']['byte'], [0, 0])
                self.assertEqual(answer['candidates'], [])
        self.assertNotIn('text', answers('id', input=b'a' * 2000 + b'\xff')[0])

    def test_hostile_bytes(self):
        for value in (b'\xc2', b'\xed\xa0\x80', b'\0', b'a\0b', b'\xff\xfe', b'"\\\x1b[31m', '\u2028\u202e'.encode()):
            for field in ('id', 'password', 'card', 'pin'):
                answer, = answers('--whole', field, input=value)
                self.assertIn(answer['verdict'], ('pass', 'fixed', 'ask', 'incomplete', 'fail'))
                for reveal in ([], ['--reveal']):
                    out = run('--whole', *reveal, field, input=value)[1]
                    self.assertTrue(all(c == '\n' or c.isprintable() or unicodedata.category(c) == 'Zs' for c in out), repr(out))

    def test_answers_come_value_by_value(self):
        with subprocess.Popen([CLI, '-f', 'json', 'id'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=PLAIN) as p:
            for value in ('taro', 'jiro'):
                p.stdin.write(value.encode() + b'\n')
                p.stdin.flush()
                self.assertTrue(select.select([p.stdout], [], [], 10)[0])
                self.assertEqual(json.loads(p.stdout.readline())['text'], value)
            p.stdin.close()


class Unicode(unittest.TestCase):
    """What the companion decides, through the program; without it, what it leaves undecided."""

    def setUp(self):
        self.companion = not answers('--rules', 'charset: unicode', 'id', '\u592a')[0]['skipped']

    def answer(self, rules, value, *more):
        return answers('--rules', rules, *more, 'id', value)[0]

    def test_profiles(self):
        a = self.answer('charset: unicode; profile: username-casemapped', '\u00c9COLE\u265a')
        if not self.companion:
            self.assertIn('context', a['skipped'])
            return
        self.assertEqual((a['verdict'], a['text'], a['skipped']), ('fail', '\u00e9cole\u265a', []))
        self.assertEqual([d['reason'] for d in a['diagnostics'] if d['code'] == 'disallowed'], ['symbols'])
        a = self.answer('charset: unicode; profile: nickname', ' Taro  Yamada')
        self.assertEqual((a['verdict'], a['text']), ('fixed', 'Taro Yamada'))

    def test_both_forms_of_a_domain(self):
        forms = {}
        for d in self.answer('charset: unicode; kind: email', '\u592a@B\u00dc.jp')['diagnostics']:
            forms.update((key, d[key]) for key in ('ascii', 'display') if key in d)
        self.assertEqual(forms, {'ascii': 'xn--b-eha.jp', 'display': 'b\u00fc.jp'} if self.companion else {})

    def test_reserved_names(self):
        if not self.companion:
            self.assertIn('without it', run('--reserved', 'root', 'id', 'a')[2])
            return
        names = ('--reserved', 'root, admin ,paypal\nhelp')
        values = {'p\u0430ypal': 3, 'H\u0435lp': 4, 'tanaka': 0, '\uff41dmin': 2}
        for value, number in values.items():
            self.assertEqual(self.answer('charset: unicode', value, *names)['reserved'], number)
            self.assertEqual(run(*names, '--rules', 'charset: unicode', 'id', value)[0], int(number > 0))
        self.assertIsNone(answers(*names, 'id', input=b'a\xff\n')[0]['reserved'])
        self.assertIn('\u201cadmin\u201d', run(*names, '--lang', 'en', 'id', 'Admin')[1])
        self.assertNotIn('reserved', self.answer('charset: unicode', 'root'))


class Drawing(unittest.TestCase):
    def carets(self, value, *arguments, field='id'):
        lines = run('--lang=en', '--whole', *arguments, field, input=value)[1].splitlines()
        shown = lines[1]
        return shown[4:], [line[4:] for line in lines[2:] if set(line.strip()) == {'^'}]

    def test_carets_stand_under_wide_characters(self):
        for value, part in (('ｔａｒｏ', 'ｔａｒｏ'), ('たろう', 'たろう'), ('aｂc', 'ｂ'), ('taro;x', ';'), ('が、x', None)):
            shown, carets = self.carets(value)
            self.assertEqual(shown, value)
            if part:
                left, width = columns(value[:value.index(part)]), columns(part)
                self.assertIn(' ' * left + '^' * width, carets, value)

    def test_what_cannot_be_seen_is_written_out(self):
        shown, carets = self.carets('ta\u200bro')
        self.assertEqual(shown, 'ta<U+200B>ro')
        self.assertIn('  ' + '^' * 8, carets)
        self.assertEqual(self.carets('a\u202eb')[0], 'a<U+202E>b')
        self.assertEqual(self.carets(b'a\xc2')[0], 'a<C2>')
        self.assertEqual(self.carets('a\tb\n')[0], 'a<U+0009>b<U+000A>')

    def test_secrets_are_bullets(self):
        for field, value in (('password', 'Päss\u200bｗ１'), ('pin', '12'), ('card', '4111-1111')):
            shown, _ = self.carets(value, field=field)
            self.assertEqual(shown, '•' * len(value))
            self.assertNotIn(value, run('-l', 'ja', field, input=value)[1])
            self.assertIn('1' if field != 'password' else 'ｗ', self.carets(value, '--reveal', field=field)[0])

    def test_colour_only_on_a_terminal(self):
        self.assertNotIn('\033', run('id', 'ｔ', env={'TERM': 'xterm'})[1])
        self.assertIn('\033', terminal(['id', 'ｔ'])[1])
        self.assertNotIn('\033', terminal(['id', 'ｔ'], env={'NO_COLOR': '1'})[1])
        self.assertNotIn('\033', terminal(['id', 'ｔ'], env={'TERM': 'dumb'})[1])

    def test_rule_errors_have_a_caret(self):
        status, out, err = run('--rules', 'minlength: あ', 'password', input='x')
        self.assertEqual((status, out), (2, ''))
        lines = err.splitlines()
        self.assertIn('expected', lines[0])
        self.assertEqual(lines[1], '    minlength: あ')
        self.assertEqual(lines[2], '    ' + ' ' * 11 + '^^')
        status, _, err = run('--context', 'caps-lock: maybe', 'id', input='x')
        self.assertEqual(status, 2)
        self.assertIn('caps-lock: maybe', err)
        self.assertIn('^', err)

    def test_rule_errors_in_a_file_show_the_line(self):
        with tempfile.NamedTemporaryFile('w', suffix='.rules') as f:
            f.write('minlength: 8;\nmaxlength: x;\n')
            f.flush()
            status, _, err = run('--rules-file', f.name, 'password', input='x')
            self.assertEqual(status, 2)
            self.assertIn(f.name, err)
            self.assertEqual(err.splitlines()[1:], ['    maxlength: x;', '               ^'])

    def test_rules_from_a_file_are_the_same(self):
        with tempfile.NamedTemporaryFile('w', suffix='.rules') as f:
            f.write('minlength: 8;\nmaxlength: 20;\n')
            f.flush()
            self.assertEqual(run('-fjson', '--rules-file', f.name, 'password', input='abc'),
                             run('-fjson', '--rules', 'minlength: 8; maxlength: 20', 'password', input='abc'))


def terminal(arguments, typed=b'', env=None):
    """Runs the program at a terminal of its own: status, and everything that the terminal showed."""
    try:
        pid, master = pty.fork()
    except OSError as error:
        raise unittest.SkipTest('this machine has no terminals (%s): is /dev/pts mounted?' % error)
    if pid == 0:
        os.environ.clear()
        os.environ.update({**PLAIN, 'TERM': 'xterm', **(env or {})})
        os.execv(CLI, [CLI] + arguments)
    shown = b''
    asked = 0
    end = time.time() + 20
    while time.time() < end:
        if typed and not asked and (b': ' in shown):
            time.sleep(0.2)  # until the echo is off
            os.write(master, typed)
            asked = 1
        if not select.select([master], [], [], 0.2)[0]:
            continue
        try:
            chunk = os.read(master, 4096)
        except OSError:
            break
        if not chunk:
            break
        shown += chunk
    os.close(master)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode('utf-8', 'replace')


class Secrets(unittest.TestCase):
    def test_a_terminal_is_asked_without_echo(self):
        status, shown = terminal(['--lang=en', 'password'], b'Xyzzy-plugh\n\x04')
        self.assertIn('password: ', shown)
        self.assertNotIn('Xyzzy', shown)
        self.assertIn('•' * 11, shown)
        self.assertEqual(status, 0)
        self.assertIn('PIN: ', terminal(['--lang=en', 'pin'], b'12345\n\x04')[1])
        shown = terminal(['--lang=ja', 'id'], b'taro-yamada\n\x04')[1]
        self.assertIn('ログインID: ', shown)
        self.assertIn('taro-yamada', shown)

    def test_a_note_about_arguments(self):
        self.assertIn('command line', run('password', 'abcdefgh')[2])
        self.assertIn('コマンドライン', run('-l', 'ja', 'pin', '1234')[2])
        self.assertEqual(run('id', 'taro')[2], '')
        self.assertEqual(run('password', input='abcdefgh')[2], '')

    def test_json_leaves_values_out(self):
        for field, value in (('password', 'Ｘyzzy １ー '), ('card', '４111-1111-1111-1111'), ('pin', '４８21')):
            for lang in ('en', 'ja'):
                _, out, err = run('--format=json', '--lang', lang, '--whole', field, input=value)
                answer = json.loads(out)
                self.assertNotIn('text', answer)
                self.assertNotIn(value, out)
                self.assertTrue(all('text' not in d.get('fix', {}) for d in answer['diagnostics']))
                self.assertTrue(all('text' not in c for c in answer['candidates']))
                self.assertEqual(err, '')
            revealed, = answers('--reveal', '--whole', field, input=value)
            self.assertIn('text', revealed)

    def test_like_secrets_give_like_answers(self):
        pairs = (('Ｘyz-12 ', 'Ｑab-98 '), ('ぱす12', 'のね98'), ('p\u200bword', 'q\u200bhorn'))
        for field in ('password',):
            for one, other in pairs:
                for form in ('text', 'json'):
                    self.assertEqual(run('--format', form, '--whole', field, input=one),
                                     run('--format', form, '--whole', field, input=other))

    def test_no_core_dump_while_a_secret_is_held(self):
        with subprocess.Popen([CLI, 'password'], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=PLAIN,
                              preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CORE, (resource.RLIM_INFINITY,) * 2)
                              if resource.getrlimit(resource.RLIMIT_CORE)[1] == resource.RLIM_INFINITY else None) as p:
            p.stdin.write(b'abcdefgh\n')
            p.stdin.flush()
            p.stdout.readline()
            try:
                with open('/proc/%d/limits' % p.pid) as f:
                    limits = f.read()
                self.assertRegex(limits, r'Max core file size\s+0\s+0')
            except PermissionError:
                pass  # not dumpable: its /proc entry belongs to root
            p.stdin.close()


class Streams(unittest.TestCase):
    def test_closed_standard_output(self):
        for arguments in (['id', 'taro'], ['--help'], ['--codes']):
            done = subprocess.run([CLI] + arguments, stderr=subprocess.PIPE, env=PLAIN, preexec_fn=lambda: os.close(1))
            self.assertEqual(done.returncode, 2)
            self.assertIn(b'standard output', done.stderr)

    def test_full_standard_output(self):
        for arguments in (['id', 'taro'], ['--help'], ['--codes'], ['-fjson', 'id', 'taro']):
            with open('/dev/full', 'wb') as full:
                done = subprocess.run([CLI] + arguments, stdout=full, stderr=subprocess.PIPE, env=PLAIN)
            self.assertEqual(done.returncode, 2)
            self.assertIn(b'standard output', done.stderr)

    def test_a_reader_that_goes_away(self):
        read, write = os.pipe()
        os.close(read)
        done = subprocess.run([CLI, 'id', 'taro'], stdout=write, stderr=subprocess.PIPE, env=PLAIN)
        os.close(write)
        self.assertEqual(done.returncode, 2)

    def test_unreadable_standard_input(self):
        directory = os.open('/', os.O_RDONLY)
        done = subprocess.run([CLI, 'id'], stdin=directory, capture_output=True, env=PLAIN)
        os.close(directory)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b'standard input', done.stderr)
        done = subprocess.run([CLI, 'id'], capture_output=True, env=PLAIN, preexec_fn=lambda: os.close(0))
        self.assertEqual(done.returncode, 2)


class Preflight(unittest.TestCase):
    def test_json(self):
        arguments = ('--preflight', '--service', 'lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00',
                     '--facts', 'failures: 2', '--now', '2026-11-23T06:30:00+09:00')
        status, out, err = run('-f', 'json', '-l', 'en', *arguments)
        self.assertEqual(err, '')
        answer = json.loads(out)
        self.assertEqual(status, 1)
        self.assertEqual(answer['verdict'], 'wait')
        codes = [a['code'] for a in answer['advice']]
        self.assertIn('maintenance', codes)
        self.assertIn('last-try', codes)
        for advice in answer['advice']:
            self.assertTrue(advice['message'] and advice['next'])
        status, out, _ = run('-l', 'ja', *arguments)
        self.assertEqual(status, 1)
        self.assertTrue(out.startswith('wait\n'))
        self.assertIn('[maintenance]', out)

    def test_go(self):
        status, out, _ = run('-f', 'json', '--preflight')
        self.assertEqual((status, json.loads(out)), (0, {'verdict': 'go', 'advice': []}))

    def test_errors(self):
        for option, text in (('--service', 'lock-after: x'), ('--facts', 'offline: maybe'), ('--now', 'yesterday')):
            status, out, err = run('--preflight', option, text)
            self.assertEqual((status, out), (2, ''))
            self.assertIn(option, err)
            self.assertIn('    ' + text, err)


if __name__ == '__main__':
    unittest.main(argv=sys.argv[:1])
