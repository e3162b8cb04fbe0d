// SPDX-License-Identifier: MIT
//! Answers for `serde`, as the library's own JSON has them, without sentences. In: views. Out: names, numbers and spans; a text only where it is
//! no secret.

use super::*;
use serde::de::{Unexpected, Visitor};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// Reads a value of a list by its stable name.
pub(crate) struct Named<T>(pub(crate) core::marker::PhantomData<T>);

impl<T: core::str::FromStr> Visitor<'_> for Named<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name of the list")
    }

    fn visit_str<E: serde::de::Error>(self, name: &str) -> Result<T, E> {
        name.parse().map_err(|_| E::invalid_value(Unexpected::Other("another name"), &self))
    }
}

/// An iterator as a sequence.
struct Rows<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Rows<F> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}

/// A span as the library's JSON has it.
struct Span([Range<usize>; 3]);

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut span = serializer.serialize_struct("Span", 3)?;
        for (unit, range) in ["byte", "utf16", "char"].into_iter().zip(&self.0) {
            span.serialize_field(unit, &[range.start, range.end])?;
        }
        span.end()
    }
}

impl Serialize for Report {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Report", 8)?;
        out.serialize_field("verdict", &self.verdict())?;
        out.serialize_field("valid", &self.valid())?;
        out.serialize_field("secret", &self.secret())?;
        if self.secret() {
            out.skip_field("corrected")?;
        } else {
            out.serialize_field("corrected", &self.corrected())?;
        }
        out.serialize_field("brand", &self.brand())?;
        out.serialize_field("diagnostics", &Rows(|| self.diagnostics()))?;
        out.serialize_field("caps_evidence", &self.caps_evidence())?;
        out.serialize_field("skipped", &Rows(|| self.skipped()))?;
        out.end()
    }
}

impl Serialize for Diagnostic<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Diagnostic", 7)?;
        out.serialize_field("code", &self.code())?;
        out.serialize_field("severity", &self.severity())?;
        out.serialize_field("confidence", &self.confidence())?;
        out.serialize_field("span", &Span([self.span(), self.utf16_span(), self.char_span()]))?;
        out.serialize_field("level", &self.level())?;
        out.serialize_field("operation", &self.operation())?;
        if self.secret() {
            out.skip_field("fix")?;
        } else {
            out.serialize_field("fix", &self.fix())?;
        }
        out.end()
    }
}

impl Serialize for Explanation {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.causes())
    }
}

impl Serialize for Cause<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Cause", 9)?;
        out.serialize_field("code", &self.code())?;
        out.serialize_field("severity", &self.severity())?;
        out.serialize_field("confidence", &self.confidence())?;
        out.serialize_field("remedy", &self.remedy())?;
        out.serialize_field("span", &Span([self.span(), self.utf16_span(), self.char_span()]))?;
        out.serialize_field("diagnostics", &Rows(|| self.diagnostics()))?;
        out.serialize_field("candidate", &self.candidate())?;
        out.serialize_field("basis", &self.basis())?;
        out.serialize_field("place", &self.place())?;
        out.end()
    }
}

impl Serialize for Candidates {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

impl Serialize for Candidate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut out = serializer.serialize_struct("Candidate", 3)?;
        if self.secret() {
            out.skip_field("text")?;
        } else {
            out.serialize_field("text", self.text())?;
        }
        out.serialize_field("basis", &self.basis())?;
        out.serialize_field("confidence", &self.confidence())?;
        out.end()
    }
}
