#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""mutate.py - changes the library in one place at a time and asks whether a test sees it.

usage: mutate.py [-n SOURCE_MUTANTS] [-t TABLE_MUTANTS] [-j JOBS] [-s SEED] [-x PROGRAM] [FILE...]
       -n all: every one; -x: as if the suite had no such program

In: lib/, the test programs, tests/cases.  Out: one line of figures; build/mutation/results.tsv (a later run with the same
sources goes on from there); build/mutation/survivors.tsv, those nobody has judged yet, in the columns of
tests/mutation/survivors.tsv.  Source mutants: gcc -O2; one whose objects are those of the original is equivalent and not
counted, nor is a byte of chartab_data.inc or letters_data.inc that changes nothing of any code point or letter (all are
asked).  Table mutants: clang with address and undefined-behaviour sanitizers; a read out of bounds fails whatever else
happens.  A survivor judged "equivalent: ..." in tests/mutation/survivors.tsv is not counted either.  Fails below
tests/mutation/floor (percent of source mutants, of table mutants).  Planted failure: without tests no mutant may die.

The tests of a mutant, until one fails: check_record (it is quick and broad), what tests/cases.py holds of the shared
cases (verdict, codes, text, what was skipped, causes) and random hostile ones, where both entries must agree; then every
program that executes the changed function (gcov says which): what killed others of the file, then the quickest.  What is
still alive is built again with the sanitizers, as `make check` does, and where a line that wipes was changed the residue
scan runs.
"""
import argparse
import collections
import glob
import hashlib
import json
import os
import random
import re
import resource
import shutil
import signal
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import operators  # noqa: E402
sys.path.insert(1, os.path.dirname(sys.path[0]))
import cases  # noqa: E402

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BASE = os.path.join(ROOT, 'build', 'mutation')
WARNED = '-w -std=c11 -ffreestanding -fno-asynchronous-unwind-tables -fPIC -fvisibility=default'.split()
KINDS = {'source': ('gcc', ['-O2']),
         'table': ('clang', '-O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'.split()),
         'sanitized': ('clang', '-O1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all'.split()),
         'gcov': ('gcc', ['-O1', '--coverage'])}
HOSTILE = re.compile(r'h\d{5}$')
SHARED = sorted(glob.glob(os.path.join(ROOT, 'tests', 'cases', 'check*.tsv')))
CAUSES = os.path.join(ROOT, 'tests', 'cases', 'causes.tsv')
SURE = {row[0]: row[9:] for name in SHARED for row in (line.rstrip('\n').split('\t') for line in open(name)) if len(row) > 9}
BAD_READ = re.compile(rb'AddressSanitizer|runtime error:')
PATIENCE = 6 # seconds: a program that takes longer under the sanitizers is not asked by them
QUICK = 'check_record check_misuse check_preset check_tag check_case check_layouts check_chartab check_damage check_json check_email'.split()
# check_icu asks the companion, which is not mutated; check_rows puts a file of its own in the place of one of the library,
# which a shared library does not let it do.
NOT_ASKED = ('check_icu', 'check_rows')
Mutant = collections.namedtuple('Mutant', 'key path line operator at was now row')


def run(command, **more):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **more)


def must(command, **more):
    done = run(command, **more)
    if done.returncode:
        sys.exit('%s\n%s' % (' '.join(command), done.stdout.decode(errors='replace')[-3000:]))
    return done.stdout


def core(*extensions):
    return subprocess.check_output([os.path.join(ROOT, 'lib', 'sources'), *extensions], text=True).split()


def limited(command, seconds, env, out=None, cwd=None):
    """(status, output); the limit is CPU time, for a machine that has other work; the group dies with its leader."""
    def limits():
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 30, 1 << 30))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    p = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=env,
                         preexec_fn=limits, start_new_session=True, cwd=cwd)
    timer = threading.Timer(seconds * 30, lambda: os.killpg(p.pid, signal.SIGKILL))
    timer.start()
    output = p.communicate()[0]
    timer.cancel()
    return p.returncode, output


class Tree:
    """A tree of links to the sources, in which one file at a time is another one; objects and programs beside it."""

    def __init__(self, kind, name):
        self.kind, self.dir = kind, os.path.join(BASE, kind, name)
        self.compiler, self.flags = KINDS[kind]
        shutil.rmtree(self.dir, ignore_errors=True)
        for sub in sorted({os.path.dirname(f) for f in core('c', 'h', 'def', 'inc')}) + ['lib/gen', 'tests', 'bin']:
            os.makedirs(os.path.join(self.dir, sub))
            for f in glob.glob(os.path.join(ROOT, sub, '*.*')) if sub != 'bin' else []:
                if os.path.isfile(f):
                    os.symlink(f, os.path.join(self.dir, sub, os.path.basename(f)))
        os.symlink(os.path.join(ROOT, 'include'), os.path.join(self.dir, 'include'))
        self.env = dict(os.environ, LD_LIBRARY_PATH=os.path.join(self.dir, 'bin'), CK_FORK='no', CK_VERBOSITY='silent',
                        ASAN_OPTIONS='detect_leaks=0', MALLOC_PERTURB_='0')

    def compile(self, source, out):
        return run([self.compiler] + WARNED + self.flags + ['-Iinclude', '-Ilib', '-c', '-o', out, source], cwd=self.dir)

    def link(self, objects):
        return must([self.compiler, '-shared'] + self.flags + ['-Wl,-Bsymbolic', '-o', 'bin/libmutant.so'] + objects, cwd=self.dir)

    def program(self, source, out, lib='bin'):
        libs = subprocess.check_output(['pkg-config', '--cflags', '--libs', 'check', 'icu-i18n', 'icu-uc', 'xkbcommon'], text=True).split()
        return run([self.compiler, '-w', '-std=c11', '-D_GNU_SOURCE'] + self.flags +
                   ['-Iinclude', '-Ilib', '-iquote', 'tests', '-o', out, source, '-L' + lib, '-lmutant'] + libs, cwd=self.dir)


def expected(transcript):
    """What tests/cases.py compares of a transcript: of the shared cases four columns, of those that say how sure two more,
    of the hostile ones that they are there."""
    def parts(items, count):
        return [':'.join(item.split(':')[:count]) for item in items.split(' ')]

    def of(c):
        if len(c) < 9 or HOSTILE.match(c[0]):
            return c[:1] + ['malformed'] * (len(c) < 9)
        return [c[0], c[1], parts(c[6], 1), c[5], c[8]] + [cases.like(c[6 + k], wanted) for k, wanted in enumerate(SURE.get(c[0], ()))]
    return [of(line.split('\t')) for line in transcript.decode(errors='replace').splitlines()]


def explained(transcript):
    """The same of the causes; of a line that is none, the line."""
    def of(c):
        return [c[0], c[1], c[10], [cases.offered(c, cause) for cause in c[9].split(' ') if cause != '-']]
    try:
        return [of(line.split('\t')) for line in transcript.decode(errors='replace').splitlines()]
    except (IndexError, ValueError):
        return transcript


class Bench:
    """What mutants of one kind are measured with: objects and programs of the original, what they answer, who reads what."""

    def __init__(self, kind):
        self.tree = t = Tree(kind, 'original')
        self.kind, self.paths = kind, {os.path.basename(s): s for s in core('c')}
        self.readers, self.bytes, self.objects = collections.defaultdict(list), {}, []
        for name, source in self.paths.items():
            done = t.compile(source, 'bin/' + name + '.o')
            if done.returncode:
                sys.exit(done.stdout.decode())
            self.bytes[name] = open(os.path.join(t.dir, 'bin', name + '.o'), 'rb').read()
            self.objects.append(name)
            for d in must([t.compiler, '-MM', '-Iinclude', '-Ilib', source], cwd=t.dir).decode().split():
                if d.startswith('lib/'):
                    self.readers[d].append(name)
        t.link(['bin/%s.o' % o for o in self.objects])
        self.programs, self.inside = [], {}
        for s in sorted(glob.glob(os.path.join(ROOT, 'tests', 'check_*.c'))) + [os.path.join(ROOT, 'tests', 'transcript.c')]:
            name = os.path.basename(s)[:-2]
            if name in NOT_ASKED:
                continue
            done = t.program('tests/%s.c' % name, 'bin/' + name)
            if done.returncode == 0:
                self.programs.append(name)
                found = ['lib/' + f for f in re.findall(r'#include "(\w+/\w+\.c)"', open(s).read())]
                if found:
                    self.inside[name] = found
            else:
                sys.exit('%s does not build\n%s' % (name, done.stdout.decode(errors='replace')[-2000:]))
        self.cases = SHARED[:]
        hostile = os.path.join(t.dir, 'hostile.tsv')
        with open(hostile, 'wb') as f:
            f.write(must([os.path.join(t.dir, 'bin', 'transcript'), '--hostile', '1500'], env=t.env))
        self.cases.append(hostile)
        self.limits, self.tests = {}, []
        self.all_code_points = must([os.path.join(t.dir, 'bin', 'check_chartab'), '--dump'], env=t.env)
        self.asked = [(expected, self.cases), (explained, ['--causes', CAUSES])]
        self.answers = [read(must([os.path.join(t.dir, 'bin', 'transcript')] + arguments, env=t.env)) for read, arguments in self.asked]
        order = [p for p in QUICK if p in self.programs]
        for p in order + [p for p in self.programs if p not in order and p != 'transcript']:
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            status, out = limited([os.path.join(t.dir, 'bin', p)], 200, t.env, cwd=ROOT)
            used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            if status:
                sys.exit('%s: fails on the original\n%s' % (p, out.decode(errors='replace')[-2000:]))
            self.limits[p] = int(used * 4) + 4
            self.tests.append((used, p))
        self.tests = [p for used, p in sorted(self.tests) if p != left_out and (kind != 'sanitized' or used < PATIENCE)]


def reached(bench):
    """{file: [(first, last line, programs that execute this function)]}, by gcov."""
    bench_dir = bench.tree.dir
    found = collections.defaultdict(lambda: collections.defaultdict(set))
    for p in bench.tests + ['transcript']:
        for f in glob.glob(bench_dir + '/bin/*.gcda'):
            os.unlink(f)
        args = bench.cases if p == 'transcript' else []
        run([os.path.join(bench_dir, 'bin', p)] + args, env=bench.tree.env, cwd=ROOT)
        ran = sorted(glob.glob(bench_dir + '/bin/*.gcda'))
        out = run(['gcov', '--json-format', '--stdout'] + ran, cwd=bench_dir).stdout if ran else b''
        for line in out.splitlines():
            for part in json.loads(line)['files'] if line.startswith(b'{') else []:
                for fn in part['functions']:
                    span = (fn['start_line'], fn['end_line'])
                    found[os.path.basename(part['file'])][span] |= {p} if fn['execution_count'] else set()
    return {f: [(a, b, sorted(who)) for (a, b), who in spans.items()] for f, spans in found.items()}


def definition(lines, i):
    """The name of what line i belongs to: that of the last line before it, or its own, which begins in the first column."""
    while i and (not lines[i] or lines[i][0] in ' \t}{#/'):
        i -= 1
    name = re.search(r'^LL_CLEARED_CALL\(\w+, (\w+)|(\w+)(?=\(|\[| = )', lines[i])
    return name.group(name.lastindex) if name else '-'


def mutants(paths, seed, table):
    """All of them; the tables' bits are chosen by the seed."""
    for path in paths:
        text = open(os.path.join(ROOT, path), encoding='utf-8').read()
        lines, places = text.split('\n'), collections.defaultdict(list)
        digest, pick = hashlib.sha256(text.encode()).hexdigest()[:12], random.Random('%s %s' % (seed, path))
        for at, n, new, what in operators.of_table(text, pick.randrange) if table else operators.of_source(text):
            line, was = text.count('\n', 0, at) + 1, text[at:at + n]
            name = (path, definition(lines, line - 1), what, lines[line - 1].strip())
            same = places[name, was] # where in the definition this stands, as often as it does
            if at not in same:
                same.append(at)
            yield Mutant('%s:%s:%d:%d:%s' % (path, digest, at, n, new.replace('\n', ' ').replace('\t', ' ')[:60]), path, line, what,
                         at, was, new, tuple(re.sub(r'\s+', ' ', c) for c in name + (str(same.index(at) + 1), was, new)))


