// SPDX-License-Identifier: MIT
//! The program that bindings/scan.py looks into.

use loginlint::{Candidates, Context, Language, Policy, Report, Tag};
use std::io::BufRead;

type Failure = Box<dyn std::error::Error>;

fn call(calls: &str, policy: &Policy, text: &str, kept: &mut Vec<Vec<u8>>) -> Result<(), Failure> {
    let context = Context::parse("stage: submit")?;
    let (mut report, mut found) = (Report::new(), Candidates::new());
    for letter in calls.chars() {
        match letter {
            'c' => {
                drop(format!("{:?}", policy.check(&context, text)?));
                policy.check_into(&context, text, &mut report)?;
                report.diagnostics().for_each(|d| drop(d.message(Language::Ja)));
                drop(report.json(None, None, text, Language::En)?);
            }
            'k' => {
                drop(policy.candidates(&context, text)?);
                policy.candidates_into(&context, text, &mut found)?;
            }
            'x' => {
                policy.check_into(&context, text, &mut report)?;
                policy.candidates_into(&context, text, &mut found)?;
                for others in [None, calls.contains('k').then_some(&found)] {
                    let why = policy.explain(&context, text, &report, others)?;
                    drop(format!("{why:?}"));
                    why.causes().for_each(|c| drop((c.message(Language::Ja), c.next(Language::Ja))));
                }
            }
            't' => drop(Tag::new(&[1; 16], "taro", text)?),
            _ => kept.push(text.as_bytes().to_vec()),
        }
    }
    Ok(())
}

fn main() -> Result<(), Failure> {
    let (mut input, mut line, mut kept) = (std::io::stdin().lock(), String::new(), Vec::new());
    while input.read_line(&mut line)? > 0 {
        let column: Vec<&str> = line.trim_end_matches('\n').split('\t').collect();
        let policy = Policy::new(column[1].parse()?)?;
        println!("ready");
        input.read_line(&mut String::new())?;
        for _ in 0..50 {
            call(column[0], &policy, column[2], &mut kept)?;
        }
        println!("done");
        line.clear();
    }
    Ok(())
}
