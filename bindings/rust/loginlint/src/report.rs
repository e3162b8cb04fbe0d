// SPDX-License-Identifier: MIT
//! What a check and a search for candidates answer. In: the records. Out: views of them, with spans in bytes.

use super::*;

/// The answer to a check. It holds the corrected value, and is wiped when it is dropped or used again. Moving one copies it, and
/// what it was moved from is not wiped: let it stay in its `Box`, or where [`Policy::check_into`] finds it.
pub struct Report {
    pub(crate) raw: sys::loginlint_report,
}

/// What the library writes beside its scratch, which it leaves zero.
const WRITTEN: u32 = offset_of!(sys::loginlint_report, work) as u32;

impl Report {
    /// An empty report, 30 KB; its verdict is `fail`.
    pub fn new() -> Self {
        Self { raw: zeroed() }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn boxed() -> Box<Self> {
        let layout = core::alloc::Layout::new::<Self>();
        // SAFETY: the layout is not empty, and all zero is a report.
        unsafe {
            let memory = alloc::alloc::alloc_zeroed(layout);
            if memory.is_null() {
                alloc::alloc::handle_alloc_error(layout);
            }
            Box::from_raw(memory.cast())
        }
    }

    /// Wipes it for another check.
    pub fn clear(&mut self) {
        // SAFETY: the record is longer than that.
        unsafe { sys::loginlint_wipe(ptr::from_mut(&mut self.raw).cast(), WRITTEN) }
    }

    /// What the form does with the value.
    pub fn verdict(&self) -> Verdict {
        Verdict::of(self.raw.verdict.into())
    }

    /// `pass` or `fixed`: [`Report::text`] may be submitted without asking.
    pub fn acceptable(&self) -> bool {
        matches!(self.verdict(), Verdict::Pass | Verdict::Fixed)
    }

    /// The value as typed satisfies the policy.
    pub fn valid(&self) -> bool {
        self.raw.valid != 0
    }

    /// The value must not be shown; also that of an ID that looks like a card number.
    pub fn secret(&self) -> bool {
        self.raw.secret != 0
    }

    /// The value is UTF-8 (or UTF-16); otherwise there is no corrected one.
    pub fn well_formed(&self) -> bool {
        self.raw.wellformed != 0
    }

    /// An input method holds uncommitted text: show nothing.
    pub fn quiet(&self) -> bool {
        self.raw.quiet != 0
    }

    /// The brand of a card.
    pub fn brand(&self) -> Option<Brand> {
        (self.raw.brand != 0).then_some(Brand::of(self.raw.brand.into()))
    }

    /// The corrected value, if it differs from the input.
    pub fn corrected(&self) -> Option<&str> {
        let text = self.raw.text.get(..self.raw.text_length as usize)?;
        (self.raw.changed != 0).then(|| core::str::from_utf8(text).ok())?
    }

    /// What the form submits under `pass` and `fixed`: the corrected value, or the input; `None` if it is not well-formed.
    pub fn text<'a>(&'a self, input: &'a str) -> Option<&'a str> {
        self.corrected().or(self.well_formed().then_some(input))
    }

    /// A card number in the groups of its brand; empty otherwise.
    pub fn display(&self) -> &str {
        let text = self.raw.display.get(..self.raw.display_length as usize);
        text.and_then(|t| core::str::from_utf8(t).ok()).unwrap_or("")
    }

    /// Under `charset: unicode`, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed.
    pub fn skipped(&self) -> impl Iterator<Item = Skipped> + '_ {
        Skipped::ALL.iter().copied().filter(|s| self.raw.skipped >> s.number() & 1 != 0)
    }

    /// For the context of the next field, see [`Context::with_caps_evidence`].
    pub fn caps_evidence(&self) -> i32 {
        self.raw.caps_evidence
    }

    /// The findings, in the order of the value.
    pub fn diagnostics(&self) -> impl ExactSizeIterator<Item = Diagnostic<'_>> + '_ {
        let count = (self.raw.count as usize).min(self.raw.diagnostics.len());
        let rows = self.raw.diagnostics[..count].iter().enumerate();
        rows.map(|(index, raw)| Diagnostic { raw, report: self, index: index as u32 })
    }

