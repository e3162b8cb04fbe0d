<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/** A rule, context, service or facts string that cannot be read. */
final class SyntaxError extends \RuntimeException
{
    public function __construct(
        public readonly string $what,
        public readonly int $offset,
        public readonly int $length,
        public readonly Found $found,
        public readonly Expected $expected,
    ) {
        parent::__construct("$what: at byte $offset: found {$found->value}, expected {$expected->value}");
    }
}
