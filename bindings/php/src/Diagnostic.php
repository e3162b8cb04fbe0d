<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/** One finding: the evidence for a Cause.  Spans are [from, to): bytes, as substr() counts them; UTF-16 units, as a page's script does; characters. */
final class Diagnostic
{
    private readonly Sentences $sentences;
    private readonly int $number;

    /**
     * @param array{int, int} $span
     * @param array{int, int} $utf16Span
     * @param array{int, int} $characterSpan
     */
    public function __construct(
        public readonly Code $code,
        public readonly Severity $severity,
        public readonly int $confidence,
        public readonly array $span,
        public readonly array $utf16Span,
        public readonly array $characterSpan,
        public readonly int $position,
        public readonly ?Fix $fix,
        public readonly bool $secret,
        Sentences $sentences,
        int $number,
    ) {
        $this->sentences = $sentences;
        $this->number = $number;
    }

    /** The sentence for a person; it never quotes a character of a secret. */
    public function message(Language|string $lang): string
    {
        return $this->sentences->ofDiagnostic($this->number, $lang);
    }
}
