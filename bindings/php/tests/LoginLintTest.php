<?php
// SPDX-License-Identifier: MIT

declare(strict_types=1);

use LoginLint\{Basis, Brand, CauseCode, Code, Field, Language, Library, LoginLint, Names, Policy, Remedy, Severity, SyntaxError, Verdict};
use PHPUnit\Framework\TestCase;

final class LoginLintTest extends TestCase
{
    public function testSpansAreBytes(): void
    {
        $value = "😀あｔａｒｏ";
        foreach (LoginLint::check('login-id', $value)->diagnostics as $d) {
            if ($d->code === Code::FullwidthForm) {
                $this->assertSame('ｔａｒｏ', substr($value, $d->span[0], $d->span[1] - $d->span[0]));
                $this->assertSame([[3, 7], [2, 6]], [$d->utf16Span, $d->characterSpan]);
                return;
            }
        }
        $this->fail('not found');
    }

    public function testRulesThatCannotBeRead(): void
    {
        try {
            new Policy('pin', 'digits: x');
            $this->fail('read');
        } catch (SyntaxError $e) {
            $this->assertSame(['rules', 8, 1], [$e->what, $e->offset, $e->length]);
            $this->assertStringContainsString('expected a number', $e->getMessage());
        }
        foreach ([fn () => LoginLint::check('pin', '1', context: 'caps-lock: perhaps'), fn () => LoginLint::preflight('lock-after: x')] as $call) {
            try {
                $call();
                $this->fail('read');
            } catch (SyntaxError $e) {
                $this->assertNotSame('', $e->expected->value);
            }
        }
        $this->assertSame('digits: 6', (string) new Policy('pin', 'digits:6'));
        $this->assertSame(Verdict::Pass, LoginLint::check(new Policy(Field::Password, 'minlength: x', lenient: true), 'abc')->verdict);
    }

    public function testNamesThatDoNotExist(): void
    {
        $this->expectException(InvalidArgumentException::class);
        LoginLint::check('nickname', '');
    }

    public function testBrokenAndOddValues(): void
    {
        $codes = fn ($r) => array_map(fn ($d) => $d->code->value, $r->diagnostics);
        $broken = LoginLint::check('login-id', "a\xC2");
        $this->assertNull($broken->text);
        $this->assertSame(['invalid-encoding'], $codes($broken));
        $this->assertSame([1, 2], LoginLint::check('login-id', "a\0")->diagnostics[0]->span);
        $this->assertSame(['too-large'], $codes(LoginLint::check('password', str_repeat('a', 5000))));
        $this->assertSame(Verdict::Incomplete, LoginLint::check('pin', '')->verdict);
    }

    public function testACard(): void
    {
        $r = LoginLint::check('card-number', '4111-1111-1111-1111');
        $this->assertSame(['4111111111111111', Brand::Visa, '4111 1111 1111 1111'], [$r->text, $r->brand, $r->display]);
        $this->expectException(Error::class);
        $r->verdict = Verdict::Pass;
    }

    public function testASecretIsNotShown(): void
    {
        $r = LoginLint::check('password', 'Ｘyzzy12');
        ob_start();
        var_dump($r, LoginLint::candidates('password', 'Ｘyzzy12'));
        $this->assertStringNotContainsString('yzzy', (string) ob_get_clean());
        $this->assertStringNotContainsString('yzzy', json_encode([$r, LoginLint::candidates('password', 'Ｘyzzy12')], JSON_THROW_ON_ERROR));
        $this->assertStringContainsString('"text":"taro"', json_encode(LoginLint::check('login-id', 'taro'), JSON_THROW_ON_ERROR));
        foreach ($r->diagnostics as $d) {
            $this->assertStringNotContainsString('yzzy', var_export($d, true));
            $this->assertNull($d->fix?->text);
        }
    }

