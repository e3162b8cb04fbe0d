<?php

declare(strict_types=1);

use LoginLint\{Library, LoginLint, Names, Policy, SyntaxError};
use PHPUnit\Framework\TestCase;

final class LoginLintTest extends TestCase
{
    public function testSpansAreBytes(): void
    {
        $value = "😀あｔａｒｏ";
        foreach (LoginLint::check('login-id', $value)->diagnostics as $d) {
            if ($d->code === 'fullwidth-form') {
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
                $this->assertNotSame('', $e->expected);
            }
        }
        $this->assertSame('digits: 6', (string) new Policy('pin', 'digits:6'));
        $this->assertSame('pass', LoginLint::check(new Policy('password', 'minlength: x', lenient: true), 'abc')->verdict);
    }

    public function testNamesThatDoNotExist(): void
    {
        $this->expectException(InvalidArgumentException::class);
        LoginLint::check('nickname', '');
    }

    public function testBrokenAndOddValues(): void
    {
        $codes = fn ($r) => array_map(fn ($d) => $d->code, $r->diagnostics);
        $broken = LoginLint::check('login-id', "a\xC2");
        $this->assertNull($broken->text);
        $this->assertSame(['invalid-encoding'], $codes($broken));
        $this->assertSame([1, 2], LoginLint::check('login-id', "a\0")->diagnostics[0]->span);
        $this->assertSame(['too-large'], $codes(LoginLint::check('password', str_repeat('a', 5000))));
        $this->assertSame('incomplete', LoginLint::check('pin', '')->verdict);
    }

    public function testACard(): void
    {
        $r = LoginLint::check('card-number', '4111-1111-1111-1111');
        $this->assertSame(['4111111111111111', 'visa', '4111 1111 1111 1111'], [$r->text, $r->brand, $r->display]);
        $this->expectException(Error::class);
        $r->verdict = 'pass';
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
