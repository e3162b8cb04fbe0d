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
            foreach ([Library::report(), Library::candidates()] as $record) {
                $bytes = FFI::string(Library::open()->cast('char *', FFI::addr($record)), FFI::sizeof($record));
                $this->assertStringNotContainsString('anary', $bytes);
                $this->assertStringNotContainsString("a\0\0\0n\0\0\0a", $bytes);
            }
        }
        FFI::memcpy(Library::report()->text, 'Canary', 6);
        $this->assertStringContainsString('anary', FFI::string(Library::open()->cast('char *', FFI::addr(Library::report())), 30424));
        Library::wipe();
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

    /** A library of another ABI is refused when it is loaded, and the error says why. */
    public function testAnotherLibraryIsRefused(): void
    {
        $library = tempnam(sys_get_temp_dir(), 'other');
        $source = "#include <stdint.h>\nuint32_t loginlint_abi(void) { return 7; }\n";
        preg_match_all('/\b(loginlint_\w+)\(/', (string) file_get_contents(__DIR__ . '/../native/loginlint.ffi.h'), $m);
        foreach (array_diff(array_unique($m[1]), ['loginlint_abi']) as $name) {
            $source .= "int $name(void) { return 0; }\n";
        }
        file_put_contents("$library.c", $source);
        exec('cc -shared -fPIC -o ' . escapeshellarg("$library.so") . ' ' . escapeshellarg("$library.c"));
        $code = 'require ' . var_export(__DIR__ . '/../autoload.php', true) . '; LoginLint\Library::open();';
        exec("LOGINLINT_LIBRARY=$library.so " . escapeshellarg(PHP_BINARY) . ' -d ffi.enable=1 -d display_errors=1 -r ' . escapeshellarg($code) . ' 2>&1', $out, $status);
        array_map('unlink', [$library, "$library.c", "$library.so"]);
        $this->assertNotSame(0, $status);
        $this->assertStringContainsString('the library has ABI 7, this package was made for 1', implode("\n", $out));
    }
}
