<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

use LoginLint\{Candidate, Cause, Diagnostic, Field, Fix, Language, LoginLint, Policy, Result, SyntaxError};
use PHPUnit\Framework\TestCase;

/** Every public entry with what it cannot take: a TypeError, for an unknown word an InvalidArgumentException, and no value in what is said. */
final class MisuseTest extends TestCase
{
    private const SECRET = 'Tr0ub4dor3xyz';
    private const KEY = 'kkkkkkkkkkkkkkkk';

    /** @return array<string, array{callable, list<mixed>, list<bool>}> entry, arguments that it takes, is an unknown string refused there? */
    private static function entries(): array
    {
        return [
            'Policy' => [fn (...$a) => new Policy(...$a), ['pin', 'digits: 4', false], [true, true, true]],
            'check' => [LoginLint::check(...), ['pin', '1234', '', '', false], [true, false, true, true, true]],
            'language' => [LoginLint::language(...), ['ja'], [false]],
            'Result' => [fn (...$a) => self::oddResult()->causes(...$a), [], []],
            'Cause message' => [fn (...$a) => self::oddResult()->causes()[0]->message(...$a), ['ja'], [true]],
            'Cause next' => [fn (...$a) => self::oddResult()->causes()[0]->next(...$a), [Language::Ja], [true]],
            'Diagnostic message' => [fn (...$a) => self::oddResult()->diagnostics[0]->message(...$a), ['ko'], [true]],
            'Policy equals' => [fn (...$a) => (new Policy('pin'))->equals(...$a), [new Policy('pin')], [true]],
            'candidates' => [LoginLint::candidates(...), ['pin', '1234', '', ''], [true, false, true, true]],
            'preflight' => [LoginLint::preflight(...), ['', '', '2026-11-23T06:30:00Z', 'en'], [true, true, true, true]],
            'key' => [LoginLint::key(...), ['taro', ['case']], [false, true]],
            'tag' => [LoginLint::tag(...), [self::KEY, 'taro', 'x'], [true, false, false]],
            'tagCompare' => [LoginLint::tagCompare(...), [self::KEY, self::KEY], [true, true]],
            'presets' => [LoginLint::presets(...), ['en'], [true]],
            'describe' => [LoginLint::describe(...), ['caps-lock', 'en'], [true, true]],
            'version' => [LoginLint::version(...), [], []],
            'named' => [LoginLint::named(...), [Field::class, 'what', 'pin'], [false, false, true]],
        ];
    }

    private static function oddResult(): Result
    {
        return LoginLint::check('password', 'Ｘyzzy12345');
    }

    public function testWrongTypesAndUnknownWords(): void
    {
        foreach (self::entries() as $name => [$entry, $good, $refuses]) {
            $entry(...$good);
            foreach (array_keys($good) as $place) {
                foreach ([null, 7, 2.5, new stdClass(), ['pin' => 'pin'], self::SECRET] as $odd) {
                    if (($odd === self::SECRET && !$refuses[$place]) || ($name === 'named' && $place === 0) || ([$name, $place, $odd] === ['preflight', 2, null]) || ([$name, $place] === ['key', 1] && ($odd === null || is_array($odd)))) {
                        continue;
                    }
                    $arguments = $good;
                    $arguments[$place] = $odd;
                    try {
                        $entry(...$arguments);
                        $this->fail("$name, argument $place: " . get_debug_type($odd) . ' was taken');
                    } catch (TypeError | InvalidArgumentException | SyntaxError $e) {
                        $this->assertTrue($odd === self::SECRET || $e instanceof TypeError, $name);
                        $this->assertStringNotContainsString(self::SECRET, $e->getMessage());
                    }
                }
            }
        }
    }

