<?php
// SPDX-License-Identifier: MIT

// transcript.php - the lines of tests/transcript.c from the package's objects: php transcript.php CASES | --keys CASES | --bench

declare(strict_types=1);

use LoginLint\{Cause, Diagnostic, LoginLint, Policy, Result, Same};

require __DIR__ . '/../autoload.php';

function utf8(int $cp): string
{
    return match (true) {
        $cp < 0x80 => chr($cp),
        $cp < 0x800 => chr(0xC0 | $cp >> 6) . chr(0x80 | $cp & 63),
        $cp < 0x10000 => chr(0xE0 | $cp >> 12) . chr(0x80 | $cp >> 6 & 63) . chr(0x80 | $cp & 63),
        default => chr(0xF0 | $cp >> 18) . chr(0x80 | $cp >> 12 & 63) . chr(0x80 | $cp >> 6 & 63) . chr(0x80 | $cp & 63),
    };
}

function unescape(string $text): string
{
    $one = fn (array $m): string => match (true) {
        $m[1] === '\\' => '\\',
        $m[1][0] === 'x' => chr((int) hexdec(substr($m[1], 1))),
        default => utf8((int) hexdec(substr($m[1], 1))),
    };
    return (string) preg_replace_callback('/\\\\(\\\\|x..|u....|U........)/', $one, $text);
}

/** As escape() of transcript.c, from well-formed UTF-8. */
function escape(string $text): string
{
    $out = '';
    foreach (preg_split('//u', $text, -1, PREG_SPLIT_NO_EMPTY) ?: [] as $c) {
        $b = array_values((array) unpack('C*', $c));
        $cp = match (count($b)) {
            1 => $b[0],
            2 => ($b[0] & 31) << 6 | $b[1] & 63,
            3 => ($b[0] & 15) << 12 | ($b[1] & 63) << 6 | $b[2] & 63,
            default => ($b[0] & 7) << 18 | ($b[1] & 63) << 12 | ($b[2] & 63) << 6 | $b[3] & 63,
        };
        $out .= match (true) {
            $c === '\\' => '\\\\',
            $cp > 0x20 && $cp < 0x7F => $c,
            default => sprintf($cp > 0xFFFF ? '\\U%08X' : '\\u%04X', $cp),
        };
    }
    return $out;
}

function diagnostic(Diagnostic $d): string
{
    $spans = array_map(fn (array $s): string => "$s[0]-$s[1]", [$d->span, $d->utf16Span, $d->characterSpan]);
    return implode(':', [$d->code->value, $d->severity->value, $d->confidence, $d->fix?->level->value ?? 'none', $d->fix?->operation->value ?? 'none', ...$spans,
        bin2hex($d->fix?->text ?? '')]);
}

function cause(Cause $c): string
{
    $spans = array_map(fn (array $s): string => "$s[0]-$s[1]", [$c->span, $c->utf16Span, $c->characterSpan]);
    return implode(':', [$c->code->value, $c->remedy->value, $c->candidate ?? '-', $c->confidence, ...$spans, implode(',', $c->diagnostics)]);
}

/** @return list<mixed> the causes, and how many are left */
function causes(Result $r): array
{
    return [words(array_map('cause', $r->causes())), $r->causesLeft];
}

/** @param list<string> $list */
function words(array $list): string
{
    return implode(' ', $list) ?: '-';
}

function line(string $id, string $field, string $rules, string $context, string $input): string
{
    $value = unescape($input);
    $r = LoginLint::check($field, $value, $rules, $context, candidates: true);
    $alone = LoginLint::check($field, $value, $rules, $context);
    $candidates = array_map(fn ($c) => "{$c->basis->value}:$c->confidence:" . bin2hex($c->text), $r->candidates);
    assert($alone->candidates === [] && count($candidates) === count(LoginLint::candidates($field, $value, $rules, $context)));
    $text = $r->text === null ? '-' : ($r->text === $value ? '=' : escape($r->text));
    return implode("\t", [$id, $r->verdict->value, (int) $r->valid, (int) $r->secret, $r->brand->value ?? '-', $text,
        words(array_map('diagnostic', $r->diagnostics)), words($candidates), words(array_column($r->skipped, 'value')), ...causes($r), ...causes($alone)]);
}

/** The least ns of a call: passes are short, so that nothing interrupts the best of them. */
function least(callable $call): int
{
    $best = INF;
    for ($pass = 0; $pass < 1000; $pass++) {
        $start = hrtime(true);
        for ($i = 0; $i < 20; $i++) {
            $call();
        }
        $best = min($best, (hrtime(true) - $start) / 20);
    }
    return (int) $best;
}

if ($argv[1] === '--bench') {
    [$id, $card] = [new Policy('login-id'), new Policy('card-number')];
    echo least(fn () => LoginLint::check($id, 'taro.yamada_2026')), ' ';
    echo least(fn () => array_map(fn (Cause $c) => [$c->message('ja'), $c->next('ja')], LoginLint::check($card, '４１１１ー１１１１ー１１１１ー１１１１')->causes())), "\n";
} elseif ($argv[1] === '--keys') { // of each case, in the differences that the bits of its number name
    foreach (file($argv[2], FILE_IGNORE_NEW_LINES) ?: [] as $i => $case) {
        $column = explode("\t", $case);
        $same = array_values(array_filter(Same::cases(), fn (Same $one) => ($i & $one->number()) !== 0));
        echo "$column[0]\t", bin2hex(LoginLint::key(unescape($column[4]), $same)), "\n";
    }
} else {
    foreach (file($argv[1], FILE_IGNORE_NEW_LINES) ?: [] as $case) {
        echo line(...array_slice(explode("\t", $case), 0, 5)), "\n";
    }
}
