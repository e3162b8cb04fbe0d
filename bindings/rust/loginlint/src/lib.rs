// SPDX-License-Identifier: MIT
#![doc = include_str!("../README.md")]
#![no_std]
#![warn(missing_docs)]

#[cfg(feature = "alloc")]
extern crate alloc;

use core::ffi::{c_char, CStr};
use core::fmt;
use core::hash::{Hash, Hasher};
use core::mem::{offset_of, MaybeUninit};
use core::ops::Range;
use core::ptr;

#[cfg(feature = "alloc")]
use alloc::{boxed::Box, string::String};

pub use loginlint_sys as sys;

/// An enum of a list of the library, `Unknown` for a number that this version does not know; `knows`: the list has that value itself.
macro_rules! list {
    ($(#[$about:meta])* $kind:ident { $($(#[$said:meta])* $variant:ident = $number:literal $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum $kind {
            $($(#[$said])* $variant = $number,)*
            /// A value that this version does not know.
            Unknown = u32::MAX,
        }
        list!(@same $kind, $($variant $number $name)*, Unknown "?");
    };
    ($(#[$about:meta])* $kind:ident knows { $($(#[$said:meta])* $variant:ident = $number:literal $name:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        #[repr(u32)]
        pub enum $kind {
            $($(#[$said])* $variant = $number,)*
        }
        list!(@same $kind, $($variant $number $name)*,);
    };
    (@same $kind:ident, $($variant:ident $number:literal $name:literal)*, $($unknown:ident $what:literal)?) => {
        impl $kind {
            /// Every value, in the order of the definitions.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The value of a number of the C interface; `Unknown` for one of no list.
            pub const fn of(number: u32) -> Self {
                match number {
                    $($number => Self::$variant,)*
                    _ => Self::Unknown,
                }
            }

            /// The number in the C interface.
            pub const fn number(self) -> u32 {
                self as u32
            }

            /// The stable name.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    $(Self::$unknown => $what,)?
                }
            }
        }

        impl core::fmt::Display for $kind {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                f.pad(self.name())
            }
        }

        impl core::str::FromStr for $kind {
            type Err = crate::Error;

            fn from_str(name: &str) -> Result<Self, crate::Error> {
                let found = Self::ALL.iter().find(|value| value.name() == name);
                found.copied().ok_or(crate::Error::Refused(crate::ErrorCode::UnknownValue))
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $kind {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.name())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $kind {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(crate::serialized::Named(core::marker::PhantomData))
            }
        }
    };
}

#[rustfmt::skip]
mod names;
mod batch;
mod explanation;
mod preflight;
mod report;
#[cfg(feature = "serde")]
mod serialized;
pub use batch::{cause_of, verdict_of, write_key, write_key_utf16, Column};
#[cfg(feature = "alloc")]
pub use batch::{key, key_utf16};
pub use explanation::{Cause, Explanation};
pub use names::{
    Advice as AdviceCode, Basis, Brand, Cause as CauseCode, Class, Code, Error as ErrorCode, Expected, Field, Found,
    Kind, Language, Level, List, Operation, Platform, Preflight, Profile, Reason, Record, Remedy, Same, Severity,
    Skipped, Table, Verdict,
};
pub use preflight::{preflight, Advice, AdviceItem, Facts, Service};
pub use report::{Candidate, Candidates, Diagnostic, Report};

/// Why a call was refused. What is wrong with a *value* is never an error but a [`Diagnostic`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Error {
    /// A rule, context, service or facts string is wrong at this place.
    Syntax {
        /// The bytes where; empty at the end of the string.
        span: (usize, usize),
        /// What stood there.
        found: Found,
        /// What was expected.
        expected: Expected,
    },
    /// The library that was linked has another ABI than this crate was made for.
    Abi {
        /// What was linked.
        library: u32,
        /// What was expected.
        binding: u32,
    },
    /// A record of the library that was linked has another size than this crate was made for.
    RecordSize {
        /// Which record.
        record: Record,
        /// What was linked.
        library: u32,
        /// What was expected.
        binding: u32,
    },
    /// The library refused the call.
    Refused(ErrorCode),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Syntax { span, found, expected } => {
                write!(f, "byte {}: found {found}, expected {expected}", span.0)
            }
            Error::Abi { library, binding } => {
                write!(f, "loginlint: the library has ABI {library}, this crate was made for ABI {binding}")
            }
            Error::RecordSize { record, library, binding } => write!(
                f,
                "loginlint: record {record} has {library} bytes in the library, this crate was made for {binding}"
            ),
            Error::Refused(code) => write!(f, "loginlint: {code}"),
        }
    }
}

