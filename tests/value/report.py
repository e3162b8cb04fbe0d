#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts of several seeds -> the tables of README.md and the picture.

usage: report.py TABLE... [--fresh TABLE...] [--pool FILE] [--readme FILE] [--svg FILE]
"""
import argparse
import matplotlib, numpy
matplotlib.use('svg')
matplotlib.rcParams.update({'svg.hashsalt': 'libloginlint', 'font.size': 10})
from matplotlib import pyplot

ARMS = ['none', 'trim + NFKC', 'peers', 'library', 'library + preflight']


FRESH = 20000  # people in the run of one seed
DRAWS = 4000
WORDS = ('setting', 'arm', 'who')
KEYS = ('setting', 'u', 'limit', 'arm', 'who')
BOUNDS = [2.5, 97.5]


def read(path):
    lines = [line.rstrip('\n').split('\t') for line in open(path, encoding='utf-8') if not line.startswith('#')]
    return [{name: value if name in WORDS else float(value) if name == 'u' else int(value) for name, value in zip(lines[0], line)} for line in lines[1:]]


def pooled(tables):
    """The counts of several seeds added up."""
    sums = {}
    for row in (r for table in tables for r in table):
        at = tuple(row[k] for k in KEYS)
        old = sums.get(at)
        sums[at] = dict(row) if old is None else {name: value if name in KEYS else old[name] + value for name, value in row.items()}
    return list(sums.values())


def intervals(rng, gained, lost, people):
    """95 % of what the true rate may be, and of what a fresh run may give, per 10,000: of people each +1, 0 or -1 (Bayesian bootstrap, half a person beside each count)."""
    shares = rng.dirichlet([gained + 0.5, people - gained - lost + 0.5, lost + 0.5], DRAWS)
    fresh = rng.multinomial(FRESH, shares)
    return 1e4 * numpy.percentile(shares[:, 0] - shares[:, 2], BOUNDS), 1e4 * numpy.percentile((fresh[:, 0] - fresh[:, 2]) / FRESH, BOUNDS)


def rates(rows):
    """Counts -> what the tables show: rates per 10,000 sign-ins with their intervals."""
    rng, none = numpy.random.default_rng(1), {tuple(r[k] for k in KEYS if k != 'arm'): r['locked'] for r in rows if r['arm'] == 'none'}
    out = []
    for r in rows:
        n = r['people']
        (low, high), (fresh_low, fresh_high) = intervals(rng, r['averted'], r['caused'], n)
        (peers_low, peers_high), _ = intervals(rng, r['beyond'], r['behind'], n)
        averted = r['averted'] - r['caused']
        out.append({**{k: r[k] for k in KEYS}, 'people': n, 'attempts': r['attempts'] / n, **{k: 1e4 * r[k] / n for k in ('locked', 'reset', 'needless', 'wrong_of_right', 'wrong_else')},
                    'gained': r['averted'], 'lost': r['caused'], 'averted': 1e4 * averted / n, 'low': low, 'high': high, 'fresh_low': fresh_low, 'fresh_high': fresh_high, 'averted_share': averted / max(1, none[tuple(r[k] for k in KEYS if k != 'arm')]),
                    'beyond_peers': 1e4 * (r['beyond'] - r['behind']) / n, 'peers_low': peers_low, 'peers_high': peers_high})
    return out


def chosen(rows, **wanted):
    return [r for r in rows if all(r[name] == value for name, value in wanted.items())]


def percent(u):
    return '%g %%' % (100 * u)


def main_table(rows, limit):
    lines = ['| `u` | ' + ' | '.join(ARMS) + ' | averted by the library [95 %] | of these, beyond the peers | with preflight |', '|---' + '|---:' * (len(ARMS) + 3) + '|']
    for u in sorted({r['u'] for r in rows}):
        by = {r['arm']: r for r in chosen(rows, setting='base', u=u, limit=limit, who='all')}
        lib, both = by['library'], by['library + preflight']
        lines.append('| %s | %s | %.1f %% [%.1f, %.1f per 10,000] | %.1f [%.1f, %.1f] | %.1f %% |' % (
            percent(u), ' | '.join('%.1f' % by[a]['locked'] for a in ARMS), 100 * lib['averted_share'], lib['low'], lib['high'], lib['beyond_peers'], lib['peers_low'], lib['peers_high'], 100 * both['averted_share']))
    return lines


def cost_table(rows):
    lines = ['| `u` | arm | tries a sign-in | right values stopped, per 10,000 | right values changed | wrong values changed to another wrong one | passwords set again |', '|---|---|---:|---:|---:|---:|---:|']
    for u in (0.0, 0.01, 0.03):
        for r in chosen(rows, setting='base', u=u, limit=3, who='all'):
            lines.append('| %s | %s | %.4f | %.1f | %.1f | %.1f | %.1f |' % (percent(u), r['arm'], r['attempts'], r['needless'], r['wrong_of_right'], r['wrong_else'], r['reset']))
    return lines


def who_table(rows, kind, u):
    lines = ['| %s | sign-ins | locked without help | peers | library | averted [95 %%] |' % kind, '|---|---:|---:|---:|---:|---:|']
    for who in dict.fromkeys(r['who'] for r in rows if r['who'].startswith(kind + ': ')):
        by = {r['arm']: r for r in chosen(rows, setting='base', u=u, limit=3, who=who)}
        if by:
            lib = by['library']
            lines.append('| %s | %d | %.0f | %.0f | %.0f | %.0f %% [%.0f, %.0f] |' % (who.split(': ')[1], lib['people'], by['none']['locked'], by['peers']['locked'], lib['locked'], 100 * lib['averted_share'], lib['low'], lib['high']))
    return lines


def worst(rows):
    out = []
    for limit in (3, 5):
        for arm in ('library', 'library + preflight'):
            found = min((r for r in rows if r['arm'] == arm and r['who'] == 'all' and r['limit'] == limit), key=lambda r: r['averted_share'])
            out.append('| %d | %s | %.1f %% | %.1f [%.1f, %.1f] | %s, `u` %s |' % (limit, arm, 100 * found['averted_share'], found['averted'], found['low'], found['high'], found['setting'], percent(found['u'])))
    return ['| locked after | arm | averted, worst of the sweep | per 10,000 [95 %] | where |', '|---:|---|---:|---:|---|'] + out


def hyphens(rows):
    lines = ['| `u` | none | peers | library |', '|---|---:|---:|---:|']
    for u in (0.0, 0.01):
        by = {r['arm']: r for r in chosen(rows, setting='hyphens refused', u=u, limit=3, who='all')}
        if by:
            lines.append('| %s | %.1f | %.1f | %.1f |' % (percent(u), by['none']['locked'], by['peers']['locked'], by['library']['locked']))
    return lines


def seeds(rows, others):
    """How many figures of fresh seeds lie within the intervals for a fresh run; and whether seeds differ more than their people make them."""
    inside, spread, figures = [], [], {}
    for table in others:
        found = 0, 0
        for r in rates(table):
            if r['who'] == 'all' and r['arm'].startswith('library'):
                first = chosen(rows, **{k: r[k] for k in KEYS})[0]
                found = found[0] + (first['fresh_low'] <= r['averted'] <= first['fresh_high']), found[1] + 1
                figures.setdefault(tuple(r[k] for k in KEYS), []).append(r['averted'])
        inside.append(found)
    for at, values in figures.items():
        first = chosen(rows, **dict(zip(KEYS, at)))[0]
        gained, lost = (r / first['people'] for r in (first['gained'], first['lost']))
        spread.append(numpy.var(values, ddof=1) / (1e8 * (gained + lost - (gained - lost) ** 2) / FRESH))
    good, total = sum(i for i, _ in inside), sum(n for _, n in inside)
    return ('%d fresh seeds of 20,000 people each, in no table above: %d of %d figures (lock-outs averted, for each `u`, limit and arm of the library; %.1f %%) lie within the 95 %% interval that the pool gives for a run of that size. '
            'The %d figures of one seed share their people, so they miss together: %d of the seeds have no miss, the worst has %d. The variance between seeds is %.2f times what their people alone would give.' % (
                len(others), good, total, 100 * good / total, inside[0][1], sum(i == n for i, n in inside), max(n - i for i, n in inside), numpy.mean(spread))) if total else ''


def picture(rows, path):
    figure, axes = pyplot.subplots(1, 2, figsize=(9, 3.6), sharey=True)
    us = sorted({r['u'] for r in rows})
    for axis, limit in zip(axes, (3, 5)):
        for arm, style in zip(ARMS, ('k-', 'C7--', 'C1-.', 'C0-', 'C2-')):
            axis.plot(range(len(us)), [chosen(rows, setting='base', u=u, limit=limit, who='all', arm=arm)[0]['locked'] for u in us], style, marker='o', markersize=4, label=arm)
        axis.set_xticks(range(len(us)), [percent(u) for u in us])
        axis.set_title('locked after %d failures' % limit)
        axis.set_xlabel('u, the share with each unknown state')
        axis.grid(axis='y', color='#dddddd')
        axis.set_ylim(bottom=0)
    axes[0].set_ylabel('lock-outs per 10,000 sign-ins')
    axes[0].legend(fontsize=8)
    figure.suptitle('A simulation: who is locked out', fontsize=11)
    figure.tight_layout()
    figure.savefig(path, metadata={'Date': None})


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('tables', nargs='+', help='of the seeds that are pooled')
    parser.add_argument('--fresh', nargs='*', default=[], help='tables of other seeds, which must lie within')
    parser.add_argument('--pool', help='write the pooled counts here')
    parser.add_argument('--readme')
    parser.add_argument('--svg')
    args = parser.parse_args()
    counts = pooled(map(read, args.tables))
    rows = rates(counts)
    text = ['Lock-outs per 10,000 sign-ins, locked after 3 failures:', ''] + main_table(rows, 3) + ['', 'Locked after 5:', ''] + main_table(rows, 5)
    text += ['', 'Worst case over the whole sweep:', ''] + worst(rows) + ['', 'What it costs:', ''] + cost_table(rows)
    text += ['', 'By state, `u` = 1 %, locked after 3 (rates among those who have the state):', ''] + who_table(rows, 'state', 0.01)
    text += ['', 'By account and by device, `u` = 1 %:', ''] + who_table(rows, 'account', 0.01) + [''] + who_table(rows, 'device', 0.01)
    text += ['', 'Where the server refuses the hyphens and spaces of card numbers (23 % type them):', ''] + hyphens(rows) + ['', seeds(rows, [read(path) for path in args.fresh])]
    if args.readme:
        open(args.readme, 'w', encoding='utf-8').write('\n'.join(text) + '\n')
    else:
        print('\n'.join(text))
    if args.svg:
        picture(rows, args.svg)
    if args.pool:
        with open(args.pool, 'w', encoding='utf-8') as f:
            f.write('# Written by `make value`: counts, all pooled seeds added up; simulate.py says of what.\n' + '\t'.join(counts[0]) + '\n')
            f.writelines('\t'.join(map(str, r.values())) + '\n' for r in counts)


if __name__ == '__main__':
    main()
