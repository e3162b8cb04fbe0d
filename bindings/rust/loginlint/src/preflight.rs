// SPDX-License-Identifier: MIT
//! Is it worth spending an attempt now? In: what is known of the service and the device. Out: the most urgent advice first.

use super::*;

/// A service's lock-out rule and maintenance windows.
#[derive(Clone)]
pub struct Service {
    raw: sys::loginlint_service,
}

impl Service {
    /// Reads `"lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00"`.
    pub fn parse(text: &str) -> Result<Self, Error> {
        verify()?;
        let mut raw = zeroed();
        // SAFETY: the string is that long.
        parse(text, |s, n, place| unsafe { sys::loginlint_service_parse(&mut raw, s, n, place) })?;
        Ok(Self { raw })
    }
}

/// What the app knows.
#[derive(Clone)]
pub struct Facts {
    raw: sys::loginlint_facts,
}

impl Facts {
    /// Reads `"failures: 2; offline: no; app-outdated: yes"`; the time is unknown.
    pub fn parse(text: &str) -> Result<Self, Error> {
        verify()?;
        let mut raw = zeroed();
        // SAFETY: the string is that long.
        parse(text, |s, n, place| unsafe { sys::loginlint_facts_parse(&mut raw, s, n, place) })?;
        Ok(Self { raw })
    }

    /// Says what time it is, `"2026-11-23T06:30:00+09:00"`.
    pub fn at(mut self, now: &str) -> Result<Self, Error> {
        // SAFETY: the string is that long.
        parse(now, |s, n, place| unsafe { sys::loginlint_facts_now(&mut self.raw, s, n, place) })?;
        Ok(self)
    }
}

/// Is it worth spending an attempt now? An unknown fact never produces any advice.
pub fn preflight(service: Option<&Service>, facts: &Facts) -> Result<Advice, Error> {
    let mut raw = zeroed();
    let service = service.map_or(ptr::null(), |s| &s.raw);
    // SAFETY: the records are whole ones.
    outcome(unsafe { sys::loginlint_preflight(service, &facts.raw, &mut raw) })?;
    Ok(Advice { raw })
}

/// The answer.
#[derive(Clone)]
pub struct Advice {
    raw: sys::loginlint_advice,
}

impl Advice {
    /// Whether to spend an attempt.
    pub fn verdict(&self) -> Preflight {
        Preflight::of(self.raw.verdict)
    }

    /// Minutes east of UTC in which to show times.
    pub fn utc_offset(&self) -> i32 {
        self.raw.utc_offset
    }

    /// The advice, most urgent first.
    pub fn items(&self) -> impl ExactSizeIterator<Item = AdviceItem<'_>> + '_ {
        let count = (self.raw.count as usize).min(self.raw.item.len());
        (0..count).map(|index| AdviceItem { advice: self, index: index as u32 })
    }

    /// Writes the advice as JSON, cut to the buffer; the bytes that the whole needs.
    pub fn write_json(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (to, room) = (out.as_mut_ptr(), length(out.len()));
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_advice_json(&self.raw, language.number(), to, room) }).map(|n| n as usize)
    }

    /// The advice as JSON, empty in a language of no list.
    #[cfg(feature = "alloc")]
    pub fn json(&self, language: Language) -> String {
        owned(|out| self.write_json(language, out)).unwrap_or_default()
    }
}

/// One piece of advice.
#[derive(Clone, Copy)]
pub struct AdviceItem<'a> {
    advice: &'a Advice,
    index: u32,
}

impl AdviceItem<'_> {
    fn raw(&self) -> &sys::loginlint_advice_item {
        &self.advice.raw.item[self.index as usize]
    }

    /// What was found.
    pub fn code(&self) -> AdviceCode {
        AdviceCode::of(self.raw().code.into())
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        Severity::of(self.raw().severity.into())
    }

    /// What this alone would ask for.
    pub fn verdict(&self) -> Preflight {
        Preflight::of(self.raw().verdict.into())
    }

    /// By code, as `loginlint.h` says.
    pub fn argument(&self) -> u32 {
        self.raw().argument
    }

    /// The end of the maintenance, in seconds since 1970.
    pub fn until(&self) -> Option<u64> {
        let [low, high] = self.raw().until.map(u64::from);
        Some(high << 32 | low).filter(|&t| t != 0)
    }

    /// Writes the sentence, cut to the buffer; the bytes that the whole needs.
    pub fn write_message(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (raw, to, room) = (&self.advice.raw, out.as_mut_ptr(), length(out.len()));
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_advice_message(raw, self.index, language.number(), to, room) })
            .map(|n| n as usize)
    }

    /// Writes what to do next, cut to the buffer; the bytes that the whole needs.
    pub fn write_next(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (raw, to, room) = (&self.advice.raw, out.as_mut_ptr(), length(out.len()));
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_advice_next(raw, self.index, language.number(), to, room) }).map(|n| n as usize)
    }

    /// The sentence, empty in a language of no list.
    #[cfg(feature = "alloc")]
    pub fn message(&self, language: Language) -> String {
        sentence(|out| self.write_message(language, out))
    }

    /// What to do next, empty in a language of no list.
    #[cfg(feature = "alloc")]
    pub fn next(&self, language: Language) -> String {
        sentence(|out| self.write_next(language, out))
    }
}
