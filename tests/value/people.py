# SPDX-License-Identifier: MIT
"""People who come to sign in, as PROTOCOL.md draws them: account, device, states, slips, and how they answer to failures and messages.

In: a seed, and the settings that the protocol sweeps.  Out: `Person`, whose every draw has its own random source, named by what it is for, so
that all arms meet the same person, values and slips.
"""
import copy, functools, hashlib, os, random, sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'acts'))
import changes, keyboards, romaji, values

DEVICES = [('phone', 0.50), ('japanese', 0.35), ('us', 0.15)]
ACCOUNTS = [('e-mail', 0.50), ('id', 0.25), ('card', 0.25)]
BOXES = {'e-mail': ('email', 'password'), 'id': ('name', 'password'), 'card': ('card', 'pin')}
VISIBLE, MASKED = 0, 1
REMEMBERS = 0.23  # a try after a wrong memory; PROTOCOL.md

# Kinds of slips and their parts: any device, touch.
SLIPS = [('first-case', 4.5, 4.7), ('one-more-end', 4.6, 0.9), ('one-more-front', 1.3, 0.5), ('missed-shift', 0.2, 0.1), ('neighbour', 21.8, 29.6), ('look-alike', 3.0, 3.3),
         ('left-out', 53.6 / 4, 52.7 / 4), ('doubled', 53.6 / 4, 52.7 / 4), ('exchanged', 53.6 / 4, 52.7 / 4), ('replaced', 53.6 / 4, 52.7 / 4)]
ROWS = ['`1234567890-=', 'qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./']
SHIFTED = dict(zip('!@#$%^&*()_+{}|:"<>?~', "1234567890-=[]\\;',./`"))
LOOKS = {'l': '1', '1': 'l', 'O': '0', '0': 'O', 'o': '0', 'I': 'l', 'i': 'l'}


def neighbours(c):
    for row in ROWS:
        i = row.find(c.lower())
        if i >= 0:
            near = [row[j] for j in (i - 1, i + 1) if 0 <= j < len(row)]
            return [n.upper() if c.isupper() else n for n in near if n.isdigit() or not c.isdigit()]
    return []


def slip(pick, kind, text, digits):
    """`text` with one slip of the kind, or None where it cannot happen."""
    any_key = '0123456789' if digits else 'abcdefghijklmnopqrstuvwxyz0123456789'
    at = pick.randrange(len(text))
    if kind == 'first-case':
        return text[0].swapcase() + text[1:] if text[0].isalpha() else None
    if kind == 'one-more-end':
        return text + pick.choice(any_key)
    if kind == 'one-more-front':
        return pick.choice(any_key) + text
    if kind == 'missed-shift':
        return text[:-1] + SHIFTED[text[-1]] if text[-1] in SHIFTED else None
    if kind == 'neighbour':
        near = neighbours(text[at])
        return text[:at] + pick.choice(near) + text[at + 1:] if near else None
    if kind == 'look-alike':
        at = [i for i, c in enumerate(text) if c in LOOKS]
        if not at or digits:
            return None
        at = pick.choice(at)
        return text[:at] + LOOKS[text[at]] + text[at + 1:]
    if kind == 'left-out':
        return text[:at] + text[at + 1:] if len(text) > 1 else None
    if kind == 'doubled':
        return text[:at] + text[at] + text[at:]
    if kind == 'exchanged':
        return text[:at] + text[at + 1] + text[at] + text[at + 2:] if at + 1 < len(text) and text[at] != text[at + 1] else None
    return text[:at] + pick.choice([c for c in any_key if c != text[at]]) + text[at + 1:]


LABELS = {'email': ['メール：', 'E-mail: ', 'メールアドレス: ', 'mail: '], 'name': ['ID: ', 'ID：', 'ログインID: ', 'User: '], 'card': ['カード番号: ', 'Card: ', 'No. '],
          'password': ['パスワード: ', 'PW: ', 'pass: ', 'Password: '], 'pin': ['PIN: ', '暗証番号：']}


def pasted(pick, kind, text):
    return pick.choice([lambda: pick.choice(LABELS[kind]) + text, lambda: text + '\n', lambda: '"' + text + '"'])()


def domain_typo(pick, text):
    local, _, domain = text.partition('@')
    name = domain.split('.')[0]
    if len(name) < 2:
        return text
    at = pick.randrange(len(name) - 1)
    changed = pick.choice([name[:at] + name[at + 1:], name[:at] + name[at + 1] + name[at] + name[at + 2:], name[:at] + name[at] + name[at:]])
    return local + '@' + changed + domain[len(name):]


class Setting:
    """What the protocol sweeps; rates are shares."""

    def __init__(self, u=0.01, notice=0.5, obey=0.5, memory=0.5, visible=0.5, caps=0.0011, hyphens=False):
        self.u, self.notice, self.obey, self.memory, self.visible, self.caps, self.hyphens = u, notice, obey, memory, visible, caps, hyphens
        self.wrong_memory = 0.10 * memory
        touch = sum(share * (2 if name == 'phone' else 1) for name, share in DEVICES)
        self.slip = 0.10 * (1 - memory) / (1 - self.wrong_memory) / touch / (1 + visible)  # of a masked box on a desktop