impl core::error::Error for Error {}

/// Compares the ABI and the size of every record with what this crate was made for; [`Policy::new`] does so itself.
pub fn verify() -> Result<(), Error> {
    verify_against(sys::LOGINLINT_ABI, sys::RECORD_SIZES)
}

fn verify_against(binding: u32, sizes: &[(u32, u32)]) -> Result<(), Error> {
    // SAFETY: no arguments but numbers.
    let library = unsafe { sys::loginlint_abi() };
    if library != binding {
        return Err(Error::Abi { library, binding });
    }
    for &(record, binding) in sizes {
        // SAFETY: as above.
        let library = unsafe { sys::loginlint_sizeof(record) };
        if library != binding {
            return Err(Error::RecordSize { record: Record::of(record), library, binding });
        }
    }
    Ok(())
}

/// Lengths are 32 bits; a longer value is `too-large` at any length over 1,024, so it may be cut.
fn length(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn zeroed<T: Plain>() -> T {
    // SAFETY: `Plain` is only implemented for records of integers.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

/// Records of integers: all zero is a value.
///
/// # Safety
/// Only for types of which every pattern of bits is a value.
unsafe trait Plain {}
unsafe impl Plain for sys::loginlint_policy {}
unsafe impl Plain for sys::loginlint_context {}
unsafe impl Plain for sys::loginlint_report {}
unsafe impl Plain for sys::loginlint_candidates {}
unsafe impl Plain for sys::loginlint_explanation {}
unsafe impl Plain for sys::loginlint_where {}
unsafe impl Plain for sys::loginlint_service {}
unsafe impl Plain for sys::loginlint_facts {}
unsafe impl Plain for sys::loginlint_advice {}

/// Overwrites a buffer with zeros in a way that the compiler does not remove.
pub fn wipe(buffer: &mut [u8]) {
    for part in buffer.chunks_mut(1 << 30) {
        // SAFETY: the part is that long.
        unsafe { sys::loginlint_wipe(part.as_mut_ptr().cast(), part.len() as u32) }
    }
}

fn outcome(status: i32) -> Result<u32, Error> {
    if status < 0 {
        Err(Error::Refused(ErrorCode::of(status.unsigned_abs())))
    } else {
        Ok(status as u32)
    }
}

/// Calls a parser of strings and turns its `where` into an error.
fn parse(text: &str, call: impl FnOnce(*const c_char, u32, *mut sys::loginlint_where) -> i32) -> Result<(), Error> {
    let mut place: sys::loginlint_where = zeroed();
    let status = call(text.as_ptr().cast(), length(text.len()), &mut place);
    if status == -(sys::LOGINLINT_ERROR_SYNTAX as i32) {
        return Err(Error::Syntax {
            span: (place.offset as usize, (place.offset + place.length) as usize),
            found: Found::of(place.found.into()),
            expected: Expected::of(place.expected.into()),
        });
    }
    outcome(status).map(|_| ())
}

/// Runs a call that writes text: once to measure, once to write.
#[cfg(feature = "alloc")]
fn owned(mut call: impl FnMut(&mut [u8]) -> Result<usize, Error>) -> Result<String, Error> {
    let mut out = alloc::vec![0; call(&mut [])?];
    call(&mut out)?;
    Ok(String::from_utf8(out).unwrap_or_default())
}

/// A sentence, rendered once; empty after an error.
#[cfg(feature = "alloc")]
fn sentence(write: impl FnOnce(&mut [u8]) -> Result<usize, Error>) -> String {
    let mut out = [0; sys::LOGINLINT_SENTENCE_MAX as usize];
    let n = write(&mut out).unwrap_or(0).min(out.len());
    String::from(core::str::from_utf8(&out[..n]).unwrap_or_default())
}

/// A string of the library's own, which lives for ever.
fn fixed(text: *const c_char) -> Option<&'static str> {
    if text.is_null() {
        return None;
    }
    // SAFETY: the library's strings are static, end with NUL and are UTF-8.
    unsafe { CStr::from_ptr(text) }.to_str().ok()
}

/// What a service accepts.
#[derive(Clone)]
pub struct Policy {
    raw: sys::loginlint_policy,
}

impl Policy {
    /// The built-in policy of a field.
    pub fn new(field: Field) -> Result<Self, Error> {
        verify()?;
        let mut raw = zeroed();
        // SAFETY: the record is a whole one.
        outcome(unsafe { sys::loginlint_policy_init(&mut raw, field.number()) })?;
        Ok(Self { raw })
    }

    /// The policy of a rule string, read strictly: the first error is returned with its place.
    pub fn parse(field: Field, rules: &str) -> Result<Self, Error> {
        let mut policy = Self::new(field)?;
        // SAFETY: the string is that long.
        parse(rules, |s, n, place| unsafe { sys::loginlint_policy_parse(&mut policy.raw, s, n, place) })?;
        Ok(policy)
    }

    /// What browsers make of an HTML `passwordrules` attribute; what cannot be read is passed over.
    pub fn parse_lenient(field: Field, attribute: &str) -> Result<Self, Error> {
        let mut policy = Self::new(field)?;
        let (s, n) = (attribute.as_ptr().cast(), length(attribute.len()));
        // SAFETY: the string is that long.
        outcome(unsafe { sys::loginlint_policy_parse_lenient(&mut policy.raw, s, n) })?;
        Ok(policy)
    }

    /// The field that this is the policy of.
    pub fn field(&self) -> Field {
        Field::of(self.raw.field.into())
    }

    /// Writes the canonical rule string, cut to the buffer; the bytes that the whole needs.
    pub fn write_rules(&self, out: &mut [u8]) -> Result<usize, Error> {
        // SAFETY: the buffer is that long.
        let n = unsafe { sys::loginlint_policy_print(&self.raw, out.as_mut_ptr().cast(), length(out.len())) };
        outcome(n).map(|n| n as usize)
    }

    /// The canonical rule string, which parses to the same policy.
    #[cfg(feature = "alloc")]
    pub fn rules(&self) -> String {
        owned(|out| self.write_rules(out)).unwrap_or_default()
    }

    /// Checks a value in UTF-8 (bytes that are none are a diagnostic) into a report of the caller.
    pub fn check_into(&self, context: &Context, input: impl AsRef<[u8]>, report: &mut Report) -> Result<(), Error> {
        let input = input.as_ref();
        let (s, n) = (input.as_ptr(), length(input.len()));
        report.clear();
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_check(&self.raw, &context.raw, s, n, &mut report.raw) }).map(|_| ())
    }

    /// Checks a value in UTF-16, where a lone surrogate is a diagnostic.
    pub fn check_utf16_into(&self, context: &Context, input: &[u16], report: &mut Report) -> Result<(), Error> {
        let (s, n) = (input.as_ptr(), length(input.len()));
        report.clear();
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_check_utf16(&self.raw, &context.raw, s, n, &mut report.raw) }).map(|_| ())
    }

    /// Checks a value in UTF-8.
    #[cfg(feature = "alloc")]
    pub fn check(&self, context: &Context, input: impl AsRef<[u8]>) -> Result<Box<Report>, Error> {
        let mut report = Report::boxed();
        self.check_into(context, input, &mut report)?;
        Ok(report)
    }

    /// Checks a value in UTF-16.
    #[cfg(feature = "alloc")]
    pub fn check_utf16(&self, context: &Context, input: &[u16]) -> Result<Box<Report>, Error> {
        let mut report = Report::boxed();
        self.check_utf16_into(context, input, &mut report)?;
        Ok(report)
    }

    /// Finds whole-value alternatives, each satisfying the policy, best first.
    pub fn candidates_into(
        &self,
        context: &Context,
        input: impl AsRef<[u8]>,
        found: &mut Candidates,
    ) -> Result<(), Error> {
        let input = input.as_ref();
        let (s, n) = (input.as_ptr(), length(input.len()));
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_candidates_find(&self.raw, &context.raw, s, n, &mut found.raw) }).map(|_| ())
    }

    /// The same for a value in UTF-16.
    pub fn candidates_utf16_into(&self, context: &Context, input: &[u16], found: &mut Candidates) -> Result<(), Error> {
        let (s, n) = (input.as_ptr(), length(input.len()));
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_candidates_find_utf16(&self.raw, &context.raw, s, n, &mut found.raw) })
            .map(|_| ())
    }

    /// What the person or the device did: the causes of a report of this policy, context and input, with the candidates once they are
    /// there. No character of a secret is in it, and the input may be gone when it is read. An error if the report is of another input.
    pub fn explain(
        &self,
        context: &Context,
        input: impl AsRef<[u8]>,
        report: &Report,
        candidates: Option<&Candidates>,
    ) -> Result<Explanation, Error> {
        let (input, mut raw) = (input.as_ref(), zeroed());
        let (s, n, others) = (input.as_ptr(), length(input.len()), candidates.map_or(ptr::null(), |c| &c.raw));
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_explain(&self.raw, &context.raw, s, n, &report.raw, others, &mut raw) })?;
        Ok(Explanation { raw })
    }

    /// The same for a value in UTF-16.
    pub fn explain_utf16(
        &self,
        context: &Context,
        input: &[u16],
        report: &Report,
        candidates: Option<&Candidates>,
    ) -> Result<Explanation, Error> {
        let (s, n, others) = (input.as_ptr(), length(input.len()), candidates.map_or(ptr::null(), |c| &c.raw));
        let mut raw = zeroed();
        // SAFETY: the input is that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_explain_utf16(&self.raw, &context.raw, s, n, &report.raw, others, &mut raw) })?;
        Ok(Explanation { raw })
    }

    /// Finds whole-value alternatives by every basis.
    #[cfg(feature = "alloc")]
    pub fn candidates(&self, context: &Context, input: impl AsRef<[u8]>) -> Result<Box<Candidates>, Error> {
        let mut found = Candidates::boxed();
        self.candidates_into(context, input, &mut found)?;
        Ok(found)
    }
}

