// SPDX-License-Identifier: MIT
//! Every public entry with what a caller can get wrong: an error or what its documentation says, no panic; and no `Debug` that
//! shows a value of a secret.

use loginlint::*;

fn refused<T>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Refused(ErrorCode::UnknownValue)))
}

fn no_record<T>(result: Result<T, Error>) -> bool {
    matches!(result, Err(Error::Refused(ErrorCode::RecordSize)))
}

/// Names of entries as they stand in the sources, and whether each does what it says.
fn table() -> Vec<(&'static str, bool)> {
    let (en, no) = (Language::En, Language::Unknown);
    let (policy, context) = (Policy::new(Field::LoginId).unwrap(), Context::new());
    let report = policy.check(&context, "ｔａｒｏ ").unwrap();
    let fresh = Report::new();
    let first = report.diagnostics().next().unwrap();
    let mut found = Candidates::new();
    policy.candidates_into(&context, "taro@gmial.com", &mut found).unwrap();
    let one = found.iter().next().unwrap();
    let wanted = policy.explain(&context, "ｔａｒｏ ", &report, None).unwrap();
    let cause = wanted.causes().next().unwrap();
    let empty = policy.explain(&context, "a", &policy.check(&context, "a").unwrap(), None).unwrap();
    let service = Service::parse("lock-after: 3").unwrap();
    let advice = preflight(Some(&service), &Facts::parse("failures: 3").unwrap()).unwrap();
    let item = advice.items().next().unwrap();
    let preset = presets().next().unwrap();
    let big = vec![0xFF; 1 << 20];
    let mut small = [0; 3];
    let rows = Vec::from([
        ("verify", verify().is_ok()),
        ("wipe", {
            wipe(&mut []);
            true
        }),
        ("new", refused(Policy::new(Field::Unknown)) && refused(Policy::new(Field::of(u32::MAX)))),
        ("parse", refused(Policy::parse(Field::Unknown, "")) && Policy::parse(Field::Pin, "\0").is_err()),
        (
            "parse_lenient",
            refused(Policy::parse_lenient(Field::Unknown, "")) && Policy::parse_lenient(Field::Pin, "\0").is_ok(),
        ),
        ("field", policy.field() == Field::LoginId),
        ("write_rules", policy.write_rules(&mut []).is_ok()),
        ("rules", policy.rules().is_empty()),
        ("check_into", policy.check_into(&context, &big, &mut Report::new()).is_ok()),
        ("check_utf16_into", policy.check_utf16_into(&context, &[0xD800; 9], &mut Report::new()).is_ok()),
        ("check", policy.check(&context, &big).unwrap().diagnostics().next().unwrap().code() == Code::TooLarge),
        ("check_utf16", policy.check_utf16(&context, &[0xDC00; 1 << 20]).is_ok()),
        ("candidates_into", policy.candidates_into(&context, &big, &mut Candidates::new()).is_ok()),
        ("candidates_utf16_into", policy.candidates_utf16_into(&context, &[0xD800], &mut Candidates::new()).is_ok()),
        ("candidates", policy.candidates(&context, &big).unwrap().iter().len() == 0),
        ("write_key", {
            let cut = write_key(Same::ALL, "ｔａｒｏ", &mut small);
            let many = write_key(&[], vec![b'a'; 1025], &mut []);
            cut == Ok(4)
                && &small == b"tar"
                && refused(write_key(&[Same::Unknown], "a", &mut []))
                && matches!(many, Err(Error::Refused(ErrorCode::TooLong)))
        }),
        ("write_key_utf16", write_key_utf16(&[], &[0xD800], &mut []) == Ok(3)),
        ("key", key(&[Same::Case], "Taro").as_deref() == Ok("taro") && refused(key(&[Same::Unknown], "a"))),
        ("key_utf16", refused(key_utf16(&[Same::Unknown], &[])) && key_utf16(&[], &[]).as_deref() == Ok("")),
        ("verdict_of", verdict_of(99) == Verdict::Unknown),
        ("cause_of", cause_of(255).is_none() && cause_of(254) == Some(CauseCode::Unknown)),
        ("len", Column::new(b"ab", &[0, 1, 2]).unwrap().len() == 2),
        ("is_empty", Column::new(b"", &[0]).unwrap().is_empty()),
        ("check_batch", {
            let wrong: [&[u32]; 4] = [&[], &[0, 2, 1], &[0, 3], &[u32::MAX]];
            wrong.iter().all(|offsets| refused(Column::new(b"ab", offsets)))
                && policy.check_batch(&context, Column::new(b"", &[0]).unwrap()) == Ok((vec![], vec![]))
        }),
        ("check_batch_into", {
            let column = Column::new(b"ab", &[0, 1, 2]).unwrap();
            let run = |verdicts, causes: Option<usize>| {
                let (mut verdicts, mut causes) = (vec![0; verdicts], causes.map(|n| vec![0; n]));
                let why = causes.as_deref_mut();
                policy.check_batch_into(&context, column, &mut verdicts, why, &mut Report::new(), None)
            };
            refused(run(1, None)) && refused(run(2, Some(1))) && run(2, Some(2)).is_ok() && run(3, None).is_ok()
        }),
        ("with_caps_evidence", policy.check(&Context::new().with_caps_evidence(i32::MIN), "a").is_ok()),
        (
            "explain",
            refused(policy.explain(&context, "taro", &report, None))
                && no_record(policy.explain(&context, "", &fresh, None))
                && no_record(policy.explain(&context, "ｔａｒｏ ", &report, Some(&Candidates::new())))
                && refused(policy.explain(&context, &big, &report, Some(&found))),
        ),
        ("explain_utf16", refused(policy.explain_utf16(&context, &[0xD800; 1 << 11], &report, None))),
        ("causes", empty.causes().len() == 0 && wanted.causes().len() == 2),
        ("left", empty.left() == 0),
        ("remedy", cause.remedy() == Remedy::Apply),
        ("candidate", cause.candidate().is_none()),
        ("place", cause.place().is_none()),
        ("acceptable", report.acceptable() && !fresh.acceptable()),
        ("worst", fresh.worst().is_none() && report.worst().unwrap().code() == Code::FullwidthForm),
        ("of", Code::of(9999) == Code::Unknown && Platform::of(9999) == Platform::Unknown),
        ("number", Code::Unknown.number() == u32::MAX && Language::Ja.number() == 1),
        ("for_locale", Language::for_locale("") == Language::En && Language::for_locale("zh_TW") == Language::En),
        ("version", !version().is_empty()),
        ("describe", describe(Code::of(9999), en).is_none() && describe(Code::Empty, no).is_none()),
        (
            "name",
            Code::Unknown.name() == "?" && name(List::Unknown, 0).is_none() && name(List::Code, u32::MAX).is_none(),
        ),
        ("value", value(List::Unknown, "empty").is_none() && value(List::Code, "").is_none()),
        ("about", preset.about(no).is_empty()),
        ("presets", presets().count() > 3),
        (
            "compare",
            Tag::new(&[0; 16], "", "").unwrap().compare(&Tag::new(&[1; 16], &big, &big).unwrap()) == Repeat::Different,
        ),
        ("clear", {
            let mut again = policy.check(&context, "a").unwrap();
            again.clear();
            again.diagnostics().len() == 0 && no_record(again.json(None, None, "a", en))
        }),
        ("verdict", fresh.verdict() == Verdict::Fail),
        ("valid", !fresh.valid()),
        ("secret", !fresh.secret() && !first.secret() && !found.secret() && !one.secret()),
        ("well_formed", !fresh.well_formed()),
        ("quiet", !fresh.quiet()),
        ("brand", fresh.brand().is_none()),
        ("corrected", fresh.corrected().is_none()),
        ("text", fresh.text("a").is_none() && one.text() == "taro@gmail.com"),
        ("display", fresh.display().is_empty()),
        ("skipped", fresh.skipped().count() == 0),
        ("caps_evidence", fresh.caps_evidence() == 0),
        ("diagnostics", fresh.diagnostics().len() == 0),
        ("total", fresh.total() == 0),
        (
            "write_json",
            refused(report.write_json(None, None, "a", true, no, &mut small))
                && no_record(fresh.write_json(None, None, "", true, en, &mut [])),
        ),
        (
            "json",
            refused(report.json(None, None, "a", no))
                && no_record(report.json(Some(&Candidates::new()), None, "a", en))
                && advice.json(no).is_empty(),
        ),
        ("code", first.code() == Code::FullwidthForm && item.code() == AdviceCode::Locked),
        ("severity", first.severity() == Severity::Warning && item.severity() == Severity::Error),
        ("confidence", first.confidence() <= 100 && one.confidence() <= 100),
        ("level", first.level() == Level::Safe),
        ("operation", first.operation() == Operation::Fold),
        ("table", Table::ALL.contains(&first.table())),
        ("platform", first.platform() == Platform::Unknown),
        ("span", first.span() == (0..12)),
        ("utf16_span", first.utf16_span() == (0..4)),
        ("char_span", first.char_span() == (0..4)),
        ("position", first.position() == (1, 4)),
        ("argument", first.argument() > 0 && item.argument() < 2),
        ("fix", first.fix() == Some("taro")),
        (
            "write_fix",
            first.write_fix("", &mut small).ok() == Some(4) && first.write_fix(&big, &mut []).ok() == Some(4),
        ),
        ("write_message", refused(first.write_message(no, &mut small)) && item.write_message(no, &mut []).is_err()),
        ("message", first.message(no).is_empty() && cause.message(no).is_empty() && item.message(no).is_empty()),
        ("write_next", refused(item.write_next(no, &mut small)) && cause.write_next(en, &mut []).unwrap() > 9),
        ("next", item.next(no).is_empty() && cause.next(no).is_empty()),
        (
            "allow",
            refused(Candidates::new().allow(&[Basis::of(32)]))
                && refused(Candidates::new().allow(&[Basis::Fold, Basis::Unknown])),
        ),
        ("iter", Candidates::new().iter().len() == 0),
        ("basis", one.basis() == Basis::EmailDomain),
        ("bases", one.bases().count() == 1),
        ("unique", one.unique()),
        ("case_lost", !one.case_lost()),
        ("at", Facts::parse("").unwrap().at("yesterday").is_err()),
        ("preflight", preflight(None, &Facts::parse("").unwrap()).is_ok()),
        ("utc_offset", advice.utc_offset() == 0),
        ("items", advice.items().len() > 0),
        ("until", item.until().is_none()),
    ]);
    rows
}

