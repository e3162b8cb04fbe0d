// SPDX-License-Identifier: MIT
//! What the person or the device did. In: a record without a character of a secret. Out: views of it; sentences when they are asked for.

use super::*;
use crate::report::range;

/// At most three causes, most helpful first, by [`Policy::explain`].
#[derive(Clone, Copy)]
pub struct Explanation {
    pub(crate) raw: sys::loginlint_explanation,
}

impl Explanation {
    /// The causes, most helpful first.
    pub fn causes(&self) -> impl ExactSizeIterator<Item = Cause<'_>> + '_ {
        let count = (self.raw.count as usize).min(self.raw.cause.len());
        (0..count).map(|index| Cause { explanation: self, index })
    }

    /// How many more there were; the last cause has their diagnostics.
    pub fn left(&self) -> usize {
        self.raw.left as usize
    }
}

impl fmt::Debug for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.causes()).finish()
    }
}

/// One act, whatever the number of diagnostics that it left behind.
#[derive(Clone, Copy)]
pub struct Cause<'a> {
    explanation: &'a Explanation,
    index: usize,
}

fn number(value: u8) -> Option<u32> {
    Some(value.into()).filter(|&n| n != sys::LOGINLINT_NOTHING)
}

impl<'a> Cause<'a> {
    fn raw(&self) -> &'a sys::loginlint_cause {
        &self.explanation.raw.cause[self.index]
    }

    /// What was done.
    pub fn code(&self) -> CauseCode {
        CauseCode::of(self.raw().code.into())
    }

    /// What the form does about it.
    pub fn remedy(&self) -> Remedy {
        Remedy::of(self.raw().remedy.into())
    }

    /// 0-100, as of its surest diagnostic.
    pub fn confidence(&self) -> u8 {
        self.raw().confidence
    }

    /// Of its gravest diagnostic.
    pub fn severity(&self) -> Severity {
        Severity::of(self.raw().severity.into())
    }

    /// With [`Remedy::Choose`]: which candidate.
    pub fn candidate(&self) -> Option<usize> {
        number(self.raw().candidate).map(|n| n as usize)
    }

    /// With [`Remedy::Choose`]: what undoes it.
    pub fn basis(&self) -> Option<Basis> {
        number(self.raw().basis).map(Basis::of)
    }

    /// The field that the value belongs to, where it seems to be another one.
    pub fn place(&self) -> Option<Field> {
        number(self.raw().place).map(Field::of)
    }

    /// No character of the value is in its sentences.
    pub fn secret(&self) -> bool {
        self.raw().secret != 0
    }

    /// The numbers of the diagnostics that it explains.
    pub fn diagnostics(&self) -> impl Iterator<Item = usize> + 'a {
        let [low, high] = self.raw().diagnostics.map(u64::from);
        let set = high << 32 | low;
        (0..64).filter(move |i| set >> i & 1 != 0)
    }

    /// Where to look, in bytes of UTF-8: `&input[c.span()]`.
    pub fn span(&self) -> Range<usize> {
        range(self.raw().byte)
    }

    /// Where, in units of UTF-16.
    pub fn utf16_span(&self) -> Range<usize> {
        range(self.raw().utf16)
    }

    /// Where, in code points.
    pub fn char_span(&self) -> Range<usize> {
        range(self.raw().character)
    }

    /// Writes what happened, cut to the buffer; the bytes that the whole needs, at most 512.
    pub fn write_message(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (to, room, i) = (out.as_mut_ptr(), length(out.len()), self.index as u32);
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_cause_message(&self.explanation.raw, i, language.number(), to, room) })
            .map(|n| n as usize)
    }

    /// Writes what to do, cut to the buffer; the bytes that the whole needs, at most 512.
    pub fn write_next(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (to, room, i) = (out.as_mut_ptr(), length(out.len()), self.index as u32);
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_cause_next(&self.explanation.raw, i, language.number(), to, room) })
            .map(|n| n as usize)
    }

    /// What happened, empty in a language of no list. It never quotes a character of a secret.
    #[cfg(feature = "alloc")]
    pub fn message(&self, language: Language) -> String {
        sentence(|out| self.write_message(language, out))
    }

    /// What to do; with [`Remedy::Apply`] and [`Remedy::Choose`] what a button says.
    #[cfg(feature = "alloc")]
    pub fn next(&self, language: Language) -> String {
        sentence(|out| self.write_next(language, out))
    }
}

impl fmt::Debug for Cause<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?} {}", self.code(), self.span(), self.remedy())
    }
}
