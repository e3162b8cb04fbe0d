# SPDX-License-Identifier: MIT
"""Ask the program: many values in few runs, one a field, rule string and context."""
import collections, json, subprocess


class Refused(Exception):
    """The program does not take these rules or this context."""


def batch(cli, field, rules, context, texts):
    command = [cli, '--format=json', '--lang=en', '--reveal', '--null']
    if rules:
        command += ['--rules', rules]
    if context:
        command += ['--context', context]
    done = subprocess.run(command + [field], input='\0'.join(texts).encode() + b'\0', capture_output=True)
    if done.returncode not in (0, 1):
        raise Refused(done.stderr.decode('utf-8', 'replace').strip().splitlines()[0])
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    if len(answers) != len(texts):
        raise SystemExit('%s: %d answers to %d values' % (command, len(answers), len(texts)))
    return answers


def ask(cli, questions):
    """questions: (field, rules, context, text); gives the answers in the same order, None where the program refuses rules or context."""
    grouped = collections.defaultdict(list)
    for i, (field, rules, context, text) in enumerate(questions):
        grouped[field, rules, context].append(i)
    answers = [None] * len(questions)
    for (field, rules, context), numbers in grouped.items():
        try:
            for i, answer in zip(numbers, batch(cli, field, rules, context, [questions[i][3] for i in numbers])):
                answers[i] = answer
        except Refused:
            pass
    return answers


def command_line(cli, question):
    """How a reader sees the same answer."""
    field, rules, context, text = question
    quote = lambda s: "'" + s.replace("'", "'\\''") + "'"
    shown = "$'" + ''.join(c if c.isprintable() and c not in "'\\" else {"'": "\\'", '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r'}.get(c, '\\U%08X' % ord(c)) for c in text) + "'"
    return 'printf %%s %s | %s --whole --reveal%s%s %s' % (shown, cli, ' -r ' + quote(rules) if rules else '', ' -c ' + quote(context) if context else '', field)
