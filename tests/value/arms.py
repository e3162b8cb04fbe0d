# SPDX-License-Identifier: MIT
"""What a form says before it sends, one arm a class: see PROTOCOL.md.

In: people with what stands in their boxes.  Out: for each box a `Say`: what would be sent, what is said, what is offered, and of what use.
"""
import collections, json, os, subprocess, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, '..', 'acts'))
import cli

Say = collections.namedtuple('Say', 'send stops offer by_basis acts')  # acts: reading it makes a person look and type anew
QUIET = lambda text: Say(text, False, None, False, False)


class Nothing:
    name, advises = 'none', False

    def __init__(self):
        self.quiet = {}  # simulate.quiet: name of a person: told nothing about right values

    def judge(self, questions):
        """questions: (person, box, text, failures)."""
        return [QUIET(text) for _, _, text, _ in questions]


class Trim(Nothing):
    name = 'trim + NFKC'

    def judge(self, questions):
        return [QUIET(unicodedata.normalize('NFKC', text).strip() if box == 0 else text) for _, box, text, _ in questions]


class Peers(Trim):
    """card-validator and mailcheck from npm, asked in one run of node (peers.js), a few lines at a time so that no pipe is full."""
    name = 'peers'

    def __init__(self, modules):
        super().__init__()
        self.known = {}
        self.node = subprocess.Popen(['node', os.path.join(HERE, 'peers.js')], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=dict(os.environ, NODE_PATH=modules))

    def ask(self, questions):
        self.node.stdin.write('\n'.join(map(json.dumps, questions)) + '\n')
        self.node.stdin.flush()
        return [json.loads(self.node.stdout.readline()) for _ in questions]

    def judge(self, questions):
        plain = super().judge(questions)
        new = sorted({(q[0].kinds[q[1]], say.send) for q, say in zip(questions, plain)} - set(self.known))
        for i in range(0, len(new), 100):
            self.known.update(zip(new[i:i + 100], self.ask(new[i:i + 100])))
        out = []
        for q, say in zip(questions, plain):
            answer = self.known[q[0].kinds[q[1]], say.send]
            out.append(Say(say.send, bool(answer), (answer or {}).get('offer'), False, bool(answer) and not answer.get('offer')))
        return out


class Library(Nothing):
    name = 'library'

    def __init__(self, program):
        super().__init__()
        self.program, self.known = program, {}

    def question(self, person, box, text, failures):
        context = ['stage: submit', 'platform: ' + person.platform, 'entry: ' + person.entry(box), 'keyboard: ' + ('touch' if person.device == 'phone' else 'hardware'), 'failures: %d' % failures]
        if person.device != 'phone' and person.entry(box) == 'typed':
            context.append('caps-lock: ' + ('on' if person.states.get('caps lock') == box else 'off'))
        return person.fields[box], person.rules[box], '; '.join(context), text

    def judge(self, questions):
        asked = [self.question(*q) for q in questions]
        new = sorted(set(asked) - set(self.known))
        self.known.update((q, self.say(q[3], answer)) for q, answer in zip(new, cli.ask(self.program, new)))
        return [self.known[q] for q in asked]

    @staticmethod
    def say(text, answer):
        if answer['verdict'] in ('pass', 'incomplete'):
            return QUIET(text)
        if answer['verdict'] == 'fixed':
            return QUIET(answer['text'])
        cause = answer['causes'][0]
        offer = None
        if cause['remedy'] == 'choose':
            offer = answer['candidates'][cause['candidate']]['text']
        elif cause['remedy'] == 'apply':
            offer = answer['text']
        return Say(text, True, offer, answer['secret'], cause['remedy'] in ('retype', 'look', 'go'))


class Preflight(Library):
    """The library, and its advice before the last try."""
    name, advises = 'library + preflight', True

    def __init__(self, library):
        self.program, self.known, self.quiet, self.advice = library.program, library.known, library.quiet, {}

    def last_try(self, failures, limit):
        if (failures, limit) not in self.advice:
            done = subprocess.run([self.program, '--preflight', '--format=json', '--service', 'lock-after: %d' % limit, '--facts', 'failures: %d' % failures, '--now', '2026-11-25T12:00:00+09:00'],
                                  capture_output=True, text=True)
            self.advice[failures, limit] = any(a['code'] == 'last-try' for a in json.loads(done.stdout)['advice'])
        return self.advice[failures, limit]
