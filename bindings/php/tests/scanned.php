<?php
// SPDX-License-Identifier: MIT

// scanned.php - the program that bindings/scan.py looks into.
declare(strict_types=1);

use LoginLint\LoginLint;

require dirname(__DIR__) . '/autoload.php';

$kept = [];
while (($line = fgets(STDIN)) !== false) {
    [$calls, $field, $value] = explode("\t", rtrim($line, "\n"));
    echo "ready\n";
    fgets(STDIN);
    for ($i = 0; $i < 50; $i++) {
        if (str_contains($calls, 'c')) {
            json_encode(LoginLint::check($field, $value, context: 'stage: submit'));
            print_r(LoginLint::check($field, $value), true);
        }
        if (str_contains($calls, 'k')) {
            LoginLint::candidates($field, $value, context: 'failures: 1');
        }
        if (str_contains($calls, 'x')) {
            foreach (str_contains($calls, 'k') ? [false, true] : [false] as $candidates) {
                $r = LoginLint::check($field, $value, context: 'stage: submit; failures: 1', candidates: $candidates);
                array_map(fn ($c) => $c->message('ja') . $c->next('ja'), $r->causes());
                array_map(fn ($d) => $d->message('ja'), $r->diagnostics);
                print_r($r->causes(), true);
            }
        }
        if (str_contains($calls, 't')) {
            LoginLint::tag(str_repeat('k', 16), 'taro', $value);
        }
        if (str_contains($calls, 'p')) {
            $kept[] = strrev(strrev($value));
        }
    }
    echo "done\n";
}
