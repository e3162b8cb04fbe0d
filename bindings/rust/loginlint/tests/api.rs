// SPDX-License-Identifier: MIT
//! What the crate promises beyond the shared cases.

use loginlint::*;

fn check(field: Field, rules: &str, input: &str) -> Box<Report> {
    Policy::parse(field, rules).unwrap().check(&Context::new(), input).unwrap()
}

#[test]
fn spans_are_bytes_and_fixes_are_the_replacements() {
    let input = "taro＠gmail．com";
    let report = check(Field::LoginId, "kind: email", input);
    let fixed = report.diagnostics().filter(|d| d.fix().is_some());
    let found: Vec<_> = fixed.map(|d| (&input[d.span()], d.fix(), d.utf16_span())).collect();
    assert_eq!(found, [("＠", Some("@"), 4..5), ("．", Some("."), 10..11)]);
    assert_eq!((report.verdict(), report.text(input)), (Verdict::Fixed, Some("taro@gmail.com")));
    assert!(report.json(None, None, input, Language::En).unwrap().contains("fullwidth-form"));
    assert!(report.diagnostics().next().unwrap().message(Language::Ja).contains("全角"));
}

#[test]
fn a_password_is_never_changed_nor_quoted() {
    let input = "ｐassword１";
    let report = check(Field::Password, "", input);
    assert_eq!(report.text(input), Some(input));
    assert!(report.secret());
    for d in report.diagnostics() {
        assert!(!d.message(Language::En).contains('ｐ'));
        assert_eq!(d.fix(), None, "{d:?}");
    }
    let mut out = [0; 8];
    let first = report.diagnostics().find(|d| d.operation() != Operation::None).unwrap();
    let n = first.write_fix(input, &mut out).unwrap();
    assert_eq!(&out[..n], b"p");
    assert!(!format!("{report:?}").contains("assword"));
}

#[test]
fn broken_text_is_a_diagnostic() {
    let policy = Policy::new(Field::Password).unwrap();
    let report = policy.check(&Context::new(), b"ab\xFFcd").unwrap();
    assert!(!report.well_formed());
    let report = policy.check_utf16(&Context::new(), &[0x61, 0, 0xD83D, 0xDE00, 0xD800]).unwrap();
    let broken = report.diagnostics().find(|d| d.code() == Code::InvalidEncoding).unwrap();
    assert_eq!(broken.utf16_span(), 4..5);
    assert!(policy.check(&Context::new(), "").is_ok());
    assert_eq!(
        policy.check(&Context::new(), vec![b'a'; 1 << 20]).unwrap().diagnostics().next().unwrap().code(),
        Code::TooLarge
    );
}

#[test]
fn a_wrong_rule_says_where() {
    let error = Policy::parse(Field::Password, "minlength: 8; minlenth: 9").unwrap_err();
    assert!(matches!(error, Error::Syntax { span: (14, _), .. }), "{error}");
    assert_eq!(Policy::parse(Field::Password, "minlength:8").unwrap().rules(), "minlength: 8");
    assert!(Policy::parse_lenient(Field::Password, "minlength: 8; nonsense").is_ok());
    assert!(Context::parse("stage: never").is_err());
    assert!(matches!(Policy::new(Field::Unknown), Err(Error::Refused(_))));
}

#[test]
fn candidates_by_basis() {
    let policy = Policy::new(Field::Password).unwrap();
    let all = policy.candidates(&Context::new(), "ぱっすぉｒｄ").unwrap();
    assert!(all.iter().any(|c| c.basis() == Basis::RomajiIme && c.bases().count() > 0));
    let mut some = Candidates::new();
    some.allow(&[Basis::CapsLock]).unwrap();
    policy.candidates_into(&Context::new(), "ぱっすぉｒｄ", &mut some).unwrap();
    assert!(some.iter().all(|c| c.basis() == Basis::CapsLock));
}

