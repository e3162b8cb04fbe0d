<?php
// SPDX-License-Identifier: MIT

// preload.php - for a web server, where `ffi.enable` is `preload` and only preloaded classes may call the library:
//   ffi.preload=.../bindings/php/native/loginlint.preload.h   opens the library under the scope that Library::load() looks for
//   opcache.preload=.../bindings/php/src/preload.php
foreach ([__DIR__ . '/Hidden.php', ...glob(__DIR__ . '/*.php')] as $file) { // what others use comes first
    if ($file !== __FILE__) {
        require_once $file;
    }
}