def text_of(m):
    """The file with the mutant in it; made when it is asked for, because those of letters_data.inc alone are gigabytes."""
    text = open(os.path.join(ROOT, m.path), encoding='utf-8').read()
    return text[:m.at] + m.now + text[m.at + len(m.was):]


class Worker(threading.Thread):
    def __init__(self, number, bench, spans, work, done, tests=None):
        super().__init__(daemon=True)
        self.bench, self.spans, self.work, self.done, self.tests = bench, spans, work, done, tests
        self.tree = Tree(bench.kind, 'worker%d' % number)
        self.kills = collections.Counter()

    def run(self):
        while True:
            try:
                m = self.work.pop()
            except IndexError:
                return
            self.done(m, self.one(m))

    def one(self, m):
        t, b = self.tree, self.bench
        target = os.path.join(t.dir, m.path)
        os.unlink(target)
        with open(target, 'w', encoding='utf-8') as f:
            f.write(text_of(m))
        try:
            return self.judge(m, t, b)
        finally:
            os.unlink(target)
            os.symlink(os.path.join(ROOT, m.path), target)

    def leaves(self, t, objects):
        """Does a call leave a secret behind?  tests/secrets/residue.c, on objects without sanitizers."""
        plain = []
        for name in objects:
            must(['gcc'] + WARNED + ['-O2', '-Iinclude', '-Ilib', '-c', '-o', 'bin/plain-%s.o' % name, self.bench.paths[name]], cwd=t.dir)
            plain.append('bin/plain-%s.o' % name)
        source = os.path.join(ROOT, 'tests', 'secrets', 'residue.c')
        must(['gcc', '-std=c11', '-D_GNU_SOURCE', '-O0', '-mgeneral-regs-only', '-w', '-Iinclude', '-c', source, '-o', 'bin/residue.o'], cwd=t.dir)
        must(['gcc', '-o', 'bin/residue', 'bin/residue.o'] + plain + ['-Wl,-z,now'], cwd=t.dir)
        return limited([os.path.join(t.dir, 'bin', 'residue')], 120, t.env)[0] != 0

    def judge(self, m, t, b):
        changed = False
        objects = {o: os.path.join(b.tree.dir, 'bin', o + '.o') for o in b.objects}
        for name in b.readers[m.path]:
            mine = os.path.join(t.dir, 'bin', name + '.o')
            if t.compile(b.paths[name], 'bin/' + name + '.o').returncode:
                return 'no build', ''
            if open(mine, 'rb').read() != b.bytes[name]:
                changed, objects[name] = True, mine
        if not changed:
            return 'same code', ''
        t.link([objects[o] for o in b.objects])
        if b.kind == 'sanitized' and 'wipe' in text_of(m).split('\n')[m.line - 1] + m.was and self.leaves(t, objects):
            return 'killed', 'residue'
        tests = b.tests if self.tests is None else self.tests
        who = [set(p) for a, z, p in self.spans.get(os.path.basename(m.path), []) if a <= m.line <= z]
        if who:
            tests = [p for p in tests if p in set.union(*who) or m.path in b.inside.get(p, [])]
        tests = sorted(tests, key=lambda p: -self.kills[m.path, p]) # what killed others of this file first
        bad, killer = False, ''
        if self.tests is None and 'check_record' in tests:
            tests = [p for p in tests if p != 'check_record']
            status, out = limited([os.path.join(b.tree.dir, 'bin', 'check_record')], b.limits['check_record'], t.env, cwd=ROOT)
            bad = bool(BAD_READ.search(out))
            killer = 'check_record' if status else ''
        for (read, arguments), answers in zip(b.asked, b.answers) if self.tests is None else ():
            if killer and b.kind != 'table' or bad:
                break
            status, out = limited([os.path.join(b.tree.dir, 'bin', 'transcript')] + arguments, 10, t.env, cwd=ROOT)
            bad = bad or bool(BAD_READ.search(out))
            killer = killer or ('cases' if status or read(out) != answers else '')
        for p in [] if killer and b.kind != 'table' or bad else tests:
            program = os.path.join(b.tree.dir, 'bin', p)
            header = m.path.endswith('.h') and os.path.basename(m.path).encode() in open(os.path.join(ROOT, 'tests', p + '.c'), 'rb').read()
            if header or m.path in b.inside.get(p, []) or any(m.path in b.readers and os.path.basename(f) in b.readers[m.path] for f in b.inside.get(p, [])):
                program = os.path.join(t.dir, 'bin', p)
                if t.program('tests/%s.c' % p, 'bin/' + p, os.path.join(b.tree.dir, 'bin')).returncode:
                    return 'killed', p
            status, out = limited([program], b.limits[p], t.env, cwd=ROOT)
            bad = bad or bool(BAD_READ.search(out))
            killer = killer or (p if status else '')
            self.kills[m.path, p] += status != 0
            if bad or killer and (b.kind != 'table' or p != 'check_damage'):
                break
        if bad or killer:
            return 'bad read' if bad and b.kind == 'table' else 'killed', killer or 'sanitizer'
        if m.path == 'lib/text/chartab_data.inc' and b.all_code_points == run([os.path.join(b.tree.dir, 'bin', 'check_chartab'), '--dump'], env=t.env).stdout:
            return 'same code', 'of every code point'
        if m.path == 'lib/candidates/letters_data.inc' and 'check_keyboard' in b.tests: # its letters_as_trained asks all
            return 'same code', 'of every letter'
        return 'alive', ''


