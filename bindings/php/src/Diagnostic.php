<?php

declare(strict_types=1);

namespace LoginLint;

/** One finding; its message never quotes a character of a secret.  Spans are [from, to): bytes, as substr() counts them; UTF-16 units, as a page's script does; characters. */
final class Diagnostic
{
    /**
     * @param array{int, int} $span
     * @param array{int, int} $utf16Span
     * @param array{int, int} $characterSpan
     */
    public function __construct(
        public readonly string $code,
        public readonly string $severity,
        public readonly int $confidence,
        public readonly array $span,
        public readonly array $utf16Span,
        public readonly array $characterSpan,
        public readonly int $position,
        public readonly ?Fix $fix,
        public readonly string $message,
        public readonly bool $secret,
    ) {
    }
}
