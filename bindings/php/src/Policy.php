<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

namespace LoginLint;

/** What a service accepts, read once.  Immutable; equal by `equals`, a key of arrays by `key`. */
final class Policy
{
    public readonly Field $field;
    /** @internal */
    public readonly \FFI\CData $record;

    public function __construct(#[\SensitiveParameter] Field|string $field, string $rules = '', bool $lenient = false)
    {
        $this->field = LoginLint::named(Field::class, 'field', $field);
        $this->record = Library::open()->new('loginlint_policy');
        Library::call('loginlint_policy_init', \FFI::addr($this->record), $this->field->number());
        if ($lenient) {
            Library::call('loginlint_policy_parse_lenient', \FFI::addr($this->record), $rules, Library::length($rules));
        } else {
            Library::parse('rules', 'loginlint_policy_parse', $this->record, $rules);
        }
    }

    /** Of the same field, and accepting the same, however its rules were written. */
    public function equals(self $other): bool
    {
        return $this->key() === $other->key();
    }

    /** The field and the canonical rules. */
    public function key(): string
    {
        return "{$this->field->value}: $this";
    }

    private function __clone()
    {
    }

    /** The canonical rule string. */
    public function __toString(): string
    {
        $print = fn ($out, $room) => Library::open()->loginlint_policy_print(\FFI::addr($this->record), \FFI::cast('char *', \FFI::addr($out)), $room);
        return Library::text($print);
    }
}
