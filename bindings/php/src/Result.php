<?php

declare(strict_types=1);

namespace LoginLint;

/**
 * What a check answers.
 *
 * @property-read ?string $text the corrected value; null when the input is not UTF-8
 * @property-read string $display a card number in the groups of its brand
 */
final class Result implements \JsonSerializable
{
    use Hidden;

    /**
     * @param bool $secret also of an ID that looks like a card number
     * @param list<Diagnostic> $diagnostics
     * @param list<string> $skipped what only libloginlint-icu (C, not bound here) decides under `charset: unicode`: it has not passed
     */
    public function __construct(
        public readonly string $verdict,
        public readonly bool $valid,
        public readonly bool $secret,
        #[\SensitiveParameter] ?string $text,
        public readonly ?string $brand,
        #[\SensitiveParameter] string $display,
        public readonly array $diagnostics,
        public readonly int $total,
        public readonly int $capsEvidence,
        public readonly array $skipped,
    ) {
        $this->hide(['text' => $text, 'display' => $display]);
    }
}