@functools.lru_cache(maxsize=None)
def who(name):
    """The same in every setting: account, device, platform, the right values."""
    pick = random.Random(name)
    account, device = weighted(pick, ACCOUNTS), weighted(pick, DEVICES)
    platform = pick.choice(['ios', 'android']) if device == 'phone' else pick.choice(['windows', 'windows', 'windows', 'mac'])
    return account, device, platform, [values.KINDS[kind].make(pick) for kind in BOXES[account]]


@functools.lru_cache(maxsize=1 << 20)
def drawn(name, use):
    return int.from_bytes(hashlib.blake2b((name + '/' + use).encode(), digest_size=7).digest(), 'big') / 2**56


class Person:
    def __init__(self, seed, number, setting):
        self.name, self.setting = '%s/%d' % (seed, number), setting
        self.account, self.device, self.platform, self.right = who(self.name)
        self.kinds = BOXES[self.account]
        self.rules = [values.KINDS[kind].rules[0] for kind in self.kinds]
        self.fields = [values.KINDS[kind].field for kind in self.kinds]
        self.meant = list(self.right)
        self.states = {}  # name: box
        self.draw_states()

        self.first = [self.types(box, '1') for box in (VISIBLE, MASKED)]

    def again(self):
        """The same person on another visit."""
        other = copy.copy(self)
        other.meant, other.states = list(self.meant), dict(self.states)
        return other

    def source(self, use):
        """A random source of its own for each use."""
        return random.Random(self.name + '/' + use)

    def chance(self, use):
        """One number in 0 <= x < 1 for this use."""
        return drawn(self.name, use)

    def draw_states(self):
        s, u, card = self.setting, self.setting.u, self.account == 'card'

        def happens(name, share, box, possible=True):
            if self.chance('state ' + name) < share and possible:
                self.states[name] = box
        happens('wrong memory', s.wrong_memory, MASKED)
        happens('caps lock', s.caps, MASKED, self.device != 'phone' and not card)
        happens('input method', u, VISIBLE, self.device == 'japanese')
        happens('full-width', u, VISIBLE, self.device != 'us' and 'input method' not in self.states)
        happens('kana lock', u / 10, VISIBLE, self.device == 'japanese' and not {'input method', 'full-width'} & set(self.states))
        happens('first capital', u, VISIBLE, self.device == 'phone' and self.right[VISIBLE][0].islower())
        happens('space after', u, VISIBLE, self.device == 'phone')
        happens('pasted', u, int(self.chance('pasted box') * 2))
        happens('mistyped domain', u, VISIBLE, self.account == 'e-mail')
        happens('old card', u, VISIBLE, card)
        happens('hyphens', 0.23 if s.hyphens else 0, VISIBLE, card)
        if 'wrong memory' in self.states:
            pick = self.source('memory')
            box = self.states['wrong memory'] = VISIBLE if self.account == 'id' and pick.random() < 0.25 else MASKED
            self.meant[box] = values.KINDS[self.kinds[box]].make(pick)
        if 'old card' in self.states:
            self.meant[VISIBLE] = values.KINDS['card'].make(self.source('old card'))

    def remembers(self, attempt):
        if 'wrong memory' in self.states and self.chance('remembers %d' % attempt) < REMEMBERS:
            self.meant[self.states.pop('wrong memory')] = None
            self.meant = [right if meant is None else meant for meant, right in zip(self.meant, self.right)]
            return True
        return False

    def types(self, box, turn):
        """What stands in the box: what is meant, with the slips of this turn and what the states make of it."""
        text, kind = self.meant[box], self.kinds[box]
        use = 'slip %s %d' % (turn, box)
        if self.chance(use) < self.setting.slip * (2 if self.device == 'phone' else 1) * (self.setting.visible if box == VISIBLE else 1):
            pick = self.source(use)
            while True:
                slipped = slip(pick, weighted(pick, [(name, touch if self.device == 'phone' else any_) for name, any_, touch in SLIPS]), text, kind in ('card', 'pin'))
                if slipped and slipped != text:
                    text = slipped
                    break
        for state, at in self.states.items():
            if at == box:
                text = self.spoil(self.source('text %s' % state), state, text, kind)
        return text

    def spoil(self, pick, state, text, kind):
        if state == 'caps lock':
            return text.swapcase()
        if state == 'input method':
            return romaji.show(text, pick.choice('−－ー'))
        if state == 'full-width':
            return ''.join(romaji.full_width(c) for c in text)
        if state == 'kana lock':
            return keyboards.kana_keys(text)
        if state == 'first capital':
            return text[0].upper() + text[1:]
        if state == 'space after':
            return text + ' '
        if state == 'pasted':
            return pasted(pick, kind, text)
        if state == 'mistyped domain':
            return domain_typo(pick, text)
        if state == 'hyphens':
            return pick.choice('- ').join(values.groups(text))
        return text

    def entry(self, box):
        return 'paste' if self.states.get('pasted') == box else 'autofill' if self.states.get('mistyped domain') == box else 'typed'

    def finds_it(self, attempt):
        """After a failure without help: true when a state was noticed and is gone."""
        noticed = [state for state in self.states if state not in ('wrong memory', 'old card')]
        if noticed and self.chance('notices %d' % attempt) < self.setting.notice:
            self.lose(noticed)
            return True
        return False

    def lose(self, states):
        for state in states:
            self.states.pop(state, None)


def weighted(pick, pairs):
    return pick.choices([name for name, _ in pairs], [share for _, share in pairs])[0]