def measure(kind, list_of, jobs, stored, log, tests=None):
    """{mutant: (state, killer)}; what an earlier run found is taken from `stored`."""
    result = {m: stored[m.key] for m in list_of if tests is None and m.key in stored}
    work = [m for m in reversed(list_of) if m not in result]
    if not work:
        return result
    bench = measure.benches.get(kind) or Bench(kind)
    measure.benches[kind] = bench
    lock = threading.Lock()

    def done(m, verdict):
        with lock:
            result[m] = verdict
            if log:
                log.write('%s\t%s\t%s\n' % (m.key, verdict[0], verdict[1]))
                log.flush()
    workers = [Worker(i, bench, {} if kind == 'table' else measure.spans, work, done, tests) for i in range(jobs)]
    for w in workers:
        w.start()
    for w in workers:
        w.join()
    return result


measure.benches, measure.spans, left_out = {}, {}, ''


def spans_of():
    """Which program executes which function; kept until a source or a test changes."""
    files = sorted(core('c', 'h', 'def', 'inc') + glob.glob(ROOT + '/tests/check_*.c') + glob.glob(ROOT + '/tests/*.inc') + glob.glob(ROOT + '/tests/cases/*'))
    digest = hashlib.sha256(b''.join(open(f, 'rb').read() for f in files if os.path.isfile(f))).hexdigest()
    kept = os.path.join(BASE, 'spans.json')
    if os.path.exists(kept):
        old = json.load(open(kept))
        if old['digest'] == digest:
            return old['spans']
    spans = reached(Bench('gcov'))
    json.dump({'digest': digest, 'spans': spans}, open(kept, 'w'))
    return spans


