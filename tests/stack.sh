#!/bin/bash
# stack.sh [-v] - the deepest stack under each public function: the frames that gcc states (-fcallgraph-info=su), added up
# along the longest chain of calls.
#
# In: the core, compiled with -O2 for this machine, and the bound below.  Out: the deepest functions (all of them with -v);
# status 1 when a chain passes the bound, recurses, or goes through a frame without one.  The return addresses are counted; what the platform's memcpy, memset and memcmp take is not.
set -eu
cd "$(dirname "$0")/.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
red_zone=; gcc -mno-red-zone -E -x c /dev/null > /dev/null 2>&1 && red_zone=-mno-red-zone # else leaves use 128 bytes that nobody counts
for f in $(lib/sources); do
  gcc -std=c11 -ffreestanding -fvisibility=hidden -fPIC -O2 $red_zone -Iinclude -Ilib -fcallgraph-info=su -c "$f" -o "$out/$(basename "$f" .c).o"
done
python3 - "$out" "${1:-}" <<'PYTHON'
import glob, re, sys

BOUND = 2048  # of every chain: README promises it
CHECKS = ('loginlint_check', 'loginlint_check_utf16')
ADDRESS = 8
LIBC = {'memcpy', 'memset', 'memcmp'}

frame, calls, files, problems = {}, {}, {}, []


def is_public(name):
    return re.match('loginlint_(?!_)', name)


for name in sorted(glob.glob(sys.argv[1] + '/*.ci')):
    for line in open(name, encoding='utf-8'):
        edge = re.match(r'edge: { sourcename: "([^"]+)" targetname: "([^"]+)"', line)
        node = re.match(r'node: { title: "([^"]+)" label: "[^"]*\\n(\d+) bytes \(([a-z,]+)\)', line)
        if edge:
            calls.setdefault(edge[1], set()).add(edge[2])
        elif node:
            frame[node[1]] = int(node[2])
            files.setdefault(name, []).append(node[1])
            if node[3] == 'dynamic':
                problems.append('%s: a frame without a bound' % node[1])

# A call through a pointer can reach the functions of its own file that nobody calls by name.
called = {target for targets in calls.values() for target in targets}
for members in files.values():
    loose = {m for m in members if m not in called and not is_public(m)}
    for m in members:
        if '__indirect_call' in calls.get(m, ()):
            calls[m] = calls[m] - {'__indirect_call'} | loose
            if not loose:
                problems.append('%s: calls through a pointer to nobody knows whom' % m)

depth, path = {}, []


def deepest(function):
    """(bytes, chain of names) from `function` down."""
    if function in path:
        problems.append('%s calls itself' % function)
        return 0, []
    if function not in depth:
        if function not in frame:
            if function not in LIBC:
                problems.append('%s: frame not known' % function)
            return 0, []
        path.append(function)
        below = max((deepest(c) for c in sorted(calls.get(function, ()))), default=(0, []))
        path.pop()
        depth[function] = frame[function] + ADDRESS + below[0], [function] + below[1]
    return depth[function]


public = sorted((f for f in frame if is_public(f)), key=lambda f: -deepest(f)[0])
if len(public) < 30 or not set(CHECKS) <= set(public):
    problems.append('only %d public functions seen' % len(public))
for i, function in enumerate(public):
    size, chain = deepest(function)
    if size > BOUND:
        problems.append('%s: a chain of %d bytes' % (function, size))
    if i < 5 or sys.argv[2] == '-v' or size > BOUND:
        print('%5d bytes of at most %d  %s' % (size, BOUND, ' > '.join(c.rsplit('/', 1)[-1] for c in chain)))
for problem in problems:
    print('FAILED: ' + problem)
if problems:
    sys.exit(1)
print('stack: a check takes at most %d bytes, no function more than %d' % (
    max(deepest(f)[0] for f in CHECKS), max(deepest(f)[0] for f in public)))
PYTHON