    public function testNothingOfAValueIsLeftInNativeMemory(): void
    {
        foreach (['login-id', 'password', 'card-number', 'pin'] as $field) {
            LoginLint::check($field, 'Canaryｃ７');
            LoginLint::candidates($field, 'Canaryｃ７');
            foreach (LoginLint::check($field, 'Canaryｃ７', candidates: true)->causes() as $cause) {
                $cause->message('ja');
                $cause->next(Language::Ko);
            }
            array_map(fn ($d) => $d->message('en'), LoginLint::check($field, 'Canaryｃ７')->diagnostics);
        }
        LoginLint::tag(str_repeat('k', 16), 'taro', 'Canary');
        $this->assertSame(0, Library::residue());
        $seen = 0;
        try {
            Library::with('loginlint_report', function (FFI\CData $report) use (&$seen): void {
                FFI::memcpy($report->text, 'Canary', 6);
                Library::with('loginlint_report', fn (FFI\CData $other) => $this->assertSame(0, $other->text[0]));
                $seen = $report->text[0];
                throw new LogicException();
            });
        } catch (LogicException) {
            $this->assertSame([ord('C'), 0], [$seen, Library::residue()]);
        }
        FFI::memcpy($planted = Library::open()->new('uint8_t[8]'), 'Canary', 6);
        (new ReflectionProperty(Library::class, 'free'))->setValue(null, ['uint8_t[8]' => [$planted]]);
        $this->assertSame(6, Library::residue());
        (new ReflectionProperty(Library::class, 'free'))->setValue(null, []);
    }

    public function testPreflightTagsPresets(): void
    {
        $this->assertSame('stop', LoginLint::preflight(facts: 'offline: yes')['verdict']);
        $key = str_repeat('k', 16);
        $one = LoginLint::tag($key, 'taro', 'Secret');
        $answers = array_map(fn ($s) => LoginLint::tagCompare($one, LoginLint::tag($key, 'taro', $s)), ['Secret', 'sECRET', 'other']);
        $this->assertSame([1, 2, 0], $answers);
        $this->assertContains('pin-4', array_column(LoginLint::presets(), 'name'));
        $this->assertStringContainsString('Caps Lock', LoginLint::describe('caps-lock'));
        $this->assertStringContainsString('カ', LoginLint::describe(CauseCode::KanaInput, 'ja') . LoginLint::describe('kana-input', Language::Ja));
    }

    public function testOneActIsOneCause(): void
    {
        $r = LoginLint::check(Field::CardNumber, '４１１１ー１１１１ー１１１１ー１１１１');
        [$cause] = $r->causes();
        $this->assertSame([CauseCode::InputMethod, Remedy::Apply, Severity::Warning, [0, 57], [0, 19], range(0, 9), null, null, null],
            [$cause->code, $cause->remedy, $cause->severity, $cause->span, $cause->utf16Span, $cause->diagnostics, $cause->candidate, $cause->basis, $cause->place]);
        $this->assertSame('日本語入力がオンのまま入力されたようです。', $cause->message('ja'));
        $this->assertSame('It was changed to half-width, and the separators that are not needed were removed.', $cause->next(Language::En));
        $this->assertSame([true, Code::FullwidthForm, [], 0], [$r->acceptable(), $r->worst()?->code, $r->candidates, $r->causesLeft]);
        $right = LoginLint::check('pin', '4829');
        $this->assertSame([[], true, null], [$right->causes(), $right->acceptable(), $right->worst()]);
        $this->assertSame(Field::LoginId, LoginLint::check('card-number', 'taro@example.com')->causes()[0]->place);
    }

    public function testCandidatesDecideBetweenWaysOfTyping(): void
    {
        $cause = fn (bool $candidates) => LoginLint::check('password', 'とちなからすにう', candidates: $candidates);
        $this->assertSame([CauseCode::InputMethod, Remedy::Retype, null], [$cause(false)->causes()[0]->code, $cause(false)->causes()[0]->remedy, $cause(false)->causes()[0]->candidate]);
        [$found] = $cause(true)->causes();
        $this->assertSame([CauseCode::KanaInput, Remedy::Choose, Basis::KanaLayout], [$found->code, $found->remedy, $found->basis]);
        $this->assertSame($found->basis, $cause(true)->candidates[$found->candidate]->basis);
    }

    public function testSentencesNameWhatIsNoSecret(): void
    {
        $r = LoginLint::check('login-id', 'taro@gmial.com', 'kind: email', candidates: true);
        $this->assertStringContainsString('gmail.com', $r->diagnostics[0]->message('en'));
        foreach (Language::cases() as $language) {
            $this->assertNotSame('', $r->causes()[0]->message($language) . $r->causes()[0]->next($language) . $r->diagnostics[0]->message($language->value));
        }
    }