/// Two policies are the same if their canonical rule strings are.
impl PartialEq for Policy {
    fn eq(&self, other: &Self) -> bool {
        (self.raw.field, &self.raw.opaque) == (other.raw.field, &other.raw.opaque)
    }
}

impl Eq for Policy {}

impl Hash for Policy {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.raw.field, &self.raw.opaque).hash(state);
    }
}

impl fmt::Debug for Policy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Policy").field("field", &self.field()).finish_non_exhaustive()
    }
}

/// What the platform knows; the default is nothing.
#[derive(Clone)]
pub struct Context {
    raw: sys::loginlint_context,
}

impl Context {
    /// Nothing known.
    pub fn new() -> Self {
        let mut raw = zeroed();
        // SAFETY: the record is a whole one; with one the call cannot fail.
        unsafe { sys::loginlint_context_init(&mut raw) };
        Self { raw }
    }

    /// Reads `"caps-lock: on; entry: typed; ..."`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let mut context = Self::new();
        // SAFETY: the string is that long.
        parse(text, |s, n, place| unsafe { sys::loginlint_context_parse(&mut context.raw, s, n, place) })?;
        Ok(context)
    }

    /// Chains the evidence that the report of another field of the same form holds.
    pub fn with_caps_evidence(mut self, evidence: i32) -> Self {
        self.raw.caps_evidence = evidence;
        self
    }
}

