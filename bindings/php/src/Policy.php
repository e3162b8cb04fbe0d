<?php

declare(strict_types=1);

namespace LoginLint;

/** What a service accepts, read once. */
final class Policy
{
    public readonly string $field;
    /** @internal */
    public readonly \FFI\CData $record;

    public function __construct(#[\SensitiveParameter] string $field, string $rules = '', bool $lenient = false)
    {
        $number = LoginLint::number(Names::NAMES_FIELD, 'field', $field);
        $this->field = $field;
        $this->record = Library::open()->new('loginlint_policy');
        Library::call('loginlint_policy_init', \FFI::addr($this->record), $number);
        if ($lenient) {
            Library::call('loginlint_policy_parse_lenient', \FFI::addr($this->record), $rules, Library::length($rules));
        } else {
            Library::parse('rules', 'loginlint_policy_parse', $this->record, $rules);
        }
    }

    /** The canonical rule string. */
    public function __toString(): string
    {
        $print = fn ($out, $room) => Library::open()->loginlint_policy_print(\FFI::addr($this->record), \FFI::cast('char *', \FFI::addr($out)), $room);
        return Library::text($print);
    }
}