    public function testWithoutStrictTypesNullIsRefusedAsWell(): void
    {
        $weak = 'use LoginLint\LoginLint; use LoginLint\Policy; return [fn () => LoginLint::check("pin", null), fn () => LoginLint::check(null, ""),
            fn () => LoginLint::candidates("pin", null), fn () => LoginLint::candidates("pin", []), fn () => LoginLint::tag(null, "", ""),
            fn () => LoginLint::tag(str_repeat("k", 16), "", null), fn () => new Policy(null), fn () => new Policy("pin", null), fn () => LoginLint::describe(null)];';
        foreach (eval($weak) as $call) {
            try {
                $call();
                $this->fail('was taken');
            } catch (TypeError $e) {
                $this->assertStringContainsString('must be of type', $e->getMessage());
            }
        }
    }

    public function testWhatTwoIdsMayDifferIn(): void
    {
        $this->assertSame(['Taro', 'taro', 'taro'], [LoginLint::key('Taro', []), LoginLint::key('Ｔａｒｏ'), LoginLint::key('Taro', ['case'])]);
        foreach ([[['case', null], TypeError::class], [[7], TypeError::class], [[self::SECRET], InvalidArgumentException::class], [[Field::Pin], InvalidArgumentException::class]] as [$same, $class]) {
            try {
                LoginLint::key('taro', $same);
                $this->fail('was taken');
            } catch (Throwable $e) {
                $this->assertInstanceOf($class, $e);
                $this->assertStringNotContainsString(self::SECRET, $e->getMessage());
            }
        }
        $this->expectExceptionMessage('too-long');
        LoginLint::key(str_repeat('a', 1025));
    }

    public function testTheTableIsOfEveryEntry(): void
    {
        $public = array_map(fn ($m) => $m->getName(), (new ReflectionClass(LoginLint::class))->getMethods(ReflectionMethod::IS_PUBLIC));
        $this->assertSame([], array_diff($public, array_keys(self::entries())));
    }

    public function testWhatIsNoPolicyIsRefused(): void
    {
        $none = (new ReflectionClass(Policy::class))->newInstanceWithoutConstructor();
        foreach ([fn () => LoginLint::check($none, 'x'), fn () => LoginLint::candidates($none, 'x'), fn () => (string) $none] as $call) {
            try {
                $call();
                $this->fail('was taken');
            } catch (Error $e) {
                $this->assertStringContainsString('::$record', $e->getMessage());
            }
        }
    }

    /** A trace has the arguments of every call. */
    public function testTracesHaveNoSecret(): void
    {
        $before = ini_set('zend.exception_ignore_args', '0');
        foreach ([fn () => LoginLint::check('password', self::SECRET, rules: 'xx'), fn () => LoginLint::check(self::SECRET, 'password'),
            fn () => LoginLint::candidates('password', self::SECRET, context: 'stage: never'), fn () => LoginLint::tag('k', 'taro', self::SECRET)] as $call) {
            try {
                $call();
                $this->fail('was taken');
            } catch (Exception $e) {
                $own = array_filter($e->getTrace(), fn ($frame) => str_starts_with($frame['class'] ?? '', 'LoginLint\\'));
                $this->assertNotEmpty($own);
                if (PHP_VERSION_ID >= 80200) {
                    $this->assertStringNotContainsString(self::SECRET, print_r($own, true));
                }
            }
        }
        ini_set('zend.exception_ignore_args', (string) $before);
    }

    private static function printed(mixed $thing): string
    {
        ob_start();
        var_dump($thing);
        debug_zval_dump($thing);
        print_r($thing);
        var_export($thing);
        echo json_encode($thing, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE | JSON_PARTIAL_OUTPUT_ON_ERROR);
        print_r((array) $thing);
        print_r(is_object($thing) ? get_object_vars($thing) : []);
        foreach ($thing as $key => $part) {
            echo $key, is_scalar($part) ? $part : '';
        }
        return (string) ob_get_clean();
    }

    public function testOfASecretNothingIsShown(): void
    {
        $rows = [['password', 'Ｘyzzy12345', ['yzzy', 'Ｘ']], ['password', 'ぱっすぉｒｄ', ['password', 'ぱっす']], ['card-number', '4539-5787-6362-1486', ['5787']],
            ['card-number', '４５３９５７８７６３６２１４８６', ['5787', '５７']], ['login-id', '４５３９５７８７６３６２１４８６', ['5787', '５７']],
            ['login-id', '4539 5787 6362 1486', ['5787']], ['pin', '９８７６', ['9876', '９８']]];
        foreach ($rows as [$field, $value, $quoted]) {
            $result = LoginLint::check($field, $value, candidates: true);
            $causes = $result->causes();
            $found = LoginLint::candidates($field, $value);
            $this->assertTrue($result->secret);
            $fixes = array_filter(array_map(fn ($d) => $d->fix, $result->diagnostics));
            $said = '';
            foreach ([$result, $found, $causes, $result->diagnostics, $fixes, ...$found, ...$causes, ...$result->diagnostics, ...$fixes] as $thing) {
                $said .= self::printed($thing);
                $this->assertTrue(is_array($thing) || $thing->secret);
            }
            foreach (Language::cases() as $language) {
                $said .= implode(array_map(fn (Cause $c) => $c->message($language) . $c->next($language), $causes));
                $said .= implode(array_map(fn (Diagnostic $d) => $d->message($language), $result->diagnostics));
            }
            foreach ($quoted as $part) {
                $this->assertStringNotContainsString($part, $said);
            }
        }
    }

    public function testValuesAreThereForWhoAsks(): void
    {
        $r = LoginLint::check('card-number', '4539-5787-6362-1486');
        $this->assertSame(['4539578763621486', '4539 5787 6362 1486', true], [$r->text, $r->display, isset($r->text)]);
        $json = json_decode(json_encode(LoginLint::check('login-id', 'ｔａｒｏ'), JSON_THROW_ON_ERROR), true);
        $this->assertSame(['taro', 'taro', [0, 12]], [$json['text'], $json['diagnostics'][0]['fix']['text'], $json['diagnostics'][0]['span']]);
        $this->assertSame('taro@gmail.com', LoginLint::candidates('login-id', 'taro@gmial.com')[0]->jsonSerialize()['text']);
        foreach ([fn () => $r->text = 'x', fn () => $r->other, fn () => $r->other = 1, fn () => clone $r, fn () => $r->verdict = 'pass'] as $call) {
            try {
                $call();
                $this->fail('was done');
            } catch (Error $e) {
                $this->assertStringNotContainsString('4539', $e->getMessage());
            }
        }
        foreach ([$r, $r->diagnostics[0], LoginLint::check('pin', '９８７６')->causes()[0]] as $thing) {
            try {
                serialize($thing);
                $this->fail('was stored');
            } catch (LogicException $e) {
                $this->assertStringContainsString('not to be stored', $e->getMessage());
            }
        }
    }
}
