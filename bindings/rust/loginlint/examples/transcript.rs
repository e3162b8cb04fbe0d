// SPDX-License-Identifier: MIT
//! Prints the transcript of the shared cases (tests/cases/README.md), or nanoseconds per check.
//!
//! usage: transcript FILE... | transcript --keys FILE | transcript --bench

use loginlint::{cause_of, key, key_utf16, verdict_of};
use loginlint::{Candidates, Column, Context, Explanation, Field, Language, Policy, Report, Same};
use std::fmt::Write;

enum Value {
    Bytes(Vec<u8>),
    Units(Vec<u16>),
}

fn hex(text: &str) -> String {
    text.bytes().map(|b| format!("{b:02x}")).collect()
}

fn unescape(text: &str) -> Value {
    let (mut bytes, mut units, mut lone) = (Vec::new(), Vec::new(), false);
    let mut rest = text.chars();
    while let Some(c) = rest.next() {
        let kind = if c == '\\' { rest.next() } else { None };
        let width = match kind {
            Some('u') => 4,
            Some('U') => 8,
            Some('x') => 2,
            _ => 0,
        };
        let digits: String = rest.by_ref().take(width).collect();
        let number = u32::from_str_radix(&digits, 16).unwrap_or(c as u32);
        if width == 2 {
            bytes.push(number as u8);
        } else if let Some(c) = char::from_u32(number) {
            bytes.extend(c.encode_utf8(&mut [0; 4]).bytes());
            units.extend(c.encode_utf16(&mut [0; 2]).iter());
        } else {
            units.push(number as u16);
            lone = true;
        }
    }
    if lone {
        Value::Units(units)
    } else {
        Value::Bytes(bytes)
    }
}

fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '!'..='~' => out.push(c),
            '\0'..='\u{ffff}' => write!(out, "\\u{:04X}", c as u32).unwrap(),
            _ => write!(out, "\\U{:08X}", c as u32).unwrap(),
        }
    }
    out
}

fn listed(rows: Vec<String>) -> String {
    if rows.is_empty() {
        return "-".into();
    }
    rows.join(" ")
}

fn line(id: &str, report: &Report, candidates: &Candidates) -> String {
    let text = match report.corrected() {
        _ if !report.well_formed() => "-".into(),
        Some(text) => escape(text),
        None => "=".into(),
    };
    let found = report.diagnostics().map(|d| {
        let (b, u, c) = (d.span(), d.utf16_span(), d.char_span());
        let (code, severity, confidence, level, operation) =
            (d.code(), d.severity(), d.confidence(), d.level(), d.operation());
        let fix = hex(d.fix().unwrap_or(""));
        let spans = format!("{}-{}:{}-{}:{}-{}", b.start, b.end, u.start, u.end, c.start, c.end);
        format!("{code}:{severity}:{confidence}:{level}:{operation}:{spans}:{fix}")
    });
    let others = candidates.iter().map(|c| format!("{}:{}:{}", c.basis(), c.confidence(), hex(c.text())));
    let brand = report.brand().map_or("-", |b| b.name());
    let (verdict, valid, secret) = (report.verdict(), u8::from(report.valid()), u8::from(report.secret()));
    let (found, others) = (listed(found.collect()), listed(others.collect()));
    let skipped = listed(report.skipped().map(|s| s.to_string()).collect());
    format!("{id}\t{verdict}\t{valid}\t{secret}\t{brand}\t{text}\t{found}\t{others}\t{skipped}")
}

fn explained(why: &Explanation) -> String {
    let causes = why.causes().map(|c| {
        let (b, u, p) = (c.span(), c.utf16_span(), c.char_span());
        let candidate = c.candidate().map_or("-".into(), |n| n.to_string());
        let numbers: Vec<_> = c.diagnostics().map(|n| n.to_string()).collect();
        let (code, remedy, sure, numbers) = (c.code(), c.remedy(), c.confidence(), numbers.join(","));
        let spans = format!("{}-{}:{}-{}:{}-{}", b.start, b.end, u.start, u.end, p.start, p.end);
        format!("{code}:{remedy}:{candidate}:{sure}:{spans}:{numbers}")
    });
    format!("{}\t{}", listed(causes.collect()), why.left())
}

