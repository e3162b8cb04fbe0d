<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * The library as it is: loaded once a process, refused when it has another ABI or other records.
 *
 * In: what `ffi.preload` opened, else the library that the environment variable LOGINLINT_LIBRARY names, else the one that
 * `make php` put beside this package, else the one of the released package for this machine.  Out: FFI, and the native memory of a call, which is wiped after it.
 *
 * @internal
 */
final class Library
{
    private static ?\FFI $ffi = null;
    /** @var array<string, list<\FFI\CData>> records that no call uses now, wiped */
    private static array $free = [];

    public static function path(): string
    {
        $native = dirname(__DIR__) . '/native/';
        $name = 'libloginlint.' . (PHP_OS_FAMILY === 'Darwin' ? 'dylib' : 'so');
        $machine = strtolower(PHP_OS_FAMILY) . '-' . str_replace('arm64', 'aarch64', php_uname('m'));
        return getenv('LOGINLINT_LIBRARY') ?: $native . (is_file($native . $name) ? '' : "$machine/") . $name;
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
            return self::bind(self::path());
        }
    }

    private static function bind(string $path): \FFI
    {
        $header = dirname(__DIR__) . '/native/loginlint.ffi.h';
        if (!is_file($header)) {
            throw new \RuntimeException("loginlint: there is no $header: run `make php`");
        }
        try {
            // By itself first: a library of another ABI may lack functions, and then the ABI is what has to be said.
            self::checkAbi(\FFI::cdef('uint32_t loginlint_abi(void);', $path));
            return \FFI::cdef((string) file_get_contents($header), $path);
        } catch (\FFI\Exception $e) {
            $more = str_contains($e->getMessage(), 'ffi.enable') ? '; the README says what a web server needs in php.ini' : '';
            throw new \RuntimeException("loginlint: $path cannot be used: {$e->getMessage()}$more", 0, $e);
        }
    }

    private static function checkAbi(\FFI $ffi): void
    {
        if ($ffi->loginlint_abi() !== Names::ABI) {
            throw new \RuntimeException("loginlint: the library has ABI {$ffi->loginlint_abi()}, this package was made for " . Names::ABI);
        }
    }

    private static function check(\FFI $ffi): \FFI
    {
        self::checkAbi($ffi);
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
    public static function call(string $function, #[\SensitiveParameter] mixed ...$arguments): void
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
        $status = $ffi->$function(\FFI::addr($record), $text, self::length($text), \FFI::addr($where));
        if ($status === -Names::ERROR_SYNTAX) {
            throw new SyntaxError($what, $where->offset, $where->length, Found::of($where->found),
                Expected::of($where->expected));
        }
        if ($status < 0) {
            throw new \InvalidArgumentException("$what: " . Names::NAMES_ERROR[-$status]);
        }
    }

    /** Lengths are 32 bits; every value that is longer than Names::INPUT_MAX gets the same answer. */
    public static function length(#[\SensitiveParameter] string $text): int
    {
        return min(strlen($text), 0x7FFFFFFF);
    }

    /**
     * Hands a zeroed record to `$use` and wipes it afterwards, whatever happens.  A call within a call, as from a signal
     * handler, gets another one.
     */
    public static function with(string $type, callable $use): mixed
    {
        $free = self::$free[$type] ?? [];
        $record = array_pop($free) ?? self::open()->new($type);
        self::$free[$type] = $free;
        try {
            return $use($record);
        } finally {
            // Of the two large records the library itself wipes the scratch at the end.
            $scratch = match ($type) {
                'loginlint_report', 'loginlint_candidates' => \FFI::sizeof($record->work),
                default => 0,
            };
            self::open()->loginlint_wipe(\FFI::addr($record), \FFI::sizeof($record) - $scratch);
            self::$free[$type][] = $record;
        }
    }

    /** A string that a function writes; it says how many bytes the whole needs, and is called again where they are more. */
    public static function text(callable $write): string
    {
        $room = 1024;
        do {
            $type = "uint8_t[$room]";
            $text = self::with($type, static function (\FFI\CData $memory) use ($write, &$room): ?string {
                $need = $write($memory, $room);
                if ($need < 0) {
                    throw new \InvalidArgumentException('loginlint: ' . Names::NAMES_ERROR[-$need]);
                }
                $fits = $need <= $room;
                $room = $need;
                return $fits ? \FFI::string($memory, $need) : null;
            });
            if ($type !== 'uint8_t[1024]') {
                unset(self::$free[$type]);
            }
        } while ($text === null);
        return $text;
    }

    /** How many bytes of the memory that waits for the next call are not zero: none, unless something is wrong. */
    public static function residue(): int
    {
        $left = 0;
        foreach (array_merge(...array_values(self::$free)) as $record) {
            $left += strlen(str_replace("\0", '', \FFI::string(self::open()->cast('char *', \FFI::addr($record)), \FFI::sizeof($record))));
        }
        return $left;
    }
}
