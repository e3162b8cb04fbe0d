<?php
// SPDX-License-Identifier: MIT

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
    use Hidden {
        jsonSerialize as private values;
    }

    private readonly Sentences $sentences;

    /**
     * @param bool $secret also of an ID that looks like a card number
     * @param list<Diagnostic> $diagnostics
     * @param list<Skipped> $skipped what only libloginlint-icu (C, not bound here) decides under `charset: unicode`: it has not passed
     * @param list<Candidate> $candidates best first, where they were asked for
     * @param int $causesLeft how many causes there was no place for
     */
    public function __construct(
        public readonly Verdict $verdict,
        public readonly bool $valid,
        public readonly bool $secret,
        #[\SensitiveParameter] ?string $text,
        public readonly ?Brand $brand,
        #[\SensitiveParameter] string $display,
        public readonly array $diagnostics,
        public readonly int $total,
        public readonly int $capsEvidence,
        public readonly array $skipped,
        public readonly array $candidates,
        public readonly int $causesLeft,
        Sentences $sentences,
    ) {
        $this->sentences = $sentences;
        $this->hide(['text' => $text, 'display' => $display]);
    }

    /**
     * What the person or the device did, at most three, most helpful first; told by the candidates where they were asked for.
     *
     * @return list<Cause>
     */
    public function causes(): array
    {
        return $this->sentences->explained(function (\FFI\CData $explanation): array {
            $causes = [];
            for ($i = 0; $i < $explanation->count; $i++) {
                $causes[] = $this->cause($explanation->cause[$i], $i);
            }
            return $causes;
        });
    }

    private function cause(\FFI\CData $c, int $number): Cause
    {
        $known = fn (int $value): ?int => $value === Names::NOTHING ? null : $value;
        $bits = $c->diagnostics[0] | $c->diagnostics[1] << 32;
        [$basis, $place] = [$known($c->basis), $known($c->place)];
        return new Cause(CauseCode::of($c->code), Severity::of($c->severity), $c->confidence, Remedy::of($c->remedy),
            [$c->byte[0], $c->byte[1]], [$c->utf16[0], $c->utf16[1]], [$c->character[0], $c->character[1]],
            array_values(array_filter(range(0, 63), fn (int $i): bool => ($bits >> $i & 1) === 1)), $known($c->candidate),
            $basis === null ? null : Basis::of($basis), $place === null ? null : Field::of($place), $c->secret === 1, $this->sentences, $number);
    }

    /** The text may be submitted without a word to the person. */
    public function acceptable(): bool
    {
        return $this->verdict === Verdict::Pass || $this->verdict === Verdict::Fixed;
    }

    /** The gravest finding, the first of those that are as grave. */
    public function worst(): ?Diagnostic
    {
        $grave = fn (?Diagnostic $worst, Diagnostic $d): Diagnostic => $worst && $worst->severity->number() >= $d->severity->number() ? $worst : $d;
        return array_reduce($this->diagnostics, $grave);
    }

    /** @return array<string, mixed> everything but sentences, and of a secret no value */
    public function jsonSerialize(): array
    {
        return array_diff_key($this->values(), ['sentences' => 0]) + ['causes' => $this->causes()];
    }
}
