# SPDX-License-Identifier: MIT
"""values.py - made-up values of many kinds: what people type into a login form.  Imported by record.py.

Nothing here is of the library: the words are Debian's (wamerican, wamerican-small) and those of words.txt.  A value depends on
the seed alone.  One English word in ten is never used to train the letter model (lib/gen/gen_letters.c, by the same hash):
the kinds ...-unseen are made of those.
"""
import os
import random
import re

HERE = os.path.dirname(os.path.abspath(__file__))
DICTIONARIES = '/usr/share/dict'


def japanese():
    lists = {}
    with open(os.path.join(HERE, 'words.txt'), encoding='ascii') as file:
        for line in file:
            if not line.startswith('#'):
                name, words = line.split(':')
                lists.setdefault(name, []).extend(words.split())
    return lists


def is_held_out(word):
    h = 2166136261
    for byte in word.encode():
        h = (h ^ byte) * 16777619 & 0xFFFFFFFF
    return (h ^ h >> 15) % 10 == 0


def english(name):
    with open(os.path.join(DICTIONARIES, name), encoding='utf-8') as file:
        return sorted({word for word in file.read().split() if re.fullmatch('[a-z]{3,9}', word)})


KUNREI = (('sha', 'sya'), ('shu', 'syu'), ('sho', 'syo'), ('shi', 'si'), ('cha', 'tya'), ('chu', 'tyu'), ('cho', 'tyo'), ('chi', 'ti'),
          ('tsu', 'tu'), ('fu', 'hu'), ('ja', 'zya'), ('ju', 'zyu'), ('jo', 'zyo'), ('ji', 'zi'), ('tch', 'tty'))


def kunrei(word):
    for hepburn, other in KUNREI:
        word = word.replace(hepburn, other)
    return word


