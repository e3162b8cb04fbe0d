<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/**
 * Values that belong to an object and are not in it: no dump, export, cast, comparison or session of the object has them, only who asks
 * for the property by its name.
 *
 * @internal
 */
trait Hidden
{
    /** @var ?\WeakMap<self, array<string, ?string>> */
    private static ?\WeakMap $values = null;

    /** @param array<string, ?string> $values */
    private function hide(#[\SensitiveParameter] array $values): void
    {
        self::$values ??= new \WeakMap();
        self::$values[$this] = $values;
    }

    public function __get(string $name): ?string
    {
        $values = self::$values[$this] ?? [];
        return array_key_exists($name, $values) ? $values[$name] : throw new \Error('Undefined property ' . self::class . "::\$$name");
    }

    public function __isset(string $name): bool
    {
        return isset((self::$values[$this] ?? [])[$name]);
    }

    public function __set(string $name, #[\SensitiveParameter] mixed $value): void
    {
        throw new \Error('Cannot modify ' . self::class . "::\$$name");
    }

    private function __clone()
    {
    }

    /** @return never */
    public function __serialize(): array
    {
        throw new \LogicException(self::class . ' holds a value, which is not to be stored');
    }

    /** @return array<string, mixed> everything, but of a secret no value */
    public function jsonSerialize(): array
    {
        return get_object_vars($this) + ($this->secret ? [] : self::$values[$this]);
    }
}
