<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * A whole-value alternative.  Of a secret show the basis, never the text.
 *
 * @property-read string $text
 */
final class Candidate implements \JsonSerializable
{
    use Hidden;

    /** @param list<Basis> $bases */
    public function __construct(
        #[\SensitiveParameter] string $text,
        public readonly Basis $basis,
        public readonly array $bases,
        public readonly int $confidence,
        public readonly bool $unique,
        public readonly bool $caseLost,
        public readonly bool $secret,
    ) {
        $this->hide(['text' => $text]);
    }
}
