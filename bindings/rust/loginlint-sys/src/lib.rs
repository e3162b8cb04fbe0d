// SPDX-License-Identifier: MIT
//! The C interface of loginlint as it is: functions, records and numbers, generated from the library's own definitions.
//! The sizes and offsets of every record are asserted when the crate is compiled. Use the crate `loginlint` instead.
//!
//! The meaning of each function stands in `loginlint.h`.

#![no_std]
#![allow(non_camel_case_types)]

#[rustfmt::skip]
mod bindings;
pub use bindings::*;
