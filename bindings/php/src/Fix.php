<?php

declare(strict_types=1);

namespace LoginLint;

/** The correction of one finding; `text` is null for a password. */
final class Fix
{
    public function __construct(
        public readonly string $level,
        public readonly string $operation,
        public readonly ?string $text,
    ) {
    }
}
