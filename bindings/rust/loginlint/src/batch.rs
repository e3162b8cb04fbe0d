// SPDX-License-Identifier: MIT
//! Keys of login IDs, and many values in one call.

use crate::{length, outcome, sys, Candidates, CauseCode, Context, Error, ErrorCode, Policy, Report, Same, Verdict};
use core::ptr;

#[cfg(feature = "alloc")]
use alloc::{string::String, vec, vec::Vec};

fn sum(same: &[Same]) -> u32 {
    same.iter().fold(0, |sum, one| sum | one.number())
}

/// Writes the key under which two login IDs are the same to a person, cut to the buffer: what a table of users is searched by before a
/// new ID is taken, or indexed by. `same`: in what they may differ ([`Same::ALL`]). The bytes that the whole needs. The key of a secret is
/// as secret.
pub fn write_key(same: &[Same], input: impl AsRef<[u8]>, out: &mut [u8]) -> Result<usize, Error> {
    let (input, room) = (input.as_ref(), length(out.len()));
    // SAFETY: input and buffer are that long.
    let n = unsafe { sys::loginlint_key(sum(same), input.as_ptr(), length(input.len()), out.as_mut_ptr(), room) };
    outcome(n).map(|n| n as usize)
}

/// The same for an ID in UTF-16.
pub fn write_key_utf16(same: &[Same], input: &[u16], out: &mut [u8]) -> Result<usize, Error> {
    let room = length(out.len());
    // SAFETY: input and buffer are that long.
    let n = unsafe { sys::loginlint_key_utf16(sum(same), input.as_ptr(), length(input.len()), out.as_mut_ptr(), room) };
    outcome(n).map(|n| n as usize)
}

/// The key of [`write_key`].
#[cfg(feature = "alloc")]
pub fn key(same: &[Same], input: impl AsRef<[u8]>) -> Result<String, Error> {
    let input = input.as_ref();
    crate::owned(|out| write_key(same, input, out))
}

/// The key of [`write_key_utf16`].
#[cfg(feature = "alloc")]
pub fn key_utf16(same: &[Same], input: &[u16]) -> Result<String, Error> {
    crate::owned(|out| write_key_utf16(same, input, out))
}

/// Values that lie one behind the other, as Arrow holds them: value i is `data[offsets[i]..offsets[i + 1]]`.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    data: &'a [u8],
    offsets: &'a [u32],
}

impl<'a> Column<'a> {
    /// Offsets are one more than values, do not decrease, and end within the data; anything else is an error.
    pub fn new(data: &'a [u8], offsets: &'a [u32]) -> Result<Self, Error> {
        let inside = offsets.last().is_some_and(|&end| end as usize <= data.len());
        if !inside || length(offsets.len()) == u32::MAX || offsets.windows(2).any(|pair| pair[0] > pair[1]) {
            return Err(Error::Refused(ErrorCode::UnknownValue));
        }
        Ok(Self { data, offsets })
    }

    /// How many values there are.
    pub fn len(&self) -> usize {
        self.offsets.len() - 1
    }

    /// There is none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

/// The verdict of a number that a batch wrote.
pub fn verdict_of(number: u8) -> Verdict {
    Verdict::of(number.into())
}

/// The cause of a number that a batch wrote.
pub fn cause_of(number: u8) -> Option<CauseCode> {
    (u32::from(number) != sys::LOGINLINT_NOTHING).then(|| CauseCode::of(number.into()))
}

impl Policy {
    /// Checks values of UTF-8 in one call: a verdict each ([`verdict_of`]) and the first of its causes ([`cause_of`]), with `candidates` as
    /// they choose it. The records are the workspace. An error where a slice is shorter than the column, and then nothing is checked.
    pub fn check_batch_into(
        &self,
        context: &Context,
        column: Column<'_>,
        verdicts: &mut [u8],
        causes: Option<&mut [u8]>,
        report: &mut Report,
        candidates: Option<&mut Candidates>,
    ) -> Result<(), Error> {
        let count = column.len();
        if verdicts.len() < count || causes.as_ref().is_some_and(|causes| causes.len() < count) {
            return Err(Error::Refused(ErrorCode::UnknownValue));
        }
        let mut explanation = crate::zeroed();
        // SAFETY: the column was looked at, the slices are long enough, the records are whole ones.
        outcome(unsafe {
            sys::loginlint_check_batch(
                &self.raw,
                &context.raw,
                column.data.as_ptr(),
                column.offsets.as_ptr(),
                length(count),
                verdicts.as_mut_ptr(),
                causes.map_or(ptr::null_mut(), |causes| causes.as_mut_ptr()),
                &mut report.raw,
                candidates.map_or(ptr::null_mut(), |found| &mut found.raw),
                &mut explanation,
            )
        })
        .map(|_| ())
    }

    /// The same into vectors: verdicts and first causes, by candidates.
    #[cfg(feature = "alloc")]
    pub fn check_batch(&self, context: &Context, column: Column<'_>) -> Result<(Vec<u8>, Vec<u8>), Error> {
        let (mut verdicts, mut causes) = (vec![0; column.len()], vec![0; column.len()]);
        let (mut report, mut found) = (Report::boxed(), Candidates::boxed());
        self.check_batch_into(context, column, &mut verdicts, Some(&mut causes), &mut report, Some(&mut found))?;
        Ok((verdicts, causes))
    }
}
