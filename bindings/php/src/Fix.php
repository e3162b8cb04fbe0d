<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * The correction of one finding.
 *
 * @property-read ?string $text null for a password
 */
final class Fix implements \JsonSerializable
{
    use Hidden;

    public function __construct(
        public readonly Level $level,
        public readonly Operation $operation,
        #[\SensitiveParameter] ?string $text,
        public readonly bool $secret,
    ) {
        $this->hide(['text' => $text]);
    }
}
