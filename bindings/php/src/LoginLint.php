<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * What is wrong with a login ID, password, card number or PIN, before an attempt is spent.
 *
 * In: strings.  Out: readonly objects.  The native memory of a call is wiped before it returns; PHP's own strings cannot be.
 */
final class LoginLint
{
    /**
     * Checks a value: `$field` is a field, its name or a Policy.  With `$candidates` the result has them, and its causes are told by them:
     * what a form does before it shows a value that is `ask` or `fail`.
     */
    public static function check(#[\SensitiveParameter] string|Field|Policy $field, #[\SensitiveParameter] string $value, string $rules = '', string $context = '',
        bool $candidates = false): Result
    {
        $policy = self::policy($field, $rules);
        $facts = self::context($context);
        return Library::with('loginlint_report', static function (\FFI\CData $report) use ($policy, $facts, $value, $candidates): Result {
            $given = [\FFI::addr($policy->record), $facts === null ? null : \FFI::addr($facts), $value, Library::length($value)];
            Library::call('loginlint_check', ...$given, ...[\FFI::addr($report)]);
            return !$candidates ? self::explained($report, $given, null)
                : self::found($given, static fn (\FFI\CData $found): Result => self::explained($report, $given, $found));
        });
    }

    /**
     * The language of the sentences for a locale such as `ja_JP.UTF-8` or `zh-Hans-SG`: the one that has its language and script, else English.
     */
    public static function language(string $locale): Language
    {
        $parts = explode('-', strtolower((string) preg_replace(['/[.@].*/s', '/_/'], ['', '-'], $locale)));
        if ($parts[0] === 'zh') {
            $script = array_values(array_intersect($parts, ['hans', 'hant']))[0] ?? (array_intersect($parts, ['tw', 'hk', 'mo']) ? 'hant' : 'hans');
            return $script === 'hans' ? Language::ZhHans : Language::En;
        }
        return Language::tryFrom($parts[0]) ?? Language::En;
    }

    /**
     * Whole-value alternatives, best first.  Never submit several.
     *
     * @return list<Candidate>
     */
    public static function candidates(#[\SensitiveParameter] string|Field|Policy $field, #[\SensitiveParameter] string $value, string $rules = '',
        string $context = ''): array
    {
        $policy = self::policy($field, $rules);
        $facts = self::context($context);
        $given = [\FFI::addr($policy->record), $facts === null ? null : \FFI::addr($facts), $value, Library::length($value)];
        return self::found($given, self::list(...));
    }