#[test]
fn tags_presets_descriptions() {
    let key = [7; 16];
    let kept = Tag::new(&key, "taro", "Secret").unwrap();
    assert_eq!(kept.compare(&Tag::new(&key, "taro", "Secret").unwrap()), Repeat::Same);
    assert_eq!(kept.compare(&Tag::new(&key, "taro", "sECRET").unwrap()), Repeat::Near);
    assert_eq!(kept.compare(&Tag::new(&key, "jiro", "Secret").unwrap()), Repeat::Different);
    let mut count = 0;
    for preset in presets() {
        Policy::parse(preset.field, preset.rules).unwrap();
        assert_ne!(preset.about(Language::En), preset.about(Language::Ja));
        count += 1;
    }
    assert!(count > 3);
    assert_ne!(describe(Code::CapsLock, Language::Ja), describe(Code::CapsLock, Language::En));
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
    assert_eq!(
        (name(List::Code, 60), value(List::Code, "caps-lock"), name(List::Code, 999)),
        (Some("caps-lock"), Some(60), None)
    );
}

#[test]
fn preflight_cases() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../tests/cases/preflight.tsv");
    let mut count = 0;
    for row in std::fs::read_to_string(path).unwrap().lines().filter(|r| !r.is_empty() && !r.starts_with('#')) {
        let column: Vec<&str> = row.split('\t').collect();
        let mut facts = Facts::parse(column[2]).unwrap();
        if !column[3].is_empty() {
            facts = facts.at(column[3]).unwrap();
        }
        let advice = preflight(Some(&Service::parse(column[1]).unwrap()), &facts).unwrap();
        let codes: Vec<_> = advice.items().map(|i| i.code().name()).collect();
        let codes = if codes.is_empty() { "-".into() } else { codes.join(" ") };
        assert_eq!((advice.verdict().name(), &codes[..]), (column[4], column[5]), "{}", column[0]);
        for item in advice.items() {
            assert_ne!(item.message(Language::En), item.message(Language::Ja));
            assert!(!item.next(Language::Ja).is_empty());
        }
        assert!(advice.json(Language::En).contains(column[4]));
        count += 1;
    }
    assert!(count >= 80);
}

#[test]
fn every_thread_has_its_own_records() {
    let policy = Policy::new(Field::CardNumber).unwrap();
    std::thread::scope(|scope| {
        for i in 0..8 {
            let policy = &policy;
            let (number, brand) =
                [("４１１１１１１１１１１１１１１１", Brand::Visa), ("378282246310005", Brand::Amex)][i % 2];
            scope.spawn(move || {
                for _ in 0..500 {
                    assert_eq!(policy.check(&Context::new(), number).unwrap().brand(), Some(brand));
                }
            });
        }
    });
}

#[test]
fn causes_with_and_without_candidates() {
    let (policy, context, input) = (Policy::new(Field::Password).unwrap(), Context::new(), "ぱっすぉｒｄ");
    let (report, found) = (policy.check(&context, input).unwrap(), policy.candidates(&context, input).unwrap());
    let alone = policy.explain(&context, input, &report, None).unwrap();
    let both = policy.explain(&context, input, &report, Some(&found)).unwrap();
    let units: Vec<u16> = input.encode_utf16().collect();
    let twin = policy.explain_utf16(&context, &units, &report, Some(&found)).unwrap();
    let (first, cause) = (alone.causes().next().unwrap(), both.causes().next().unwrap());
    assert_eq!((first.code(), first.remedy(), first.candidate()), (CauseCode::InputMethod, Remedy::Retype, None));
    assert_eq!((cause.remedy(), cause.candidate(), cause.basis()), (Remedy::Choose, Some(0), Some(Basis::RomajiIme)));
    assert_eq!((cause.char_span(), cause.diagnostics().count()), (0..6, report.diagnostics().len()));
    assert_eq!((format!("{both:?}"), both.causes().len()), (format!("{twin:?}"), 1));
    drop(report);
    assert!(cause.message(Language::Ja).contains("日本語入力") && !cause.next(Language::En).is_empty());
    let card = check(Field::LoginId, "", "4111111111111111");
    let why = Policy::new(Field::LoginId).unwrap().explain(&context, "4111111111111111", &card, None).unwrap();
    assert_eq!(why.causes().next().unwrap().place(), Some(Field::CardNumber));
}