/// The least of 50 runs of 2,000 calls, in nanoseconds a call.
fn best(mut call: impl FnMut() -> Result<(), loginlint::Error>) -> Result<u128, loginlint::Error> {
    let mut best = u128::MAX;
    for _ in 0..50 {
        let start = std::time::Instant::now();
        for _ in 0..2000 {
            call()?;
        }
        best = best.min(start.elapsed().as_nanos() / 2000);
    }
    Ok(best)
}

fn bench() -> Result<(), loginlint::Error> {
    let (policy, context, mut report) = (Policy::new(Field::LoginId)?, Context::new(), Report::new());
    let check = best(|| policy.check_into(&context, std::hint::black_box("taro.yamada_2026"), &mut report))?;
    let sentences = best(|| {
        let input = std::hint::black_box("ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ");
        policy.check_into(&context, input, &mut report)?;
        for cause in policy.explain(&context, input, &report, None)?.causes() {
            std::hint::black_box((cause.message(Language::En), cause.next(Language::En)));
        }
        Ok(())
    })?;
    const COUNT: usize = 1000;
    let offsets: Vec<u32> = (0..=COUNT as u32).map(|i| 16 * i).collect();
    let (data, mut verdicts, mut causes) = ("taro.yamada_2026".repeat(COUNT), vec![0; COUNT], vec![0; COUNT]);
    let column = Column::new(data.as_bytes(), &offsets)?;
    let mut batch = u128::MAX;
    for _ in 0..2000 {
        let start = std::time::Instant::now();
        policy.check_batch_into(&context, column, &mut verdicts, Some(&mut causes), &mut report, None)?;
        batch = batch.min(start.elapsed().as_nanos() / COUNT as u128);
    }
    println!("{check} {sentences} {batch}");
    Ok(())
}

/// The key of each case in the differences that the bits of its number name, then all of them in one batch.
fn keys(file: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (mut data, mut offsets) = (Vec::new(), vec![0]);
    for (i, row) in std::fs::read_to_string(file)?.lines().enumerate() {
        let column: Vec<&str> = row.split('\t').collect();
        let Value::Bytes(bytes) = unescape(column[4]) else { return Err("a lone surrogate".into()) };
        let same: Vec<Same> = Same::ALL.iter().copied().filter(|s| i as u32 & s.number() != 0).collect();
        let units: Vec<u16> = std::str::from_utf8(&bytes)?.encode_utf16().collect();
        assert_eq!(key(&same, &bytes)?, key_utf16(&same, &units)?);
        println!("{}\t{}", column[0], hex(&key(&same, &bytes)?));
        data.extend(bytes);
        offsets.push(data.len() as u32);
    }
    let policy = Policy::new(Field::LoginId)?;
    let (verdicts, causes) = policy.check_batch(&Context::new(), Column::new(&data, &offsets)?)?;
    for (i, (verdict, cause)) in verdicts.into_iter().zip(causes).enumerate() {
        println!("{i}\t{}\t{}", verdict_of(verdict), cause_of(cause).map_or("-", |cause| cause.name()));
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if let [_, mode, file] = std::env::args().collect::<Vec<_>>().as_slice() {
        if mode == "--keys" {
            return keys(file);
        }
    }
    let (mut report, mut candidates) = (Report::new(), Candidates::new());
    for file in std::env::args().skip(1) {
        if file == "--bench" {
            return Ok(bench()?);
        }
        for row in std::fs::read_to_string(&file)?.lines().filter(|r| !r.is_empty() && !r.starts_with('#')) {
            let column: Vec<&str> = row.split('\t').collect();
            let field: Field = column[1].parse()?;
            let (policy, context) = (Policy::parse(field, column[2])?, Context::parse(column[3])?);
            let why = match unescape(column[4]) {
                Value::Bytes(bytes) => {
                    policy.check_into(&context, &bytes, &mut report)?;
                    policy.candidates_into(&context, &bytes, &mut candidates)?;
                    [
                        policy.explain(&context, &bytes, &report, Some(&candidates))?,
                        policy.explain(&context, &bytes, &report, None)?,
                    ]
                }
                Value::Units(units) => {
                    policy.check_utf16_into(&context, &units, &mut report)?;
                    policy.candidates_utf16_into(&context, &units, &mut candidates)?;
                    [
                        policy.explain_utf16(&context, &units, &report, Some(&candidates))?,
                        policy.explain_utf16(&context, &units, &report, None)?,
                    ]
                }
            };
            let [both, alone] = why.map(|why| explained(&why));
            println!("{}\t{both}\t{alone}", line(column[0], &report, &candidates));
        }
    }
    Ok(())
}
