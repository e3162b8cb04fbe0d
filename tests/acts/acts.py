#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Let one act happen to each of many true values, ask the program, and count what it says against what it should say.

usage: acts.py [--cli PROGRAM] [--seed N] [--samples N] [--only ID,ID] [--show ID] [--table FILE] [--svg FILE] [--readme FILE] [--floors FILE]
"""
import argparse, collections, os, random, re, sys

import changes, cli, values

HERE = os.path.dirname(os.path.abspath(__file__))
CONTEXTS = {'typed': 'entry: typed; keyboard: hardware; stage: submit', 'touch': 'entry: typed; keyboard: touch; stage: submit', 'paste': 'entry: paste{; stage: submit|}',
            'autofill': 'entry: autofill{; stage: submit|}', 'pasted': 'entry: paste; stage: submit', 'filled': 'entry: autofill; stage: submit'}
GROUPS = {'w': 'full-width characters', 'k': 'Japanese input method', 'y': 'other layouts', 'c': 'letter case', 'm': "a phone's punctuation", 'h': 'hyphens, separators', 's': 'spaces, invisible characters', 'p': 'pasted labels',
          'q': 'pasted wrappers', 'o': 'one-time codes', 'v': 'several values', 'd': 'twice, masked, converted', 't': 'international phone forms', 'n': 'digits and look-alikes', 'e': 'addresses', 'f': 'the wrong box',
          'x': 'a part of the value'}
TARGETS = {'named': 97, 'first': 95, 'any': 98, 'sentences': 1.05, 'silent': 1, 'changed': 0}

Act = collections.namedtuple('Act', 'id kinds change context causes back who')
Sample = collections.namedtuple('Sample', 'kind true rules context text')


# ---- the data file ----------------------------------------------------------------------------------------------------

def read_acts(path):
    acts = []
    for line in open(path, encoding='utf-8'):
        if line.strip() and not line.startswith('#'):
            row = line.rstrip('\n').split('\t')
            if len(row) != 7 or not set(row[1].split(',')) <= set(values.KINDS) or row[5] not in ('yes', 'no'):
                sys.exit('acts.tsv: %s is no row of seven columns' % row[0])
            acts.append(Act(row[0], row[1].split(','), row[2], row[3], set(row[4].split('|')), row[5] == 'yes', row[6]))
    return acts


ALTERNATIVES = re.compile(r'(?<!\\)\{((?:[^{}\\]|\\.)*)\}')


def choose(pick, text):
    """One of each {a|b|c}."""
    while True:
        m = ALTERNATIVES.search(text)
        if not m:
            return text
        text = text[:m.start()] + pick.choice(re.split(r'(?<!\\)\|', m.group(1))) + text[m.end():]


def unescape(text):
    def one(m):
        if m.group(1):
            return chr(int(m.group(1), 16))
        return {'n': '\n', 't': '\t', 'r': '\r'}.get(m.group(2), m.group(2))
    return re.sub(r'\\(?:u([0-9A-Fa-f]{4})|(.))', one, text)


def steps(change):
    """'f "a" b | g' as [['f', 'a', 'b'], ['g']]."""
    out = [[]]
    for m in re.finditer(r'"((?:[^"\\]|\\.)*)"|(\|)|([^\s|"]+)', change):
        if m.group(2):
            out.append([])
        else:
            out[-1].append(unescape(m.group(1) if m.group(1) is not None else m.group(3)))
    return out


def happen(pick, act, kind):
    """One true value and what the act makes of it, or None."""
    true = values.KINDS[kind].make(pick)
    text = true
    for name, *arguments in steps(choose(pick, act.change)):
        text = getattr(changes, name)(pick, kind, text, *arguments)
        if isinstance(text, tuple):
            text, true = text
        if not text:
            return None
    context = choose(pick, act.context)
    for word, full in CONTEXTS.items():
        context = re.sub(r'^%s(?!\w|:)' % word, full, context)
    return None if text == true else Sample(kind, true, pick.choice(values.KINDS[kind].rules), choose(pick, context).rstrip('; '), text)


def sample(act, seed, n):
    out = []
    for kind in act.kinds:
        pick = random.Random('%s %s %s' % (seed, act.id, kind))
        wanted, tries = -(-n // len(act.kinds)), 0
        while wanted and tries < 400 * n:
            tries += 1
            one = happen(pick, act, kind)
            if one:
                out.append(one)
                wanted -= 1
        if wanted == -(-n // len(act.kinds)):
            sys.exit('acts.tsv: %s never happens to a %s' % (act.id, kind))
    return out


# ---- judging ----------------------------------------------------------------------------------------------------------

def question(s):
    return values.KINDS[s.kind].field, s.rules, s.context, s.text


def told(answer):
    """The causes, in order."""
    return [cause['code'] for cause in answer['causes']]


def judge(act, s, answer, again):
    """again: what the program says of the answer's text.  Gives a dictionary of what is right and wrong."""
    if answer is None:
        return dict(named=0, first=0, three=0, any=0, sentences=0, silent=1, changed=0, causes=['refused'], back=act.back)
    same = lambda text: values.meant(s.kind, text) == values.meant(s.kind, s.true)
    offered = [c['text'] for c in answer['candidates']]
    text = answer.get('text')
    if text is not None and text != s.text:
        offered = [text] * (answer['verdict'] == 'fixed') + offered
    causes = told(answer)
    harmless = '-' in act.causes and answer['verdict'] in ('pass', 'fixed') and text is not None and same(text) and not causes
    return dict(named=int(bool(causes) and causes[0] in act.causes or harmless), first=int(bool(offered) and same(offered[0]) or harmless), three=int(any(map(same, offered[:3])) or harmless),
                any=int(any(map(same, offered)) or text is not None and same(text)), sentences=len(causes), silent=int(not causes and not harmless),
                changed=int(text is not None and text != s.text and not same(text) and again is not None and again['verdict'] == 'pass'), causes=causes or ['nothing'], back=act.back)


