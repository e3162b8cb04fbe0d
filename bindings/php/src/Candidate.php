<?php

declare(strict_types=1);

namespace LoginLint;

/** A whole-value alternative.  Of a secret show the basis, never the text. */
final class Candidate implements \JsonSerializable
{
    /** @param list<string> $bases */
    public function __construct(
        public readonly string $text,
        public readonly string $basis,
        public readonly array $bases,
        public readonly int $confidence,
        public readonly bool $unique,
        public readonly bool $caseLost,
    ) {
    }

    /** @return array<string, mixed> */
    public function __debugInfo(): array
    {
        return ['basis' => $this->basis, 'confidence' => $this->confidence];
    }

    /** @return array<string, mixed> everything but the value */
    public function jsonSerialize(): array
    {
        return array_diff_key(get_object_vars($this), ['text' => 0]);
    }
}