#[test]
fn nothing_panics() {
    for (name, good) in table() {
        assert!(good, "{name}");
    }
}

#[test]
fn the_table_is_of_every_entry() {
    let known: Vec<_> = table().iter().map(|row| row.0).collect();
    for source in [
        include_str!("../src/lib.rs"),
        include_str!("../src/batch.rs"),
        include_str!("../src/report.rs"),
        include_str!("../src/explanation.rs"),
        include_str!("../src/preflight.rs"),
    ] {
        for line in source.lines().filter_map(|line| {
            line.trim_start().strip_prefix("pub fn ").or(line.trim_start().strip_prefix("pub const fn "))
        }) {
            let name = line.split(['(', '<']).next().unwrap();
            assert!(known.contains(&name), "{name} is not in the table");
        }
    }
}

#[test]
fn no_secret_is_shown() {
    let rows: [(Field, &str, &[&str]); 7] = [
        (Field::Password, "Ｘyzzy12345", &["yzzy", "Ｘ"]),
        (Field::Password, "ひみつｄａｙｏ", &["himit", "ひみつ", "dayo"]),
        (Field::CardNumber, "4539-5787-6362-1486", &["5787"]),
        (Field::CardNumber, "４５３９５７８７６３６２１４８６", &["5787", "５７"]),
        (Field::LoginId, "４５３９５７８７６３６２１４８６", &["5787", "５７"]),
        (Field::LoginId, "4539 5787 6362 1486", &["5787"]),
        (Field::Pin, "９８７６", &["9876", "９８"]),
    ];
    for (field, value, quoted) in rows {
        let policy = Policy::new(field).unwrap();
        let report = policy.check(&Context::new(), value).unwrap();
        let found = policy.candidates(&Context::new(), value).unwrap();
        assert!(report.secret() && found.secret());
        assert!(report.diagnostics().all(|d| d.secret()) && found.iter().all(|c| c.secret()));
        let tag = Tag::new(&[1; 16], value, value).unwrap();
        let (diagnostics, candidates): (Vec<_>, Vec<_>) = (report.diagnostics().collect(), found.iter().collect());
        let messages: Vec<_> = diagnostics.iter().map(|d| d.message(Language::Ja)).collect();
        let said = format!("{report:?} {report:#?} {found:?} {found:#?} {diagnostics:#?} {candidates:#?} {policy:?} {tag:?} {messages:?}");
        let whys = [None, Some(&*found)].map(|c| policy.explain(&Context::new(), value, &report, c).unwrap());
        let spoken: Vec<_> = whys
            .iter()
            .flat_map(|why| why.causes())
            .flat_map(|c| Language::ALL.iter().flat_map(move |&l| [c.message(l), c.next(l), format!("{c:?}")]))
            .collect();
        assert!(whys.iter().flat_map(|why| why.causes()).all(|c| c.secret()));
        let json = report.json(Some(&found), Some(&whys[1]), value, Language::Ja).unwrap();
        #[cfg(feature = "serde")]
        let json = json + &serde_json::to_string(&(&*report, &*found, &whys[0], &whys[1])).unwrap();
        let json = format!("{json} {spoken:?} {whys:?}");
        for part in quoted {
            assert!(!said.contains(part) && !json.contains(part), "{part}: {said} {json}");
        }
    }
}