#[test]
fn the_worst_and_the_acceptable() {
    let report = check(Field::LoginId, "", "ｔaro#");
    assert_eq!(report.worst().map(|d| d.code()), Some(Code::NotAllowed));
    let acceptable = ["1234", "１２３４", "12345"].map(|v| check(Field::Pin, "", v).acceptable());
    assert_eq!(acceptable, [true, true, false]);
}

#[test]
fn policies_are_values() {
    let set: std::collections::HashSet<_> = ["maxlength: 20; minlength:8", "minlength: 8; maxlength: 20", ""]
        .map(|rules| Policy::parse(Field::Password, rules).unwrap())
        .into();
    assert_eq!(set.len(), 2);
    assert_ne!(Policy::new(Field::Pin).unwrap(), Policy::new(Field::Password).unwrap());
}

#[test]
fn languages_of_locales() {
    let spoken =
        [("ja_JP.UTF-8", "ja"), ("ko-KR", "ko"), ("zh_CN", "zh-Hans"), ("zh-Hans-HK", "zh-Hans"), ("zh", "zh-Hans")];
    let english = ["zh_TW", "zh-Hant", "fr_FR", "C", "", "jav"].map(|locale| (locale, "en"));
    for (locale, language) in spoken.into_iter().chain(english) {
        assert_eq!(Language::for_locale(locale).name(), language, "{locale}");
    }
}

#[test]
fn names_are_read_and_written() {
    assert_eq!("caps-lock".parse::<Code>().unwrap(), Code::CapsLock);
    assert!("caps-lok".parse::<Code>().is_err() && "?".parse::<Code>().is_err());
    assert_eq!((Code::of(60), Code::CapsLock.number(), Code::of(9999)), (Code::CapsLock, 60, Code::Unknown));
    assert_ne!(describe(Code::CapsLock, Language::En), describe(CauseCode::CapsLock, Language::En));
    assert!(describe(AdviceCode::Locked, Language::Ko).is_some());
}

#[cfg(feature = "serde")]
#[test]
fn serde_has_names_and_no_secret() {
    assert_eq!(serde_json::to_string(&Verdict::Fixed).unwrap(), "\"fixed\"");
    assert_eq!(serde_json::from_str::<Verdict>("\"fixed\"").unwrap(), Verdict::Fixed);
    let error = serde_json::from_str::<Verdict>("\"hunter2\"").unwrap_err().to_string();
    assert!(!error.contains("hunter2"), "{error}");
    let input = "ｔａｒｏ@gmial.com";
    let (policy, context) = (Policy::new(Field::LoginId).unwrap(), Context::new());
    let (report, found) = (policy.check(&context, input).unwrap(), policy.candidates(&context, input).unwrap());
    let why = policy.explain(&context, input, &report, Some(&found)).unwrap();
    let json = serde_json::to_value((&*report, &*found, why)).unwrap();
    assert_eq!(json[0]["verdict"], "ask");
    assert_eq!(json[0]["diagnostics"][0]["fix"], "taro");
    assert_eq!(json[0]["diagnostics"][0]["span"]["byte"], serde_json::json!([0, 12]));
    assert_eq!((&json[1][0]["text"], &json[2][0]["remedy"]), (&"taro@gmail.com".into(), &"choose".into()));
    assert_eq!((&json[2][0]["candidate"], &json[2][0]["basis"]), (&0.into(), &"email-domain".into()));
}