    public function testLocalesHaveLanguages(): void
    {
        $rows = ['ja_JP.UTF-8' => 'ja', 'ja' => 'ja', 'ko-KR' => 'ko', 'zh' => 'zh-Hans', 'zh_CN.GB18030' => 'zh-Hans', 'zh-Hans-HK' => 'zh-Hans', 'zh_TW@euro' => 'en',
            'zh-Hant' => 'en', 'zh-Hant-CN' => 'en', 'de' => 'en', 'C' => 'en', '' => 'en', 'en-GB' => 'en', "\0" => 'en'];
        foreach ($rows as $locale => $language) {
            $this->assertSame($language, LoginLint::language($locale)->value, $locale);
        }
    }

    public function testPoliciesAreValues(): void
    {
        $one = new Policy('password', 'minlength:8;required:lower');
        $same = new Policy(Field::Password, '  required: lower;   minlength: 8;');
        $this->assertTrue($one->equals($same) && $one->key() === $same->key() && $one->equals(new Policy($one->field, (string) $one)));
        $this->assertFalse($one->equals(new Policy('password', 'minlength: 9; required: lower')));
        $this->assertFalse((new Policy('pin'))->equals(new Policy('card-number')));
        foreach ([fn () => clone $one, fn () => $one->field = Field::Pin] as $change) {
            try {
                $change();
                $this->fail('was done');
            } catch (Error $e) {
                $this->assertNotSame('', $e->getMessage());
            }
        }
    }

    public function testTagsOfAnotherLength(): void
    {
        $tag = LoginLint::tag(str_repeat('k', 16), 'taro', 'Secret');
        foreach ([fn () => LoginLint::tagCompare($tag, substr($tag, 1)), fn () => LoginLint::tag('k', 'taro', 'Secret')] as $call) {
            try {
                $call();
                $this->fail('taken');
            } catch (InvalidArgumentException $e) {
                $this->assertStringContainsString('16 bytes', $e->getMessage());
            }
        }
    }

    /** What the package says when it loads a library of these functions. */
    private function loaded(string $functions): string
    {
        $library = (string) tempnam(sys_get_temp_dir(), 'other');
        file_put_contents("$library.c", "#include <stdint.h>\n$functions");
        exec('cc -shared -fPIC -o ' . escapeshellarg("$library.so") . ' ' . escapeshellarg("$library.c"));
        $code = 'require ' . var_export(__DIR__ . '/../autoload.php', true) . '; LoginLint\Library::open();';
        exec("LOGINLINT_LIBRARY=$library.so " . escapeshellarg(PHP_BINARY) . ' -d ffi.enable=1 -d display_errors=1 -r ' . escapeshellarg($code) . ' 2>&1', $out, $status);
        array_map('unlink', [$library, "$library.c", "$library.so"]);
        $this->assertNotSame(0, $status);
        return implode("\n", $out);
    }

    /** A library of another version is refused when it is loaded, and the error says why. */
    public function testAnotherLibraryIsRefused(): void
    {
        $abi = fn (int $n): string => "uint32_t loginlint_abi(void) { return $n; }\n";
        $this->assertStringContainsString('the library has ABI 7, this package was made for ' . Names::ABI, $this->loaded($abi(7)));
        $this->assertStringContainsString('cannot be used: Failed resolving C function', $this->loaded($abi(Names::ABI)));
        $this->assertStringContainsString("cannot be used: Failed resolving C function 'loginlint_abi'", $this->loaded(''));
        preg_match_all('/\b(loginlint_\w+)\(/', (string) file_get_contents(__DIR__ . '/../native/loginlint.ffi.h'), $m);
        $source = $abi(Names::ABI);
        foreach (array_diff(array_unique($m[1]), ['loginlint_abi']) as $name) {
            $source .= "int $name(void) { return 96; }\n";
        }
        $expected = 'loginlint_policy has 96 bytes in the library, ' . Names::SIZES[Names::RECORD_POLICY] . ' here';
        $this->assertStringContainsString($expected, $this->loaded($source));
    }
}