def percent(part, whole):
    return 100.0 * part / whole if whole else 100.0


def tell(result, judged):
    """(killed, counted, same code, judged equivalent, survivors, bad reads)"""
    states = collections.Counter(v[0] for v in result.values())
    alive = [m for m, v in result.items() if v[0] == 'alive']
    equivalent = [m for m in alive if judged.get(m.row[1:], '').startswith('equivalent')]
    killed = states['killed'] + states['bad read']
    return (killed, killed + len(alive) - len(equivalent), states['same code'], len(equivalent),
            [m for m in alive if m not in equivalent], [m for m, v in result.items() if v[0] == 'bad read'])


def main():
    options = argparse.ArgumentParser()
    options.add_argument('-n', default='150')
    options.add_argument('-t', default='60')
    options.add_argument('-j', type=int, default=2)
    options.add_argument('-s', default='1')
    options.add_argument('-x', default='')
    options.add_argument('files', nargs='*')
    o = options.parse_args()
    global left_out
    left_out = o.x
    os.makedirs(BASE, exist_ok=True)
    os.chdir(ROOT)
    sources = [f for f in core('c', 'h') if not o.files or f in o.files]
    tables = [f for f in core('inc', 'def') if not o.files or f in o.files]
    judged = {}
    for line in open('tests/mutation/survivors.tsv', encoding='utf-8'):
        if not line.startswith('#'):
            c = line.rstrip('\n').split('\t')
            judged[tuple(c[1:7])] = c[7] # wherever the function stands now
    stored, name = {}, os.path.join(BASE, 'results.tsv')
    files = sorted(glob.glob('tests/*.c') + glob.glob('tests/*.inc') + glob.glob('tests/cases/*') + core('c', 'h', 'def', 'inc') + glob.glob('tests/mutation/*.py'))
    digest = hashlib.sha256(b''.join(open(f, 'rb').read() for f in files)).hexdigest() + o.x
    if os.path.exists(name):
        lines = open(name, encoding='utf-8').read().split('\n')
        for line in lines[1:] if lines[0] == digest else []:
            c = line.split('\t')
            if len(c) == 3:
                stored[c[0]] = (c[1], c[2])
    log = open(name, 'a' if stored else 'w', encoding='utf-8')
    if not stored:
        log.write(digest + '\n')
    measure.spans = spans_of() if o.n != '0' else {}
    everything = {'source': list(mutants(sources, o.s, False)), 'table': list(mutants(tables, o.s, True))}
    used = set()
    for f in measure_readers():
        used |= f
    everything['table'] = [m for m in everything['table'] if m.path in used]
    chosen = {}
    for kind, n in (('source', o.n), ('table', o.t)):
        pool = everything[kind]
        # An order that depends on each mutant alone: a larger sample holds the smaller one.
        pool.sort(key=lambda m: hashlib.sha256((o.s + m.key).encode()).digest())
        chosen[kind] = pool if n == 'all' else pool[:int(n)]
    results = {k: measure(k, chosen[k], o.j, stored, log) for k in chosen if chosen[k]}
    alive = [m for m, v in results.get('source', {}).items() if v[0] == 'alive' and not v[1] and not judged.get(m.row[1:], '').startswith('equivalent')]
    for m, v in measure('sanitized', alive, o.j, {}, None).items():
        results['source'][m] = v if v[0] == 'killed' else ('alive', 'sanitized')
        log.write('%s\t%s\t%s\n' % ((m.key,) + results['source'][m]))
    log.flush()
    told = {k: tell(r, judged) for k, r in results.items()}
    failed = False
    with open(os.path.join(BASE, 'survivors.tsv'), 'w', encoding='utf-8') as f:
        for k, t in told.items():
            for m in sorted(t[4], key=lambda m: (m.path, m.line)):
                f.write('\t'.join(m.row) + '\tto be killed\t# line %d\n' % m.line)
            for m in t[5]:
                failed = True
                print('READ OUT OF BOUNDS: %s:%d %s -> %s' % (m.path, m.line, m.was, m.now))
    floor = dict(zip(('source', 'table'), map(float, open('tests/mutation/floor').read().split())))
    for k, t in told.items():
        if percent(t[0], t[1]) < floor[k]:
            failed = True
            print('%s: %.1f %% is below the floor of %.1f %%; see build/mutation/survivors.tsv' % (k, percent(t[0], t[1]), floor[k]))
    if 'source' in results: # the planted failure: a suite of no tests
        few = [m for m, v in results['source'].items() if v[0] == 'killed'][:5]
        blind = tell(measure('source', few, o.j, {}, None, tests=[]), {})
        if not few or percent(blind[0], blind[1]) >= floor['source']:
            failed = True
            print('a suite without tests passes: the figures mean nothing')
    print('mutation: ' + '; '.join('%d of %d %s mutants killed (%.1f %%), %d the same code, %d judged equivalent, %d drawn of %d' % (
        t[0], t[1], k, percent(t[0], t[1]), t[2], t[3], len(results[k]), len(everything[k])) for k, t in told.items()) +
        '; %d reads out of bounds' % sum(len(t[5]) for t in told.values()))
    return 1 if failed else 0


def measure_readers():
    """The files that the sources include."""
    for s in core('c'):
        yield set(must(['gcc', '-MM', '-Iinclude', '-Ilib', s]).decode().split())


if __name__ == '__main__':
    sys.exit(main())