def measure(program, acts, seed, n):
    """act -> [(sample, answer, judgement)]"""
    drawn = [(act, s) for act in acts for s in sample(act, seed, n)]
    answers = cli.ask(program, [question(s) for _, s in drawn])
    changed = {i for i, (act, s) in enumerate(drawn) if answers[i] is not None and answers[i].get('text') not in (None, s.text)}
    again = dict(zip(sorted(changed), cli.ask(program, [question(drawn[i][1]._replace(text=answers[i]['text'], context='stage: submit')) for i in sorted(changed)])))
    out = collections.OrderedDict((act.id, []) for act in acts)
    for i, (act, s) in enumerate(drawn):
        out[act.id].append((s, answers[i], judge(act, s, answers[i], again.get(i))))
    return out


def percent(judgements, key):
    return 100 * sum(j[key] for j in judgements) / len(judgements) if judgements else None


def totals(judgements):
    """Values that cannot come back are left out where the true value is wanted."""
    back = [j for j in judgements if j['back']]
    spoken = [j for j in judgements if j['sentences']]
    return dict(n=len(judgements), named=percent(judgements, 'named'), first=percent(back, 'first'), three=percent(back, 'three'), any=percent(back, 'any'),
                sentences=sum(j['sentences'] for j in spoken) / len(spoken) if spoken else None, silent=percent(judgements, 'silent'), changed=sum(j['changed'] for j in judgements))


def over_acts(rows):
    """The mean over acts: an act with many samples counts no more than one with few."""
    mean = lambda key: (lambda seen: sum(seen) / len(seen) if seen else None)([r[key] for r in rows if r[key] is not None])
    return dict(n=sum(r['n'] for r in rows), changed=sum(r['changed'] for r in rows), **{key: mean(key) for key in ('named', 'first', 'three', 'any', 'sentences', 'silent')})


# ---- output -----------------------------------------------------------------------------------------------------------

COLUMNS = ['named', 'first', 'three', 'any', 'sentences', 'silent', 'changed']


def cell(key, value):
    return '' if value is None else '%.2f' % value if key == 'sentences' else '%d' % value if key == 'changed' else '%.1f' % value


def common(results):
    causes = collections.Counter(j['causes'][0] for _, _, j in results)
    return ' '.join('%s %d' % pair for pair in causes.most_common(3))


def write_table(path, acts, results, rows):
    with open(path, 'w', encoding='utf-8') as out:
        out.write('id\tn\t' + '\t'.join(COLUMNS) + '\tfirst causes\twanted\twho\n')
        for act in acts:
            out.write('%s\t%d\t%s\t%s\t%s\t%s\n' % (act.id, rows[act.id]['n'], '\t'.join(cell(k, rows[act.id][k]) for k in COLUMNS), common(results[act.id]), '|'.join(sorted(act.causes)), act.who))


def by_group(acts, rows):
    groups = collections.OrderedDict()
    for act in acts:
        groups.setdefault(act.id[0], []).append(rows[act.id])
    return [(GROUPS[letter], len(members), over_acts(members)) for letter, members in groups.items()]


def markdown(acts, rows):
    lines = ['| what happened | acts | named first | true value first | in three | at all | sentences | silent | changed |', '|---|---:|---:|---:|---:|---:|---:|---:|---:|']
    line = lambda label, n, r: '| %s | %d | %s |' % (label, n, ' | '.join(cell(k, r[k]) for k in COLUMNS))
    lines += [line(*group) for group in by_group(acts, rows)]
    return '\n'.join(lines + [line('**all**', len(acts), over_acts(list(rows.values())))]) + '\n'


