<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * What the sentences of one result are made from when somebody reads them: its findings and causes as C has them.  Of a secret no
 * character is in it, and nothing of it is in the object.
 *
 * @internal
 */
final class Sentences
{
    /** @var ?\WeakMap<self, array{string, string, string}> findings, their replacements, causes */
    private static ?\WeakMap $records = null;

    public function __construct(\FFI\CData $report, ?\FFI\CData $explanation)
    {
        if ($report->count === 0) {
            return;
        }
        $used = 0;
        for ($i = 0; $i < $report->count; $i++) {
            $used = max($used, $report->diagnostics[$i]->fix_at + $report->diagnostics[$i]->fix_length);
        }
        $pool = $report->secret || $used === 0 ? '' : \FFI::string($report->pool, $used);
        $causes = $explanation === null || $explanation->count === 0 ? '' : self::bytes($explanation, \FFI::sizeof($explanation));
        self::$records ??= new \WeakMap();
        self::$records[$this] = [self::bytes($report, $report->header + $report->count * $report->stride), $pool, $causes];
    }

    private static function bytes(\FFI\CData $record, int $n): string
    {
        return \FFI::string(Library::open()->cast('char *', \FFI::addr($record)), $n);
    }

    private static function put(\FFI\CData $to, string $bytes): void
    {
        if ($bytes !== '') {
            \FFI::memcpy($to, $bytes, strlen($bytes));
        }
    }

    public function ofDiagnostic(int $i, Language|string $lang): string
    {
        $language = LoginLint::named(Language::class, 'lang', $lang)->number();
        return Library::with('loginlint_report', function (\FFI\CData $report) use ($i, $language): string {
            self::put($report, self::$records[$this][0]);
            self::put($report->pool, self::$records[$this][1]);
            return Library::text(fn ($out, $room) => Library::open()->loginlint_message(\FFI::addr($report), $i, $language, $out, $room));
        });
    }

    public function ofCause(int $i, Language|string $lang, string $function): string
    {
        $language = LoginLint::named(Language::class, 'lang', $lang)->number();
        $write = fn (\FFI\CData $explanation) => fn ($out, $room) => Library::open()->$function(\FFI::addr($explanation), $i, $language, $out, $room);
        return $this->explained(fn (\FFI\CData $explanation): string => Library::text($write($explanation)));
    }

    /** Hands the causes to `$use`, a record of none where there are none. */
    public function explained(callable $use): mixed
    {
        return Library::with('loginlint_explanation', function (\FFI\CData $explanation) use ($use): mixed {
            self::put($explanation, self::$records[$this][2] ?? '');
            return $use($explanation);
        });
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException('the sentences of a result are not to be stored');
    }
}