    /// The gravest of them, the first of those alike.
    pub fn worst(&self) -> Option<Diagnostic<'_>> {
        self.diagnostics().reduce(|worst, d| if d.severity() > worst.severity() { d } else { worst })
    }

    /// How many findings there were, more than [`Report::diagnostics`] has when there was no room.
    pub fn total(&self) -> usize {
        self.raw.total as usize
    }

    /// Writes the report as one JSON object, cut to the buffer; the bytes that the whole needs. `reveal` shows values of
    /// secrets.
    pub fn write_json(
        &self,
        candidates: Option<&Candidates>,
        explanation: Option<&Explanation>,
        input: impl AsRef<[u8]>,
        reveal: bool,
        language: Language,
        out: &mut [u8],
    ) -> Result<usize, Error> {
        let input = input.as_ref();
        let (s, n, others) = (input.as_ptr(), length(input.len()), candidates.map_or(ptr::null(), |c| &c.raw));
        let flags = if reveal { sys::LOGINLINT_JSON_REVEAL } else { 0 };
        let (to, room) = (out.as_mut_ptr(), length(out.len()));
        let (why, language) = (explanation.map_or(ptr::null(), |e| &e.raw), language.number());
        // SAFETY: input and buffer are that long, the records are whole ones.
        outcome(unsafe { sys::loginlint_json(&self.raw, others, why, s, n, flags, language, to, room) })
            .map(|n| n as usize)
    }

    /// The report as one JSON object; values of secrets are left out.
    #[cfg(feature = "alloc")]
    pub fn json(
        &self,
        candidates: Option<&Candidates>,
        explanation: Option<&Explanation>,
        input: impl AsRef<[u8]>,
        language: Language,
    ) -> Result<String, Error> {
        owned(|out| self.write_json(candidates, explanation, input.as_ref(), false, language, out))
    }
}

impl Default for Report {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Report {
    fn drop(&mut self) {
        self.clear();
    }
}

impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Report({}", self.verdict())?;
        self.diagnostics().try_for_each(|d| write!(f, ", {}", d.code()))?;
        f.write_str(")")
    }
}

/// One finding.
#[derive(Clone, Copy)]
pub struct Diagnostic<'a> {
    raw: &'a sys::loginlint_diagnostic,
    report: &'a Report,
    index: u32,
}

pub(crate) fn range(span: [u32; 2]) -> Range<usize> {
    span[0] as usize..span[1] as usize
}

impl<'a> Diagnostic<'a> {
    /// What was found.
    pub fn code(&self) -> Code {
        Code::of(self.raw.code.into())
    }

    /// How bad it is.
    pub fn severity(&self) -> Severity {
        Severity::of(self.raw.severity.into())
    }

    /// 0-100: for `caps-lock` a probability, elsewhere a rank.
    pub fn confidence(&self) -> u8 {
        self.raw.confidence
    }

    /// Whether the fix needs consent; `NONE`: there is no fix.
    pub fn level(&self) -> Level {
        Level::of(self.raw.level.into())
    }

    /// The replacement must not be shown.
    pub fn secret(&self) -> bool {
        self.report.secret()
    }

    /// What the fix does.
    pub fn operation(&self) -> Operation {
        Operation::of(self.raw.operation.into())
    }

    /// Which table decided.
    pub fn table(&self) -> Table {
        Table::of(self.raw.table.into())
    }

    /// Whose keys the advice names.
    pub fn platform(&self) -> Platform {
        Platform::of(self.raw.platform.into())
    }

    /// Where, in bytes of UTF-8: `&input[d.span()]`.
    pub fn span(&self) -> Range<usize> {
        range(self.raw.byte)
    }

    /// Where, in units of UTF-16.
    pub fn utf16_span(&self) -> Range<usize> {
        range(self.raw.utf16)
    }

    /// Where, in code points.
    pub fn char_span(&self) -> Range<usize> {
        range(self.raw.character)
    }

    /// The first and the last character as a person counts them, from 1.
    pub fn position(&self) -> (u16, u16) {
        (self.raw.position, self.raw.position_end)
    }

    /// By code: a limit, a class, ...; else the first code point, 0 in a secret.
    pub fn argument(&self) -> u32 {
        self.raw.argument
    }

