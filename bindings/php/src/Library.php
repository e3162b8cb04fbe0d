<?php

declare(strict_types=1);

namespace LoginLint;

/**
 * The library as it is: loaded once a process, refused when it has another ABI or other records.
 *
 * In: the environment variable LOGINLINT_LIBRARY, or the library that `make php` put beside this package; under
 * `ffi.enable=preload`, the scope that preload.php opened.  Out: FFI, and the native memory of a call, which is wiped after it.
 */
final class Library
{
    private static ?\FFI $ffi = null;
    private static ?\FFI\CData $report = null;
    private static ?\FFI\CData $candidates = null;

    public static function path(): string
    {
        return getenv('LOGINLINT_LIBRARY') ?: __DIR__ . '/../native/libloginlint.' . (PHP_OS_FAMILY === 'Darwin' ? 'dylib' : 'so');
    }

    public static function open(): \FFI
    {
        return self::$ffi ??= self::check(self::load());
    }

    private static function load(): \FFI
    {
        try {
            return \FFI::scope('LOGINLINT');
        } catch (\FFI\Exception) {
            return \FFI::cdef((string) file_get_contents(__DIR__ . '/../native/loginlint.ffi.h'), self::path());
        }
    }

    private static function check(\FFI $ffi): \FFI
    {
        if ($ffi->loginlint_abi() !== Names::ABI) {
            throw new \RuntimeException("loginlint: the library has ABI {$ffi->loginlint_abi()}, this package was made for " . Names::ABI);
        }
        foreach (Names::SIZES as $record => $size) {
            $type = 'loginlint_' . Names::NAMES_RECORD[$record];
            $there = $ffi->loginlint_sizeof($record);
            $here = \FFI::sizeof($ffi->type($type));
            if ($there !== $size || $here !== $size) {
                throw new \RuntimeException("loginlint: $type has $there bytes in the library, $here here, and should have $size");
            }
        }
        return $ffi;
    }

    /** Calls a function that gives 0 or a negative error. */
    public static function call(string $function, mixed ...$arguments): void
    {
        $status = self::open()->$function(...$arguments);
        if ($status < 0) {
            throw new \InvalidArgumentException("$function: " . Names::NAMES_ERROR[-$status]);
        }
    }

    /** Reads a string with a parser that says where it is wrong. */
    public static function parse(string $what, string $function, \FFI\CData $record, string $text): void
    {
        $ffi = self::open();
        $where = $ffi->new('loginlint_where');
        $status = $ffi->$function(\FFI::addr($record), $text, strlen($text), \FFI::addr($where));
        if ($status === -Names::ERROR_SYNTAX) {
            throw new SyntaxError($what, $where->offset, $where->length, Names::NAMES_FOUND[$where->found],
                Names::NAMES_EXPECTED[$where->expected]);
        }
        if ($status < 0) {
            throw new \InvalidArgumentException("$what: " . Names::NAMES_ERROR[-$status]);
        }
    }

    /** Hands native copies of strings to `$use` and wipes them afterwards. */
    public static function withBytes(callable $use, string ...$texts): mixed
    {
        $memory = [];
        try {
            foreach ($texts as $text) {
                $memory[] = $bytes = self::open()->new('uint8_t[' . (strlen($text) + 1) . ']');
                \FFI::memcpy($bytes, $text, strlen($text));
            }
            return $use(...$memory);
        } finally {
            foreach ($memory as $bytes) {
                self::open()->loginlint_wipe(\FFI::addr($bytes), \FFI::sizeof($bytes));
            }
        }
    }

    /** A string that a function writes: measured, then read. */
    public static function text(callable $write, string $unit = 'uint8_t'): string
    {
        $need = $write(null, 0);
        if ($need < 0) {
            throw new \InvalidArgumentException('loginlint: ' . Names::NAMES_ERROR[-$need]);
        }
        if ($need === 0) {
            return '';
        }
        $memory = self::open()->new("{$unit}[$need]");
        $write($memory, $need);
        $text = \FFI::string($memory, $need);
        self::open()->loginlint_wipe(\FFI::addr($memory), $need);
        return $text;
    }

    public static function report(): \FFI\CData
    {
        return self::$report ??= self::open()->new('loginlint_report');
    }

    public static function candidates(): \FFI\CData
    {
        return self::$candidates ??= self::open()->new('loginlint_candidates');
    }

    /** What a call left in the records, up to their scratch, which the library itself wipes. */
    public static function wipe(): void
    {
        foreach ([self::$report, self::$candidates] as $record) {
            if ($record) {
                self::open()->loginlint_wipe(\FFI::addr($record), \FFI::sizeof($record) - \FFI::sizeof($record->work));
            }
        }
    }
}
