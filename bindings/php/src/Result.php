<?php

declare(strict_types=1);

namespace LoginLint;

/** What a check answers. */
final class Result implements \JsonSerializable
{
    /**
     * @param ?string $text the corrected value; null when the input is not UTF-8
     * @param list<Diagnostic> $diagnostics
     * @param list<string> $skipped what only libloginlint-icu (C, not bound here) decides under `charset: unicode`: it has not passed
     */
    public function __construct(
        public readonly string $verdict,
        public readonly bool $valid,
        public readonly bool $secret,
        public readonly ?string $text,
        public readonly ?string $brand,
        public readonly string $display,
        public readonly array $diagnostics,
        public readonly int $total,
        public readonly int $capsEvidence,
        public readonly array $skipped,
    ) {
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['verdict' => $this->verdict, 'codes' => array_map(fn (Diagnostic $d) => $d->code, $this->diagnostics)];
    }

    /** @return array<string, mixed> without the value of a secret */
    public function jsonSerialize(): array
    {
        return array_diff_key(get_object_vars($this), $this->secret ? ['text' => 0, 'display' => 0] : []);
    }
}
