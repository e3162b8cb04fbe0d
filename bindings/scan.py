#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""scan.py - does a binding leave a copy of a secret anywhere in the memory of its process?

usage: scan.py NAME COMMAND...
COMMAND is a program that uses the binding.  It reads lines `CALLS TAB FIELD TAB VALUE`, says `ready` when it holds the value,
waits for a line, makes the calls (letters of CALLS: c check, k candidates, x check, causes and what they say in Japanese, with k also
by candidates; t tag; p keeps a copy, the planted failure), drops what they answered, and says `done`.  A candidate is the caller's: there
is no k where one is the secret itself.
In: /proc/PID/mem at `ready` and at `done`: every mapping that can be written, so heap, stacks and arenas alike.
Out: a line for each value, and status 1 when pieces of a value lie where none lay before.  What lay there at `ready` is the caller's.
A piece is eight characters, in UTF-8, UTF-16 and UTF-32.  LD_BIND_NOW: a function that is bound at its first call has the loader put
registers on the stack, with what the program itself left there.
"""
import os, random, re, string, subprocess, sys

PIECE, STEP = 8, 4
LUHN = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]


def wide(text):
    return ''.join(chr(ord(c) + 0xFEE0) for c in text)


def digits(n):
    return ''.join(random.choice(string.digits) for _ in range(n))


def card():
    body = '4' + digits(14)
    total = sum(LUHN[int(d)] if i % 2 == 0 else int(d) for i, d in enumerate(body))
    return body + str(-total % 10)


def password():
    return ''.join(random.choice(string.ascii_letters) for _ in range(32))


def values():
    """(name, calls, field, the value, all texts that must not be left behind)"""
    plain, half, number, member = password(), password(), card(), card()
    mixed = ''.join(c if i % 2 else wide(c) for i, c in enumerate(half))
    kana = ''.join(random.choice('あいうえおかきくけこさしすせそたちつてとなにぬねの') for _ in range(24))
    spaced, lone = password(), password()
    return [
        ('a password', 'ckxt', 'password', plain, [plain]),
        ('a password, half of it full-width', 'cxt', 'password', mixed, [mixed, half]),
        ('a password in kana', 'cxt', 'password', kana, [kana]),
        ('a password with a space before it', 'cx', 'password', ' ' + spaced, [spaced]),
        ('a card number', 'ckxt', 'card-number', number, [number]),
        ('a card number in the ID box', 'ckxt', 'login-id', member, [member]),
        ('a password in the PIN box', 'ckxt', 'pin', lone, [lone]),
        ('planted', 'cp', 'password', password(), None),
    ]


def pieces(texts):
    found = set()
    for text in texts:
        for at in range(0, len(text) - PIECE + 1, STEP):
            found |= {text[at:at + PIECE].encode(encoding) for encoding in ('utf-8', 'utf-16-le', 'utf-32-le')}
    return found


def places(pid, wanted):
    """Where the pieces lie: (address, piece)"""
    at = set()
    with open('/proc/%d/maps' % pid) as maps, open('/proc/%d/mem' % pid, 'rb', 0) as memory:
        for line in maps:
            start, end, flags, name = re.match(r'(\w+)-(\w+) (\S+) \S+ \S+ \S+\s*(.*)', line).groups()
            if 'rw' not in flags or name.startswith('[v'):
                continue
            start, end = int(start, 16), int(end, 16)
            try:
                memory.seek(start)
                data = memory.read(end - start)
            except OSError:
                continue
            for piece in wanted:
                i = data.find(piece)
                while i >= 0:
                    at.add((start + i, piece))
                    i = data.find(piece, i + 1)
    return at


def scan(child, calls, field, value, texts):
    """(copies that the caller held, copies that came)"""
    def say(text, answer):
        child.stdin.write(text.encode() + b'\n')
        child.stdin.flush()
        said = child.stdout.readline().decode().strip()
        if said != answer:
            sys.exit('scan.py: %r instead of %r' % (said, answer))
    wanted = pieces(texts or [value])
    say('%s\t%s\t%s' % (calls, field, value), 'ready')
    before = places(child.pid, wanted)
    say('go', 'done')
    return len(before), places(child.pid, wanted) - before


def main():
    child = subprocess.Popen(sys.argv[2:], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=dict(os.environ, LD_BIND_NOW='1'))
    bad = 0
    for name, calls, field, value, texts in values():
        held, new = scan(child, calls, field, value, texts)
        wrong = bool(new) != (texts is None) or not held
        bad |= wrong
        print('%s: %s (%s): %s%s' % (sys.argv[1], name, calls, '%d pieces left' % len(new) if new else 'nothing left', ', WRONG' if wrong else ''))
        for address, piece in sorted(new)[:8 if wrong else 0]:
            print('    %x %r' % (address, piece))
    child.stdin.close()
    child.wait()
    sys.exit(bad)


if len(sys.argv) < 3:
    sys.exit(__doc__)
main()
