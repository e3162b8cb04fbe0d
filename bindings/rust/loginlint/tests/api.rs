//! What the crate promises beyond the shared cases.

use loginlint::*;

fn check(field: Field, rules: &str, input: &str) -> Box<Report> {
    Policy::parse(field, rules).unwrap().check(&Context::new(), input).unwrap()
}

#[test]
fn spans_are_bytes_and_fixes_are_the_replacements() {
    let input = "taro＠gmail．com";
    let report = check(Field::LOGIN_ID, "kind: email", input);
    let fixed = report.diagnostics().filter(|d| d.fix().is_some());
    let found: Vec<_> = fixed.map(|d| (&input[d.span()], d.fix(), d.utf16_span())).collect();
    assert_eq!(found, [("＠", Some("@"), 4..5), ("．", Some("."), 10..11)]);
    assert_eq!((report.verdict(), report.text(input)), (Verdict::FIXED, Some("taro@gmail.com")));
    assert!(report.json(None, input, Language::EN).unwrap().contains("fullwidth-form"));
    assert!(report.diagnostics().next().unwrap().message(Language::JA).contains("全角"));
}

#[test]
fn a_password_is_never_changed_nor_quoted() {
    let input = "ｐassword１";
    let report = check(Field::PASSWORD, "", input);
    assert_eq!(report.text(input), Some(input));
    assert!(report.secret());
    for d in report.diagnostics() {
        assert!(!d.message(Language::EN).contains('ｐ'));
        assert_eq!(d.fix(), None, "{d:?}");
    }
    let mut out = [0; 8];
    let first = report.diagnostics().find(|d| d.operation() != Operation::NONE).unwrap();
    let n = first.write_fix(input, &mut out).unwrap();
    assert_eq!(&out[..n], b"p");
    assert!(!format!("{report:?}").contains("assword"));
}

#[test]
fn broken_text_is_a_diagnostic() {
    let policy = Policy::new(Field::PASSWORD).unwrap();
    let report = policy.check(&Context::new(), b"ab\xFFcd").unwrap();
    assert!(!report.well_formed());
    let report = policy.check_utf16(&Context::new(), &[0x61, 0, 0xD83D, 0xDE00, 0xD800]).unwrap();
    let broken = report.diagnostics().find(|d| d.code() == Code::INVALID_ENCODING).unwrap();
    assert_eq!(broken.utf16_span(), 4..5);
    assert!(policy.check(&Context::new(), "").is_ok());
    assert_eq!(
        policy.check(&Context::new(), vec![b'a'; 1 << 20]).unwrap().diagnostics().next().unwrap().code(),
        Code::TOO_LARGE
    );
}

#[test]
fn a_wrong_rule_says_where() {
    let error = Policy::parse(Field::PASSWORD, "minlength: 8; minlenth: 9").unwrap_err();
    assert!(matches!(error, Error::Syntax { span: (14, _), .. }), "{error}");
    assert_eq!(Policy::parse(Field::PASSWORD, "minlength:8").unwrap().rules(), "minlength: 8");
    assert!(Policy::parse_lenient(Field::PASSWORD, "minlength: 8; nonsense").is_ok());
    assert!(Context::parse("stage: never").is_err());
    assert!(matches!(Policy::new(Field(99)), Err(Error::Refused(_))));
}

#[test]
fn candidates_by_basis() {
    let policy = Policy::new(Field::PASSWORD).unwrap();
    let all = policy.candidates(&Context::new(), "ぱっすぉｒｄ").unwrap();
    assert!(all.iter().any(|c| c.basis() == Basis::ROMAJI_IME && c.bases().count() > 0));
    let mut some = Candidates::new();
    some.allow(&[Basis::CAPS_LOCK]).unwrap();
    policy.candidates_into(&Context::new(), "ぱっすぉｒｄ", &mut some).unwrap();
    assert!(some.iter().all(|c| c.basis() == Basis::CAPS_LOCK));
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
        assert_ne!(preset.about(Language::EN), preset.about(Language::JA));
        count += 1;
    }
    assert!(count > 3);
    assert_ne!(describe(Code::CAPS_LOCK, Language::JA), describe(Code::CAPS_LOCK, Language::EN));
    assert_eq!(version(), env!("CARGO_PKG_VERSION"));
    assert_eq!(
        (name(List::CODE, 60), value(List::CODE, "caps-lock"), name(List::CODE, 999)),
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
            assert_ne!(item.message(Language::EN), item.message(Language::JA));
            assert!(!item.next(Language::JA).is_empty());
        }
        assert!(advice.json(Language::EN).contains(column[4]));
        count += 1;
    }
    assert!(count >= 80);
}

#[test]
fn every_thread_has_its_own_records() {
    let policy = Policy::new(Field::CARD_NUMBER).unwrap();
    std::thread::scope(|scope| {
        for i in 0..8 {
            let policy = &policy;
            let (number, brand) =
                [("４１１１１１１１１１１１１１１１", Brand::VISA), ("378282246310005", Brand::AMEX)][i % 2];
            scope.spawn(move || {
                for _ in 0..500 {
                    assert_eq!(policy.check(&Context::new(), number).unwrap().brand(), Some(brand));
                }
            });
        }
    });
}
