<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/** What the person or the device did: one act, whatever the number of findings that it left behind.  Spans as a Diagnostic has them: what to look at. */
final class Cause
{
    private readonly Sentences $sentences;
    private readonly int $number;

    /**
     * @param Remedy $remedy apply: offer `Result::$text`; choose: offer `Result::$candidates[$candidate]`
     * @param array{int, int} $span
     * @param array{int, int} $utf16Span
     * @param array{int, int} $characterSpan
     * @param list<int> $diagnostics which of `Result::$diagnostics` it explains
     * @param ?Basis $basis with a candidate: what that undoes
     * @param ?Field $place the field that the value belongs to, where that seems to be another
     */
    public function __construct(
        public readonly CauseCode $code,
        public readonly Severity $severity,
        public readonly int $confidence,
        public readonly Remedy $remedy,
        public readonly array $span,
        public readonly array $utf16Span,
        public readonly array $characterSpan,
        public readonly array $diagnostics,
        public readonly ?int $candidate,
        public readonly ?Basis $basis,
        public readonly ?Field $place,
        public readonly bool $secret,
        Sentences $sentences,
        int $number,
    ) {
        $this->sentences = $sentences;
        $this->number = $number;
    }

    /** What happened, in one sentence; never a character of a secret. */
    public function message(Language|string $lang): string
    {
        return $this->sentences->ofCause($this->number, $lang, 'loginlint_cause_message');
    }

    /** What to do; with `apply` and `choose` what the button says. */
    public function next(Language|string $lang): string
    {
        return $this->sentences->ofCause($this->number, $lang, 'loginlint_cause_next');
    }
}
