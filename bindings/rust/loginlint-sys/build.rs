// SPDX-License-Identifier: MIT
//! Compiles the library, one C file that `make rust` puts into `vendor/`, for whatever target Cargo builds.

use std::path::Path;

fn main() {
    let source = Path::new("vendor/loginlint.c");
    println!("cargo:rerun-if-changed=vendor/loginlint.c");
    println!("cargo:rerun-if-changed=vendor/loginlint.h");
    if !source.exists() {
        println!("cargo:warning=vendor/loginlint.c is missing: run `make rust` in the root of loginlint");
        std::process::exit(1);
    }
    cc::Build::new()
        .file(source)
        .include("vendor")
        .std("c11")
        .opt_level(2)
        .define("LOGINLINT_API", "")
        .flag_if_supported("-fvisibility=hidden")
        .flag_if_supported("-Wno-unused-function")
        .compile("loginlint");
    let vendor = Path::new("vendor").canonicalize().expect("vendor");
    println!("cargo:include={}", vendor.display());
}