impl Default for Context {
    fn default() -> Self {
        Self::new()
    }
}

impl fmt::Debug for Context {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let raw = &self.raw;
        f.debug_struct("Context").field("stage", &raw.stage).field("failures", &raw.failures).finish_non_exhaustive()
    }
}

/// The version of the library.
pub fn version() -> &'static str {
    // SAFETY: no argument.
    fixed(unsafe { sys::loginlint_version() }).unwrap_or("")
}

/// What can be described in one sentence.
pub trait Described: Copy {
    #[doc(hidden)]
    fn listed(self) -> (List, u32);
}

macro_rules! described {
    ($($kind:ident $list:ident),*) => {
        $(impl Described for $kind {
            fn listed(self) -> (List, u32) {
                (List::$list, self.number())
            }
        })*
    };
}
described!(Code Code, CauseCode Cause, AdviceCode Advice);

/// What a code of a diagnostic, cause or advice means, in one sentence.
pub fn describe(code: impl Described, language: Language) -> Option<&'static str> {
    let (list, number) = code.listed();
    // SAFETY: no arguments but numbers.
    fixed(unsafe { sys::loginlint_describe(list.number(), number, language.number()) })
}

impl Language {
    /// The library's language for a locale or language tag (`ja_JP.UTF-8`, `zh-CN`, `ko`): English where it has no other, for traditional
    /// Chinese too.
    pub fn for_locale(locale: &str) -> Self {
        let parts = || locale.split(['-', '_', '.', '@']);
        let first = parts().next().unwrap_or("");
        let says = |words: &[&str]| parts().any(|part| words.iter().any(|word| part.eq_ignore_ascii_case(word)));
        if first.eq_ignore_ascii_case("zh") && !says(&["hans"]) && says(&["hant", "tw", "hk", "mo"]) {
            return Self::En;
        }
        let known = |language: &&Self| language.name().split('-').next().is_some_and(|l| l.eq_ignore_ascii_case(first));
        Self::ALL.iter().find(known).copied().unwrap_or(Self::En)
    }
}

/// The name of a value of a list, as the library has it.
pub fn name(list: List, value: u32) -> Option<&'static str> {
    // SAFETY: no arguments but numbers.
    fixed(unsafe { sys::loginlint_name(list.number(), value) })
}

