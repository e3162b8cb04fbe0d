#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How many lock-outs does it avert?  The simulation of PROTOCOL.md, round by round.

usage: simulate.py [--cli PROGRAM] [--modules DIR] [--people N] [--seed N] [--quick] [--table FILE]
Out: one row for each setting, limit and arm.
"""
import argparse, collections, os, sys
import numpy
import arms
from people import MASKED, VISIBLE, Person, Setting

HERE = os.path.dirname(os.path.abspath(__file__))
SWEEP_U = [0, 0.001, 0.003, 0.01, 0.03]
LIMITS = [3, 5]
OTHERS = [('notice', 0.2), ('notice', 0.8), ('obey', 0.08), ('obey', 0.9), ('memory', 0.25), ('memory', 0.75), ('visible', 0.25), ('visible', 1.0), ('caps', 0.0049)]


class Visit:
    """One sign-in of a person under one arm."""

    def __init__(self, person, quiet):
        self.first_states, self.first = tuple(person.states), person.first
        self.failures = self.needless = self.wrong_right = self.wrong_else = 0
        if quiet:
            self.person, self.attempts, self.ended = person, 1, 'in'
            return
        self.person, self.attempts, self.ended = person.again(), 0, None
        self.boxes, self.turn = list(person.first), 1

    def anew(self):
        self.turn += 1
        self.boxes = [self.person.types(box, str(self.turn)) for box in (VISIBLE, MASKED)]

    def draws(self, use, share):
        return self.person.chance('%s %d %d' % (use, self.attempts, self.turn)) < share


def hear(visit, says, obey):
    """What the form says before one attempt; gives what is sent, or None when the person types anew and is to be judged again."""
    person, send = visit.person, []
    for box, say in enumerate(says):
        typed, sent = visit.boxes[box], say.send
        right = typed == person.right[box]
        if say.stops:
            visit.needless += right
            if visit.draws('reads %d' % box, obey):
                if say.offer is not None:
                    if say.offer == person.meant[box] or visit.draws('takes %d' % box, 0.5 if say.by_basis else 0.1):
                        sent = say.offer
                elif say.acts:
                    person.lose([state for state, at in person.states.items() if at == box and state not in ('wrong memory', 'old card')])
                    return None
        if sent != typed and sent != person.meant[box]:
            visit.wrong_right += right
            visit.wrong_else += not right
        send.append(sent)
    return send


def advised(arm, visit, limit, obey):
    """The advice before the last try: true when the person sets the password again."""
    person = visit.person
    if not arm.advises or not arm.last_try(visit.failures, limit) or not visit.draws('advice', obey):
        return False
    if 'wrong memory' in person.states:
        return True
    person.lose([state for state in person.states if state != 'old card'])
    visit.anew()
    return False


def fail(visit, limit):
    visit.failures += 1
    if visit.failures >= limit:
        visit.ended = 'locked'
        return
    person, n = visit.person, visit.attempts
    if person.remembers(n) or person.finds_it(n) or person.chance('same %d' % n) >= 0.3:
        visit.anew()


def attempt(arm, visits, limit, obey):
    """All who are still out try once."""
    waiting, stops = [], collections.Counter()
    for visit in visits:
        if advised(arm, visit, limit, obey):
            visit.ended = 'reset'
        else:
            waiting.append(visit)
    while waiting:
        questions = [(v.person, box, v.boxes[box], v.failures) for v in waiting for box in (VISIBLE, MASKED)]
        says, again = arm.judge(questions), []
        for i, visit in enumerate(waiting):
            sent = hear(visit, says[2 * i:2 * i + 2], obey if stops[visit] < 3 else 0)
            if sent is None:
                stops[visit] += 1
                visit.anew()
                again.append(visit)
                continue
            visit.attempts += 1
            if sent == visit.person.right:
                visit.ended = 'in'
            else:
                fail(visit, limit)
        waiting = again


def quiet(arm, people):
    """The names of those who typed rightly, are in no state and are told nothing: in at the first try, under every setting and limit, so they are asked about once."""
    plain = [p for p in people if not p.states and p.first == p.right]
    new = [p for p in plain if p.name not in arm.quiet]
    says = arm.judge([(p, box, p.right[box], 0) for p in new for box in (VISIBLE, MASKED)])
    for i, p in enumerate(new):
        arm.quiet[p.name] = all(not say.stops and say.send == right for say, right in zip(says[2 * i:2 * i + 2], p.right))
    return {p.name for p in plain if arm.quiet[p.name]}


def run(arm, people, setting, limit):
    in_at_once = quiet(arm, people)
    visits = [Visit(person, person.name in in_at_once) for person in people]
    while True:
        out = [v for v in visits if not v.ended]
        if not out:
            return visits
        attempt(arm, out, limit, setting.obey)


# Counts, so that seeds can be added up: sign-ins; of them locked and so on; averted and beyond: locked without help, or with the peers, and not here, and the other way round.
COLUMNS = ['setting', 'u', 'limit', 'arm', 'who', 'people', 'locked', 'reset', 'attempts', 'averted', 'caused', 'beyond', 'behind', 'needless', 'wrong_of_right', 'wrong_else']


def rows_of(name, setting, limit, visits, who='all', keep=lambda v: True):
    """visits: arm -> list."""
    chosen = {arm: [v for v in found if keep(v)] for arm, found in visits.items()}
    locked = {arm: numpy.array([v.ended == 'locked' for v in found], dtype=bool) for arm, found in chosen.items()}
    none, peers = locked['none'], locked['peers']
    for arm, found in chosen.items() if len(none) else ():
        here = locked[arm]
        yield dict(zip(COLUMNS, [name, setting.u, limit, arm, who, len(found), here.sum(), sum(v.ended == 'reset' for v in found), sum(v.attempts for v in found),
                                 (none & ~here).sum(), (here & ~none).sum(), (peers & ~here).sum(), (here & ~peers).sum(),
                                 sum(v.needless for v in found), sum(v.wrong_right for v in found), sum(v.wrong_else for v in found)]))


def settings(quick):
    for u in SWEEP_U:
        yield 'base', Setting(u=u)
    for u in [0, 0.01] if not quick else []:
        yield 'hyphens refused', Setting(u=u, hyphens=True)
    for u in [0, 0.01, 0.03] if not quick else []:
        for name, value in OTHERS:
            yield '%s %g' % (name, value), Setting(u=u, **{name: value})


def first_failures(visits):
    """The check that is not tuned to: shares of Caps Lock and first-letter case among failed first attempts."""
    failed = [v for v in visits if v.attempts > 1 or v.ended == 'locked']
    caps = sum('caps lock' in v.first_states for v in failed)
    first = 0
    for v in failed:
        for box in (VISIBLE, MASKED):
            typed, right = v.first[box], v.person.right[box]
            first += typed != right and typed[1:] == right[1:] and typed[:1].swapcase() == right[:1]
    return len(failed), caps, first


def simulate(args):
    library = arms.Library(args.cli)
    everyone = [arms.Nothing(), arms.Trim(), arms.Peers(args.modules), library, arms.Preflight(library)]
    table, check = [], None
    for name, setting in settings(args.quick):
        people = [Person(args.seed, i, setting) for i in range(args.people)]
        for limit in LIMITS:
            visits = {arm.name: run(arm, people, setting, limit) for arm in everyone}
            table += rows_of(name, setting, limit, visits)
            if name == 'base' and setting.u in (0, 0.01):
                for who in ('e-mail', 'id', 'card'):
                    table += rows_of(name, setting, limit, visits, 'account: ' + who, lambda v, who=who: v.person.account == who)
                for who in ('phone', 'japanese', 'us'):
                    table += rows_of(name, setting, limit, visits, 'device: ' + who, lambda v, who=who: v.person.device == who)
            if name == 'base' and setting.u == 0.01:
                states = sorted({s for v in visits['none'] for s in v.first_states})
                for state in states + ['none']:
                    table += rows_of(name, setting, limit, visits, 'state: ' + state, lambda v, state=state: state in v.first_states or state == 'none' and not v.first_states)
            if name == 'base' and setting.u == 0 and limit == 3:
                check = first_failures(visits['none'])
        print('%s, u = %g: %s' % (name, setting.u, '; '.join('%s %d' % (r['arm'], r['locked']) for r in table if r['setting'] == name and r['u'] == setting.u and r['limit'] == 3 and r['who'] == 'all')), flush=True)
    return table, check


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--cli', default='build/loginlint')
    parser.add_argument('--modules', default='build/value/node_modules')
    parser.add_argument('--people', type=int, default=20000)
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--quick', action='store_true', help='the base settings only')
    parser.add_argument('--table')
    args = parser.parse_args()
    args.modules = os.path.abspath(args.modules)
    table, check = simulate(args)
    if check:
        print('of %d failed first attempts at u = 0: Caps Lock %d, case of the first letter %d' % check)
    if args.table:
        with open(args.table, 'w', encoding='utf-8') as f:
            f.write('\t'.join(COLUMNS) + '\n')
            for row in table:
                f.write('\t'.join(str(row[c]) for c in COLUMNS) + '\n')


if __name__ == '__main__':
    sys.exit(main())
