<?php

declare(strict_types=1);

namespace LoginLint;

/**
 * What is wrong with a login ID, password, card number or PIN, before an attempt is spent.
 *
 * In: strings.  Out: readonly objects.  The native memory of a call is wiped before it returns; PHP's own strings cannot be.
 */
final class LoginLint
{
    /** Checks a value: `$field` is the name of a field or a Policy. */
    public static function check(#[\SensitiveParameter] string|Policy $field, #[\SensitiveParameter] string $value, string $rules = '', string $context = '',
        string $lang = 'en'): Result
    {
        $policy = self::policy($field, $rules);
        $language = self::number(Names::NAMES_LANGUAGE, 'lang', $lang);
        $facts = self::context($context);
        return Library::with('loginlint_report', static function (\FFI\CData $report) use ($policy, $facts, $value, $language): Result {
            Library::call('loginlint_check', \FFI::addr($policy->record), $facts === null ? null : \FFI::addr($facts), $value, Library::length($value), \FFI::addr($report));
            return self::result($report, $value, $language);
        });
    }

    /**
     * Whole-value alternatives, best first.  Never submit several.
     *
     * @return list<Candidate>
     */
    public static function candidates(#[\SensitiveParameter] string|Policy $field, #[\SensitiveParameter] string $value, string $rules = '',
        string $context = ''): array
    {
        $policy = self::policy($field, $rules);
        $facts = self::context($context);
        return Library::with('loginlint_candidates', static function (\FFI\CData $found) use ($policy, $facts, $value): array {
            Library::call('loginlint_candidates_find', \FFI::addr($policy->record), $facts === null ? null : \FFI::addr($facts), $value, Library::length($value),
                \FFI::addr($found));
            $out = [];
            for ($i = 0; $i < $found->count; $i++) {
                $c = $found->candidate[$i];
                $out[] = new Candidate(\FFI::string($c->text, $c->length), Names::NAMES_BASIS[$c->basis],
                    self::bits(Names::NAMES_BASIS, $c->bases), $c->confidence, $c->unique === 1, $c->case_lost === 1, $found->secret === 1);
            }
            return $out;
        });
    }

    /**
     * Is it worth spending an attempt now?  The verdict and the advice, most urgent first.
     *
     * @return array{verdict: string, advice: list<array<string, mixed>>}
     */
    public static function preflight(string $service = '', string $facts = '', ?string $now = null, string $lang = 'en'): array
    {
        $ffi = Library::open();
        [$s, $f, $advice] = [$ffi->new('loginlint_service'), $ffi->new('loginlint_facts'), $ffi->new('loginlint_advice')];
        Library::parse('service', 'loginlint_service_parse', $s, $service);
        Library::parse('facts', 'loginlint_facts_parse', $f, $facts);
        if ($now !== null) {
            Library::parse('now', 'loginlint_facts_now', $f, $now);
        }
        Library::call('loginlint_preflight', \FFI::addr($s), \FFI::addr($f), \FFI::addr($advice));
        $language = self::number(Names::NAMES_LANGUAGE, 'lang', $lang);
        $json = Library::text(fn ($out, $room) => $ffi->loginlint_advice_json(\FFI::addr($advice), $language, $out, $room));
        return json_decode($json, true, 16, JSON_THROW_ON_ERROR);
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

    /** @return list<array{name: string, rules: string, field: string, about: string}> */
    public static function presets(string $lang = 'en'): array
    {
        $ffi = Library::open();
        $language = self::number(Names::NAMES_LANGUAGE, 'lang', $lang);
        $out = [];
        for ($i = 0; ($name = $ffi->loginlint_preset_name($i)) !== null; $i++) {
            $out[] = ['name' => $name, 'rules' => $ffi->loginlint_preset_rules($i),
                'field' => Names::NAMES_FIELD[$ffi->loginlint_preset_field($i)], 'about' => $ffi->loginlint_preset_about($i, $language)];
        }
        return $out;
    }

    /** What a code means, in one sentence. */
    public static function describe(string $code, string $lang = 'en'): string
    {
        return Library::open()->loginlint_describe(Names::LIST_CODE, self::number(Names::NAMES_CODE, 'code', $code), self::number(Names::NAMES_LANGUAGE, 'lang', $lang));
    }

    public static function version(): string
    {
        return Library::open()->loginlint_version();
    }

    /**
     * The number of a name of a list.  The error does not say the name: where arguments were mixed up, it is a password.
     *
     * @internal
     * @param array<int, string> $names
     */
    public static function number(array $names, string $what, #[\SensitiveParameter] string $name): int
    {
        $number = array_search($name, $names, true);
        return is_int($number) ? $number : throw new \InvalidArgumentException("$what must be one of " . implode(', ', $names));
    }

    private static function policy(#[\SensitiveParameter] string|Policy $field, string $rules): Policy
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
     * @param array<int, string> $names
     * @return list<string>
     */
    private static function bits(array $names, int $mask): array
    {
        return $mask === 0 ? [] : array_values(array_filter($names, fn (int $bit) => ($mask >> $bit & 1) === 1, ARRAY_FILTER_USE_KEY));
    }

    private static function part(\FFI\CData $array, int $from, int $length): string
    {
        return $length === 0 ? '' : \FFI::string(\FFI::addr($array[$from]), $length);
    }

    private static function result(\FFI\CData $report, #[\SensitiveParameter] string $value, int $language): Result
    {
        $diagnostics = [];
        for ($i = 0; $i < $report->count; $i++) {
            $diagnostics[] = self::diagnostic($report, $i, $language);
        }
        $text = $report->changed ? self::part($report->text, 0, $report->text_length) : $value;
        return new Result(Names::NAMES_VERDICT[$report->verdict], $report->valid === 1, $report->secret === 1,
            $report->wellformed ? $text : null, $report->brand ? Names::NAMES_BRAND[$report->brand] : null,
            self::part($report->display, 0, $report->display_length), $diagnostics, $report->total, $report->caps_evidence,
            self::bits(Names::NAMES_SKIPPED, $report->skipped));
    }

    private static function diagnostic(\FFI\CData $report, int $i, int $language): Diagnostic
    {
        $d = $report->diagnostics[$i];
        $fix = null;
        if ($d->level) {
            $text = $report->field === Names::FIELD_PASSWORD ? null : self::part($report->pool, $d->fix_at, $d->fix_length);
            $fix = new Fix(Names::NAMES_LEVEL[$d->level], Names::NAMES_OPERATION[$d->operation], $text, $report->secret === 1);
        }
        $message = Library::text(fn ($out, $room) => Library::open()->loginlint_message(\FFI::addr($report), $i, $language, $out, $room));
        return new Diagnostic(Names::NAMES_CODE[$d->code], Names::NAMES_SEVERITY[$d->severity], $d->confidence,
            [$d->byte[0], $d->byte[1]], [$d->utf16[0], $d->utf16[1]], [$d->character[0], $d->character[1]], $d->position, $fix, $message, $report->secret === 1);
    }
}