def svg(acts, rows):
    groups = by_group(acts, rows) + [('all acts', len(acts), over_acts(list(rows.values())))]
    bar, left, width = 22, 215, 400
    out = ['<svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" font-family="sans-serif" font-size="12" role="img" aria-label="Acts named first and true values offered first, by kind of act">' % (left + width + 70, bar * len(groups) + 62),
           '<rect width="100%" height="100%" fill="#fff"/>',
           '<rect x="%d" y="8" width="12" height="9" fill="#2b6cb0"/><text x="%d" y="17">act named first</text><rect x="%d" y="8" width="12" height="9" fill="#38a169"/><text x="%d" y="17">true value offered first</text>' % (left, left + 17, left + 140, left + 157)]
    for share in (0, 25, 50, 75, 100):
        x = left + width * share / 100
        out.append('<line x1="%g" y1="28" x2="%g" y2="%d" stroke="#ddd"/><text x="%g" y="%d" text-anchor="middle" fill="#555">%d %%</text>' % (x, x, 34 + bar * len(groups), x, 50 + bar * len(groups), share))
    for i, (label, n, r) in enumerate(groups):
        y = 32 + i * bar
        out.append('<text x="%d" y="%d" text-anchor="end"%s>%s</text>' % (left - 8, y + 13, ' font-weight="bold"' if label == 'all acts' else '', label.replace('&', '&amp;')))
        out.append('<rect x="%d" y="%d" width="%.1f" height="8" fill="#2b6cb0"/>' % (left, y + 1, width * r['named'] / 100))
        if r['first'] is not None:
            out.append('<rect x="%d" y="%d" width="%.1f" height="8" fill="#38a169"/>' % (left, y + 10, width * r['first'] / 100))
    return '\n'.join(out + ['</svg>']) + '\n'


def show(program, results, wanted):
    """Every sample of the acts that was answered otherwise than wanted, as a command line."""
    for name in wanted:
        for s, answer, j in results[name]:
            if not j['named'] or j['changed'] or j['sentences'] > 1 or j['back'] and not j['first']:
                print(cli.command_line(program, question(s)))
                print('    meant %r; said %s%s' % (s.true, ' '.join(j['causes']), '' if answer is None else '; %s; text %r; offered %s' % (answer['verdict'], answer.get('text'), [c['text'] for c in answer['candidates']][:4])))


def below_floors(path, total):
    """What the file of floors (name, floor or ceiling, value) does not allow."""
    wrong = []
    for line in open(path, encoding='utf-8'):
        if not line.startswith('#'):
            key, kind, bound = line.split()
            if key in total and (total[key] > float(bound) if kind == 'ceiling' else total[key] < float(bound)):
                wrong.append('%s is %.2f, %s %s' % (key, total[key], kind, bound))
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--cli', default='build/loginlint')
    parser.add_argument('--acts', default=os.path.join(HERE, 'acts.tsv'))
    parser.add_argument('--seed', default='2026')
    parser.add_argument('--samples', type=int, default=60)
    parser.add_argument('--only', default='')
    parser.add_argument('--show', default='')
    parser.add_argument('--table')
    parser.add_argument('--svg')
    parser.add_argument('--readme')
    parser.add_argument('--floors')
    args = parser.parse_args()
    acts = [a for a in read_acts(args.acts) if not args.only or any(a.id.startswith(x) for x in args.only.split(','))]
    results = measure(args.cli, acts, args.seed, args.samples)
    rows = collections.OrderedDict((name, totals([j for _, _, j in found])) for name, found in results.items())
    total = over_acts(list(rows.values()))
    if args.show:
        show(args.cli, results, [a.id for a in acts if any(a.id.startswith(x) for x in args.show.split(','))])
    else:
        for act in acts:
            print('%-4s %4d  %s  %s' % (act.id, rows[act.id]['n'], '  '.join('%6s' % cell(k, rows[act.id][k]) for k in COLUMNS), common(results[act.id])))
    print('%-4s %4d  %s' % ('all', total['n'], '  '.join('%6s' % cell(k, total[k]) for k in COLUMNS)))
    print('          ' + '  '.join('%6s' % k[:6] for k in COLUMNS) + '   wanted: ' + ', '.join('%s %s' % pair for pair in TARGETS.items()))
    if args.table:
        write_table(args.table, acts, results, rows)
    if args.svg:
        open(args.svg, 'w', encoding='utf-8').write(svg(acts, rows))
    if args.readme:
        open(args.readme, 'w', encoding='utf-8').write(markdown(acts, rows))
    wrong = below_floors(args.floors, total) if args.floors else []
    for line in wrong:
        print('below the floor: ' + line)
    return bool(wrong)


if __name__ == '__main__':
    sys.exit(main())
