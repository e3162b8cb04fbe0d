<?php
// SPDX-License-Identifier: MIT

// autoload.php - the classes of this package, for a program without Composer.
spl_autoload_register(function (string $class): void {
    if (str_starts_with($class, 'LoginLint\\')) {
        require __DIR__ . '/src/' . substr($class, strlen('LoginLint\\')) . '.php';
    }
});