    /** @param list<mixed> $given */
    private static function found(#[\SensitiveParameter] array $given, callable $use): mixed
    {
        return Library::with('loginlint_candidates', static function (\FFI\CData $found) use ($given, $use): mixed {
            Library::call('loginlint_candidates_find', ...$given, ...[\FFI::addr($found)]);
            return $use($found);
        });
    }

    /** @return list<Candidate> */
    private static function list(\FFI\CData $found): array
    {
        $out = [];
        for ($i = 0; $i < $found->count; $i++) {
            $c = $found->candidate[$i];
            $out[] = new Candidate(\FFI::string($c->text, $c->length), Basis::of($c->basis), self::bits(Basis::class, $c->bases), $c->confidence, $c->unique === 1,
                $c->case_lost === 1, $found->secret === 1);
        }
        return $out;
    }

    /** @param list<mixed> $given */
    private static function explained(\FFI\CData $report, #[\SensitiveParameter] array $given, ?\FFI\CData $found): Result
    {
        $value = $given[2];
        $candidates = $found === null ? [] : self::list($found);
        if ($report->count === 0) {
            return self::result($report, $value, $candidates, null);
        }
        return Library::with('loginlint_explanation', static function (\FFI\CData $explanation) use ($report, $given, $found, $value, $candidates): Result {
            Library::call('loginlint_explain', ...$given, ...[\FFI::addr($report), $found === null ? null : \FFI::addr($found), \FFI::addr($explanation)]);
            return self::result($report, $value, $candidates, $explanation);
        });
    }

    /**
     * Is it worth spending an attempt now?  The verdict and the advice, most urgent first.
     *
     * @return array{verdict: string, advice: list<array<string, mixed>>}
     */
    public static function preflight(string $service = '', string $facts = '', ?string $now = null, Language|string $lang = Language::En): array
    {
        $ffi = Library::open();
        [$s, $f, $advice] = [$ffi->new('loginlint_service'), $ffi->new('loginlint_facts'), $ffi->new('loginlint_advice')];
        Library::parse('service', 'loginlint_service_parse', $s, $service);
        Library::parse('facts', 'loginlint_facts_parse', $f, $facts);
        if ($now !== null) {
            Library::parse('now', 'loginlint_facts_now', $f, $now);
        }
        Library::call('loginlint_preflight', \FFI::addr($s), \FFI::addr($f), \FFI::addr($advice));
        $language = self::named(Language::class, 'lang', $lang)->number();
        $json = Library::text(fn ($out, $room) => $ffi->loginlint_advice_json(\FFI::addr($advice), $language, $out, $room));
        return json_decode($json, true, 16, JSON_THROW_ON_ERROR);
    }

    /**
     * The key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is taken, or indexed
     * by.  The key of a secret is as secret.
     *
     * @param ?list<Same|string> $same in what they may differ; null: in all
     */
    public static function key(#[\SensitiveParameter] string $value, ?array $same = null): string
    {
        $differences = 0;
        foreach ($same ?? Same::cases() as $one) {
            $differences |= self::named(Same::class, 'same', $one)->number();
        }
        $ffi = Library::open();
        return Library::text(fn ($out, $room) => $ffi->loginlint_key($differences, $value, Library::length($value), $out, $room));
    }

    /** The opaque tag of a pair under a random key of 16 bytes per screen: in memory only, never stored or sent. */
    public static function tag(#[\SensitiveParameter] string $key, string $loginId, #[\SensitiveParameter] string $secret): string
    {
        if (strlen($key) !== 16) {
            throw new \InvalidArgumentException('a key has 16 bytes');
        }
        return Library::with('uint8_t[16]', static function (\FFI\CData $out) use ($key, $loginId, $secret): string {
            Library::call('loginlint_tag', $key, $loginId, Library::length($loginId), $secret, Library::length($secret), $out);
            return \FFI::string($out, 16);
        });
    }

    /** 0 different, 1 the same pair, 2 the same but for case or width. */
    public static function tagCompare(string $kept, string $now): int
    {
        if (strlen($kept) !== 16 || strlen($now) !== 16) {
            throw new \InvalidArgumentException('a tag has 16 bytes');
        }
        return Library::open()->loginlint_tag_compare($kept, $now);
    }

    /** @return list<array{name: string, rules: string, field: Field, about: string}> */
    public static function presets(Language|string $lang = Language::En): array
    {
        $ffi = Library::open();
        $language = self::named(Language::class, 'lang', $lang)->number();
        $out = [];
        for ($i = 0; ($name = $ffi->loginlint_preset_name($i)) !== null; $i++) {
            $out[] = ['name' => $name, 'rules' => $ffi->loginlint_preset_rules($i),
                'field' => Field::of($ffi->loginlint_preset_field($i)), 'about' => $ffi->loginlint_preset_about($i, $language)];
        }
        return $out;
    }

    /** What a code means, in one sentence: of a finding, or of a cause. */
    public static function describe(Code|CauseCode|string $code, Language|string $lang = Language::En): string
    {
        $code = is_string($code) ? Code::tryFrom($code) ?? self::named(CauseCode::class, 'code', $code) : $code;
        return Library::open()->loginlint_describe($code instanceof Code ? Names::LIST_CODE : Names::LIST_CAUSE, $code->number(),
            self::named(Language::class, 'lang', $lang)->number());
    }

    public static function version(): string
    {
        return Library::open()->loginlint_version();
    }

    /**
     * The value of an enum, or of its name.  The error does not say the name: where arguments were mixed up, it is a password.
     *
     * @internal
     * @template T of \BackedEnum
     * @param class-string<T> $enum
     * @param T|string $name
     * @return T
     */
    public static function named(string $enum, string $what, #[\SensitiveParameter] \BackedEnum|string $name): \BackedEnum
    {
        return $name instanceof $enum ? $name : (is_string($name) ? $enum::tryFrom($name) : null)
            ?? throw new \InvalidArgumentException("$what must be one of " . implode(', ', array_column($enum::cases(), 'value')));
    }

    private static function policy(#[\SensitiveParameter] string|Field|Policy $field, string $rules): Policy
    {
        return $field instanceof Policy ? $field : new Policy($field, $rules);
    }

    /** NULL stands for a context of which nothing is known. */
    private static function context(string $context): ?\FFI\CData
    {
        if ($context === '') {
            return null;
        }
        $record = Library::open()->new('loginlint_context');
        Library::parse('context', 'loginlint_context_parse', $record, $context);
        return $record;
    }

    /**
     * @template T of \BackedEnum
     * @param class-string<T> $enum
     * @return list<T>
     */
    private static function bits(string $enum, int $mask): array
    {
        return $mask === 0 ? [] : array_values(array_filter($enum::cases(), fn (\BackedEnum $value) => ($mask >> $value->number() & 1) === 1));
    }

    private static function part(\FFI\CData $array, int $from, int $length): string
    {
        return $length === 0 ? '' : \FFI::string(\FFI::addr($array[$from]), $length);
    }

    /** @param list<Candidate> $candidates */
    private static function result(\FFI\CData $report, #[\SensitiveParameter] string $value, array $candidates, ?\FFI\CData $explanation): Result
    {
        $sentences = new Sentences($report, $explanation);
        $diagnostics = [];
        for ($i = 0; $i < $report->count; $i++) {
            $diagnostics[] = self::diagnostic($report, $i, $sentences);
        }
        $text = $report->changed ? self::part($report->text, 0, $report->text_length) : $value;
        return new Result(Verdict::of($report->verdict), $report->valid === 1, $report->secret === 1,
            $report->wellformed ? $text : null, $report->brand ? Brand::of($report->brand) : null,
            self::part($report->display, 0, $report->display_length), $diagnostics, $report->total, $report->caps_evidence,
            self::bits(Skipped::class, $report->skipped), $candidates, $explanation === null ? 0 : $explanation->left, $sentences);
    }

    private static function diagnostic(\FFI\CData $report, int $i, Sentences $sentences): Diagnostic
    {
        $d = $report->diagnostics[$i];
        $fix = null;
        if ($d->level) {
            $text = $report->field === Names::FIELD_PASSWORD ? null : self::part($report->pool, $d->fix_at, $d->fix_length);
            $fix = new Fix(Level::of($d->level), Operation::of($d->operation), $text, $report->secret === 1);
        }
        return new Diagnostic(Code::of($d->code), Severity::of($d->severity), $d->confidence, [$d->byte[0], $d->byte[1]], [$d->utf16[0], $d->utf16[1]],
            [$d->character[0], $d->character[1]], $d->position, $fix, $report->secret === 1, $sentences, $i);
    }
}
