#!/usr/bin/env python3
"""results.tsv -> the tables of README.md and the picture.

usage: report.py RESULTS [--seeds FILE FILE] [--readme FILE] [--svg FILE]
"""
import argparse
import matplotlib
matplotlib.use('svg')
matplotlib.rcParams.update({'svg.hashsalt': 'libloginlint', 'font.size': 10})
from matplotlib import pyplot

ARMS = ['none', 'trim + NFKC', 'peers', 'library', 'library + preflight']


def read(path):
    lines = [line.rstrip('\n').lstrip('#').split('\t') for line in open(path, encoding='utf-8') if not line.startswith('# ')]
    rows = []
    for line in lines[1:]:
        row = dict(zip(lines[0], line))
        for name, value in row.items():
            if name not in ('setting', 'arm', 'who'):
                row[name] = float(value)
        rows.append(row)
    return rows


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
    """How many figures of other seeds lie within the intervals of the first; those of one seed share their people, so they move together."""
    inside = total = 0
    for path in others:
        for r in read(path):
            first = chosen(rows, setting=r['setting'], u=r['u'], limit=r['limit'], arm=r['arm'], who=r['who'])
            if first and r['who'] == 'all' and r['arm'].startswith('library'):
                total += 1
                inside += first[0]['low'] <= r['averted'] <= first[0]['high']
    return 'Lock-outs averted under seeds 2 and 3: %d of %d figures lie within the 95 %% intervals of seed 1. The figures of one seed share their people, so they miss together: read the last digits accordingly.' % (inside, total) if total else ''


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
    parser.add_argument('results')
    parser.add_argument('--seeds', nargs='*', default=[])
    parser.add_argument('--readme')
    parser.add_argument('--svg')
    args = parser.parse_args()
    rows = read(args.results)
    text = ['Lock-outs per 10,000 sign-ins, locked after 3 failures:', ''] + main_table(rows, 3) + ['', 'Locked after 5:', ''] + main_table(rows, 5)
    text += ['', 'Worst case over the whole sweep:', ''] + worst(rows) + ['', 'What it costs:', ''] + cost_table(rows)
    text += ['', 'By state, `u` = 1 %, locked after 3 (rates among those who have the state):', ''] + who_table(rows, 'state', 0.01)
    text += ['', 'By account and by device, `u` = 1 %:', ''] + who_table(rows, 'account', 0.01) + [''] + who_table(rows, 'device', 0.01)
    text += ['', 'Where the server refuses the hyphens and spaces of card numbers (23 % type them):', ''] + hyphens(rows) + ['', seeds(rows, args.seeds)]
    if args.readme:
        open(args.readme, 'w', encoding='utf-8').write('\n'.join(text) + '\n')
    else:
        print('\n'.join(text))
    if args.svg:
        picture(rows, args.svg)


if __name__ == '__main__':
    main()