/// The value of a name of a list.
pub fn value(list: List, name: &str) -> Option<u32> {
    // SAFETY: the string is that long.
    outcome(unsafe { sys::loginlint_value(list.number(), name.as_ptr().cast(), length(name.len())) }).ok()
}

/// A ready policy.
#[derive(Clone, Copy, Debug)]
pub struct Preset {
    /// `"pin-4"`
    pub name: &'static str,
    /// For [`Policy::parse`].
    pub rules: &'static str,
    /// For [`Policy::parse`].
    pub field: Field,
    index: u32,
}

impl Preset {
    /// What it is for.
    pub fn about(&self, language: Language) -> &'static str {
        // SAFETY: no arguments but numbers.
        fixed(unsafe { sys::loginlint_preset_about(self.index, language.number()) }).unwrap_or("")
    }
}

/// The presets of the library.
pub fn presets() -> impl Iterator<Item = Preset> {
    (0..).map_while(|index| {
        // SAFETY: no arguments but numbers.
        let (name, rules, field) = unsafe {
            (sys::loginlint_preset_name(index), sys::loginlint_preset_rules(index), sys::loginlint_preset_field(index))
        };
        Some(Preset { name: fixed(name)?, rules: fixed(rules)?, field: Field::of(outcome(field).ok()?), index })
    })
}

/// How a pair of login ID and secret compares with one that was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeat {
    /// Another pair.
    Different,
    /// The same pair.
    Same,
    /// The same but for case or width.
    Near,
}

/// Recognises a repeated attempt; under a random key per screen, in memory only, never to be stored or sent.
#[derive(Clone)]
pub struct Tag([u8; 16]);

impl Tag {
    /// The tag of a login ID and a secret.
    pub fn new(key: &[u8; 16], id: impl AsRef<[u8]>, secret: impl AsRef<[u8]>) -> Result<Self, Error> {
        let (id, secret, mut out) = (id.as_ref(), secret.as_ref(), [0; 16]);
        let (n, m) = (length(id.len()), length(secret.len()));
        // SAFETY: the values are that long, key and tag have 16 bytes.
        outcome(unsafe { sys::loginlint_tag(key.as_ptr(), id.as_ptr(), n, secret.as_ptr(), m, out.as_mut_ptr()) })?;
        Ok(Self(out))
    }

    /// How the tag of the attempt now compares with this one, which was kept.
    pub fn compare(&self, now: &Self) -> Repeat {
        // SAFETY: both have 16 bytes.
        match unsafe { sys::loginlint_tag_compare(self.0.as_ptr(), now.0.as_ptr()) } {
            1 => Repeat::Same,
            2 => Repeat::Near,
            _ => Repeat::Different,
        }
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Tag(..)")
    }
}

impl Drop for Tag {
    fn drop(&mut self) {
        wipe(&mut self.0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_library_is_refused_with_a_clear_error() {
        assert_eq!(verify(), Ok(()));
        assert_eq!(verify_against(2, &[]), Err(Error::Abi { library: 1, binding: 2 }));
        let record = sys::LOGINLINT_RECORD_REPORT;
        let wrong = verify_against(1, &[(record, 8)]);
        assert_eq!(wrong, Err(Error::RecordSize { record: Record::Report, library: 30424, binding: 8 }));
    }

    #[test]
    fn names_are_the_librarys() {
        macro_rules! same {
            ($($kind:ident),*) => {
                $(for value in names::$kind::ALL {
                    assert_eq!(Some(value.name()), name(List::$kind, value.number()));
                    assert_eq!(names::$kind::of(value.number()), *value);
                })*
                assert_eq!(List::ALL.len(), [$(List::$kind),*].len());
            };
        }
        same!(
            Code, Field, Verdict, Severity, Level, Operation, Table, Basis, Brand, Language, Platform, Skipped,
            Preflight, Found, Expected, Advice, Cause, Remedy, Kind, Class, Reason, Profile, Error, Record, List, Same
        );
    }

    #[cfg(feature = "alloc")]
    #[test]
    fn what_a_check_wrote_is_wiped() {
        let mut report = Report::boxed();
        let policy = Policy::new(Field::LoginId).unwrap();
        policy.check_into(&Context::new(), " ｔａｒｏ@gmail.com", &mut report).unwrap();
        assert_eq!(&report.raw.text[..4], b"taro");
        report.clear();
        let record = ptr::from_ref(&report.raw).cast::<u8>();
        // SAFETY: the record is that long and holds integers only.
        let bytes = unsafe { core::slice::from_raw_parts(record, size_of_val(&report.raw)) };
        assert!(bytes.iter().all(|&b| b == 0));
    }
}