class Maker:
    def __init__(self, seed, kind):
        self.random = random.Random('%s/%s' % (seed, kind))
        self.japanese = japanese()
        self.common = english('american-english-small')
        self.all = english('american-english')
        self.unseen = [word for word in self.all if is_held_out(word)]

    def pick(self, *lists):
        return self.random.choice(self.random.choice(lists))

    def digits(self, low=1, high=4):
        n = self.random.randint(low, high)
        return (self.random.choice(('', '', '19', '20')) * (n == 4) + ''.join(self.random.choice('0123456789') for _ in range(n)))[:n]

    def name(self):
        return self.pick(self.japanese['names'])

    def word(self):
        return self.pick(self.japanese['words'])

    # ---- kinds -----------------------------------------------------------------------------------------------------------
    def romaji(self):
        return self.pick(self.japanese['words'], self.japanese['names'], self.japanese['places'])

    def romaji_two(self):
        return self.romaji() + self.romaji()

    def romaji_kunrei(self):
        while True:
            word = self.romaji()
            if kunrei(word) != word:
                return kunrei(word)

    def romaji_made(self):
        return ''.join(self.random.choice('k k s sh t t n n h m m r r y g z d b p ch j ky ry sh'.split() + ['', '', '']) + self.random.choice('aaiuueoo')
                       + self.random.choice(['n'] + [''] * 9) for _ in range(self.random.randint(2, 5))).replace('ti', 'chi').replace('tu', 'tsu') \
            .replace('si', 'shi').replace('hu', 'fu').replace('zi', 'ji').replace('di', 'do').replace('du', 'da').replace('yi', 'yo').replace('ye', 'ya') \
            .replace('kye', 'kyo').replace('rye', 'ryu').replace('she', 'sho').replace('che', 'chu').replace('je', 'jo')

    def id(self):
        form = self.random.randrange(8)
        name, other = self.name(), self.random.choice((self.name(), self.word()))
        if form < 3:
            return name + self.digits()
        if form < 5:
            return name + self.random.choice('-._') + other + self.random.choice(('', '', self.digits(1, 2)))
        if form == 5:
            return self.word() + self.digits()
        if form == 6:
            return name[0] + self.random.choice(('', '.', '-', '_')) + other + self.random.choice(('', self.digits(1, 3)))
        return self.name() + other

    def address(self):
        providers = ('gmail.com yahoo.co.jp docomo.ne.jp ezweb.ne.jp softbank.ne.jp icloud.com outlook.jp hotmail.co.jp au.com i.softbank.jp '
                     'nifty.com biglobe.ne.jp me.com live.jp ymobile.ne.jp').split()
        own = self.random.choice(('{0}.co.jp', '{0}.co.jp', '{0}.jp', '{0}.com', '{0}.or.jp', '{0}.ac.jp', '{0}-u.ac.jp', 'mail.{0}.co.jp', '{0}.ne.jp',
                                  'city.{0}.lg.jp', '{0}.net', '{0}.go.jp', '{0}.ed.jp'))
        domain = own.format(self.pick(self.japanese['companies'], self.japanese['places'])) if self.random.randrange(2) else self.random.choice(providers)
        return self.id() + '@' + domain

    def english(self):
        return self.pick(self.common)

    def english_unseen(self):
        return self.pick(self.unseen)

    def english_two(self):
        return self.pick(self.common) + self.pick(self.common)

    def english_two_unseen(self):
        return self.pick(self.unseen) + self.pick(self.unseen)

    def english_digits(self):
        return self.pick(self.common, self.all) + self.digits()

    def mixed(self):
        parts = [self.pick(self.common), self.random.choice((self.name(), self.word()))]
        self.random.shuffle(parts)
        return self.random.choice(('', '', '-', '_')).join(parts) + self.random.choice(('', self.digits()))

    def phrase(self):
        words = [self.pick(self.common) if self.random.randrange(2) else self.word() for _ in range(3)]
        return self.random.choice('-_.').join(words)

    def symbols(self):
        value = self.random.choice((self.word(), self.name(), self.pick(self.common))) + self.digits(1, 3)
        for _ in range(self.random.randint(1, 2)):
            at = self.random.choice((len(value), len(value), self.random.randrange(len(value))))
            value = value[:at] + self.random.choice('!@#$%&*-_+=?./') + value[at:]
        return value

    def every_symbol(self):
        value = self.random.choice((self.word(), self.name(), self.pick(self.common))) + self.digits(1, 3)
        for _ in range(self.random.randint(2, 4)):
            at = self.random.randrange(len(value) + 1)
            value = value[:at] + self.random.choice('!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~') + value[at:]
        return value

    def capitals(self):
        form = self.random.randrange(4)
        word, other = (self.random.choice((self.word(), self.name(), self.pick(self.common))) for _ in range(2))
        if form < 2:
            return word.capitalize() + self.digits()
        return word.capitalize() + other.capitalize() + self.digits(1, 2) if form == 2 else word.upper() + self.digits()

    def random_letters(self):
        return ''.join(self.random.choice('abcdefghijklmnopqrstuvwxyz0123456789') for _ in range(self.random.randint(6, 10)))

    def pin(self):
        return ''.join(self.random.choice('0123456789') for _ in range(self.random.choice((4, 4, 4, 6))))

    def card(self):
        digits = '4' + ''.join(self.random.choice('0123456789') for _ in range(14))
        total = sum(int(d) if i % 2 else sum(divmod(2 * int(d), 10)) for i, d in enumerate(digits))
        digits += str(-total % 10)
        return self.random.choice((digits, '-'.join(digits[i:i + 4] for i in range(0, 16, 4))))


KINDS = [name for name in vars(Maker) if name in {
    'romaji', 'romaji_two', 'romaji_made', 'romaji_kunrei', 'id', 'address', 'english', 'english_unseen', 'english_two', 'english_two_unseen', 'english_digits', 'mixed',
    'phrase', 'symbols', 'every_symbol', 'capitals', 'random_letters', 'pin', 'card'}]


def values(seed, kind, count):
    """`count` different values of a kind (fewer where there are no more)."""
    maker, seen = Maker(seed, kind), {}
    for _ in range(20 * count):
        seen.setdefault(getattr(maker, kind)())
        if len(seen) == count:
            break
    return list(seen)