    /// The replacement for [`Diagnostic::span`]: empty for a deletion, `None` without a fix. A password's is not kept in the
    /// report, see [`Diagnostic::write_fix`].
    pub fn fix(&self) -> Option<&'a str> {
        let (from, n) = (self.raw.fix_at as usize, self.raw.fix_length as usize);
        let hidden = n == 0 && !matches!(self.operation(), Operation::None | Operation::Delete);
        if self.operation() == Operation::None || hidden {
            return None;
        }
        core::str::from_utf8(self.report.raw.pool.get(from..from + n)?).ok()
    }

    /// Writes the replacement, a password's as well, cut to the buffer; the bytes that the whole needs.
    pub fn write_fix(&self, input: impl AsRef<[u8]>, out: &mut [u8]) -> Result<usize, Error> {
        let input = input.as_ref();
        let (s, n, to, room) = (input.as_ptr(), length(input.len()), out.as_mut_ptr(), length(out.len()));
        // SAFETY: input and buffer are that long.
        outcome(unsafe { sys::loginlint_fix(&self.report.raw, self.index, s, n, to, room) }).map(|n| n as usize)
    }

    /// Writes the sentence for a person, cut to the buffer; the bytes that the whole needs.
    pub fn write_message(&self, language: Language, out: &mut [u8]) -> Result<usize, Error> {
        let (to, room) = (out.as_mut_ptr(), length(out.len()));
        // SAFETY: the buffer is that long.
        outcome(unsafe { sys::loginlint_message(&self.report.raw, self.index, language.number(), to, room) })
            .map(|n| n as usize)
    }

    /// The sentence for a person, empty in a language of no list. It never quotes a character of a secret.
    #[cfg(feature = "alloc")]
    pub fn message(&self, language: Language) -> String {
        sentence(|out| self.write_message(language, out))
    }
}

impl fmt::Debug for Diagnostic<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {:?}", self.code(), self.span())
    }
}

/// Whole-value alternatives. Wiped when it is dropped.
pub struct Candidates {
    pub(crate) raw: sys::loginlint_candidates,
}

impl Candidates {
    /// None yet, 50 KB; every basis is tried.
    pub fn new() -> Self {
        Self { raw: zeroed() }
    }

    #[cfg(feature = "alloc")]
    pub(crate) fn boxed() -> Box<Self> {
        let layout = core::alloc::Layout::new::<Self>();
        // SAFETY: the layout is not empty, and all zero is a list without candidates.
        unsafe {
            let memory = alloc::alloc::alloc_zeroed(layout);
            if memory.is_null() {
                alloc::alloc::handle_alloc_error(layout);
            }
            Box::from_raw(memory.cast())
        }
    }

    /// Tries only these bases; none means all. An error if one of them is of no list.
    pub fn allow(&mut self, bases: &[Basis]) -> Result<(), Error> {
        if !bases.iter().all(|b| Basis::ALL.contains(b)) {
            return Err(Error::Refused(ErrorCode::UnknownValue));
        }
        self.raw.allowed = bases.iter().fold(0, |set, b| set | 1 << b.number());
        Ok(())
    }

    /// The texts must not be shown.
    pub fn secret(&self) -> bool {
        self.raw.secret != 0
    }

    /// The candidates, best first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = Candidate<'_>> + '_ {
        let count = (self.raw.count as usize).min(self.raw.candidate.len());
        self.raw.candidate[..count].iter().map(|raw| Candidate { raw, secret: self.secret() })
    }
}

impl Default for Candidates {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Candidates {
    fn drop(&mut self) {
        // SAFETY: the record is longer than that; its scratch is left zero by the library.
        let written = offset_of!(sys::loginlint_candidates, work) as u32;
        unsafe { sys::loginlint_wipe(ptr::from_mut(&mut self.raw).cast(), written) }
    }
}

impl fmt::Debug for Candidates {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter().map(|c| c.basis())).finish()
    }
}

/// One alternative. Of a secret show the basis, never the text.
#[derive(Clone, Copy)]
pub struct Candidate<'a> {
    raw: &'a sys::loginlint_candidate,
    secret: bool,
}

impl<'a> Candidate<'a> {
    /// The leading cause.
    pub fn basis(&self) -> Basis {
        Basis::of(self.raw.basis.into())
    }

    /// Every cause undone.
    pub fn bases(&self) -> impl Iterator<Item = Basis> + 'a {
        let set = self.raw.bases;
        Basis::ALL.iter().copied().filter(move |b| set >> b.number() & 1 != 0)
    }

    /// 0-100, a rank.
    pub fn confidence(&self) -> u8 {
        self.raw.confidence
    }

    /// The only candidate that its basis allows.
    pub fn unique(&self) -> bool {
        self.raw.unique != 0
    }

    /// The layout hides which letters were capitals.
    pub fn case_lost(&self) -> bool {
        self.raw.case_lost != 0
    }

    /// The text must not be shown.
    pub fn secret(&self) -> bool {
        self.secret
    }

    /// The value.
    pub fn text(&self) -> &'a str {
        let text = self.raw.text.get(..self.raw.length as usize);
        text.and_then(|t| core::str::from_utf8(t).ok()).unwrap_or("")
    }
}

impl fmt::Debug for Candidate<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.basis(), self.confidence())
    }
}
