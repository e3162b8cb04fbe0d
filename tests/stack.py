#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The deepest stack under each public function, and that what is cleared behind a call that is given a value (lib/text/wipe.h) reaches
below all that the call can use.

usage: stack.py [-v] [COMPILER...]
In: the core, for each compiler (default: gcc and clang) at the LEVELS (default: -O1;-O2;-O3;-Os); frames as the compiler states them
(-fstack-usage), calls as objdump shows them, added up along the longest chain.  Out: one line each (the chains with -v); status 1 when a chain passes
its bound, recurses, or goes through a frame without one.  Return addresses are counted, and leaves keep to their frame
(-mno-red-zone); what the platform's memcpy, memset and memcmp take is not.
"""
import concurrent.futures, os, platform, re, shutil, subprocess, sys, tempfile

BOUND = 2048  # of every chain: README promises it
LEVELS = os.environ.get('LEVELS', '-O1;-O2;-O3;-Os').split(';')
ADDRESS = 8
LIBC = {'memcpy', 'memset', 'memcmp'}
FLAGS = '-std=c11 -ffreestanding -fvisibility=hidden -fPIC -fno-plt -mno-red-zone -Iinclude -Ilib -fstack-usage'.split()
CLEAR = 'll_clear_stack'
FIRST, CLEARED = (int(re.search(r'#define %s (\d+)u' % name, open('lib/text/wipe.h').read())[1]) for name in ('LL_STACK_FIRST', 'LL_STACK'))


def frames_of(stated, problems):
    frames = {}
    if not os.path.exists(stated):
        return frames  # clang's, of a file without a function
    for line in open(stated, encoding='utf-8'):
        place, size, kind = line.rstrip('\n').split('\t')
        name = place.rsplit(':', 1)[1]
        frames[name] = max(int(size), frames.get(name, 0))
        if kind == 'dynamic':
            problems.append('%s: a frame without a bound' % name)
    return frames


def calls_of(path):
    """{function: the names that it calls or jumps to}, '*' for a call through a pointer."""
    calls, loaded, here, pending, shown = {}, {}, None, False, set()
    for line in subprocess.run(['objdump', '-dr', '--no-show-raw-insn', path], capture_output=True, text=True, check=True).stdout.splitlines():
        start = re.match(r'[0-9a-f]+ <([^>]+)>:$', line)
        reloc = re.match(r'\s+[0-9a-f]+: R_X86_64_(?:PLT32|PC32|\w*GOTPC\w*)\s+([\w.]+)', line)
        code = re.match(r'\s+[0-9a-f]+:\s+(?:notrack )?(call|jmp)\w*\s+(.*)', line)
        if here and not reloc:
            calls[here] |= shown
        shown = set()  # what the linker has still to fill in is shown as whatever comes next
        if start:
            here, pending = start[1].removesuffix('.cold'), False
            calls.setdefault(here, set())
            loaded.setdefault(here, set())
        elif reloc and pending:
            calls[here].add(reloc[1])
            pending = False
        elif reloc:
            loaded[here].add(reloc[1])
        elif re.match(r'\s+[0-9a-f]+:\s', line):
            pending = bool(code)
            if code and '*' in code[2]:
                if code[1] == 'call' and '(%rip)' not in code[2]:
                    calls[here].add('*')  # a jump through a pointer is a switch's; through (%rip) a relocation names it
            elif code:
                target = re.search(r'<([^>+]+)(\+0x[0-9a-f]+)?>', code[2])
                if target and target[1].removesuffix('.cold') != here and not target[2]:
                    shown = {target[1]}
    if here:
        calls[here] |= shown
    for name in calls:  # through a register: whatever address the function took from the table of the linker
        if '*' in calls[name] and loaded[name]:
            calls[name] = calls[name] - {'*'} | {'?' + symbol for symbol in loaded[name]}
    return calls


# Hold no value themselves, and make a cleared call for each of many.
MANY = {'loginlint_check_batch'}


class Measure:
    def __init__(self, compiler, level):
        self.problems, self.frame, self.calls, self.depth, self.path = [], {}, {}, {}, []
        sources = subprocess.run(['lib/sources'], capture_output=True, text=True, check=True).stdout.split()
        with tempfile.TemporaryDirectory() as out, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            base_of = lambda source: os.path.join(out, os.path.basename(source)[:-2])
            list(pool.map(lambda s: subprocess.run([compiler, *FLAGS, level, '-c', s, '-o', base_of(s) + '.o'], check=True), sources))
            for source, calls in zip(sources, pool.map(lambda s: calls_of(base_of(s) + '.o'), sources)):
                self.add(os.path.basename(source), frames_of(base_of(source) + '.su', self.problems), calls)

    def add(self, file, frames, calls):
        # The pieces and copies that gcc makes of a function (f.part.0) are stated as f.part, or as f.
        stated = lambda name: next((n for n in (name, re.sub(r'\.\d+$', '', name), name.split('.')[0]) if n in frames), None)
        own = lambda name: name if name.startswith('loginlint_') and not name.endswith('_below') else '%s:%s' % (file, name)
        called = {target for targets in calls.values() for target in targets}
        loose = {own(name) for name in frames if name not in called and not name.startswith('loginlint_')}
        for name, targets in calls.items():
            if not stated(name):
                self.problems.append('%s: %s has no frame' % (file, name))
            self.frame[own(name)] = frames.get(stated(name), 0)
            mine = self.calls.setdefault(own(name), set())
            for target in targets:
                if target == '*':
                    mine |= loose
                    if not loose:
                        self.problems.append('%s: calls through a pointer to nobody knows whom' % name)
                else:
                    mine.add(own(target) if target in calls else target)  # '?': where it is a function

    def deepest(self, function):
        """(bytes, chain of names) from `function` down."""
        if function in self.path:
            self.problems.append('%s calls itself' % function)
            return 0, []
        if function[0] == '?' and function[1:] in self.frame.keys() | LIBC:
            return self.deepest(function[1:])
        if function[0] == '?':
            return 0, []
        if function not in self.depth:
            if function not in self.frame:
                if function not in LIBC:
                    self.problems.append('%s: frame not known' % function)
                return ADDRESS, [function]
            self.path.append(function)
            below = max((self.deepest(c) for c in sorted(self.calls.get(function, ()))), default=(0, []))
            self.path.pop()
            self.depth[function] = self.frame[function] + ADDRESS + below[0], [function] + below[1]
        return self.depth[function]

    def judge(self, title, verbose):
        public = sorted((f for f in self.frame if re.match(r'loginlint_[a-z]', f)), key=lambda f: -self.deepest(f)[0])
        if len(public) < 30 or 'loginlint_check' not in public:
            self.problems.append('only %d public functions seen' % len(public))
        workers = [f for f in self.frame if f.endswith('_below')]
        if len(workers) < 10:
            self.problems.append('only %d calls that are cleared seen' % len(workers))
        clearing = {f.split(':')[1].removesuffix('_below').removesuffix('_first') for f in workers}
        for name, targets in self.calls.items():
            if name in MANY:
                continue
            for target in {t.lstrip('?') for t in targets} & clearing:
                self.problems.append('%s calls %s, which clears the stack once more' % (name, target))
        for name, limit, what in [(f, BOUND, 'takes') for f in public] + [(f, FIRST if f.endswith('_first_below') else CLEARED, 'reaches') for f in workers]:
            size, chain = self.deepest(name)
            if verbose or size > limit:
                print('%5d bytes of at most %d  %s' % (size, limit, ' > '.join('%s %d' % (c, self.frame.get(c, 0)) for c in chain)))
            if size > limit:
                self.problems.append('%s %s %d bytes, not %d' % (name, what, size, limit))
        reach = max((self.deepest(f)[0] for f in workers), default=0)
        print('%-14s a call takes at most %d of %d bytes; below it at most %d, of which %d are cleared' % (
            title, self.deepest(public[0])[0] if public else 0, BOUND, reach, CLEARED))
        return not self.problems


def main():
    if platform.machine() != 'x86_64':
        print('calls are read from x86-64 code only')
        return 77
    verbose = '-v' in sys.argv
    compilers = [a for a in sys.argv[1:] if a != '-v'] or [c for c in ('gcc', 'clang') if shutil.which(c)]
    good = True
    for compiler in compilers:
        for level in LEVELS:
            measure = Measure(compiler, level)
            good &= measure.judge('%s %s' % (compiler, level), verbose)
            for problem in sorted(set(measure.problems)):
                print('FAILED: ' + problem)
    print('stack: %s, %s' % (', '.join(compilers), 'within 2 KiB, and all of it cleared' if good else 'FAILED'))
    return 0 if good else 1


if __name__ == '__main__':
    sys.exit(main())
