// SPDX-License-Identifier: MIT

package loginlint

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode/utf16"
)

func policy(t *testing.T, field Field, rules string) *Policy {
	t.Helper()
	p, err := NewPolicy(field, rules)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func check1(t *testing.T, field Field, rules, value string) *Report {
	t.Helper()
	r, err := Check(policy(t, field, rules), nil, value)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestSpansAreBytes(t *testing.T) {
	value := "😀あｔａｒｏ"
	for _, d := range check1(t, FieldLoginID, "", value).Diagnostics {
		if d.Code == CodeFullwidthForm {
			if value[d.From:d.To] != "ｔａｒｏ" || d.UTF16From != 3 || d.RuneFrom != 2 {
				t.Errorf("%+v", d)
			}
			return
		}
	}
	t.Error("not found")
}

func TestRulesThatCannotBeRead(t *testing.T) {
	_, err := NewPolicy(FieldPin, "digits: x")
	var wrong *RuleError
	if !errors.As(err, &wrong) || wrong.From != 8 || wrong.To != 9 || !strings.Contains(err.Error(), "expected a number") {
		t.Errorf("%v", err)
	}
	if _, err := NewContext("caps-lock: perhaps"); !errors.As(err, &wrong) {
		t.Errorf("%v", err)
	}
	if _, err := CheckPreflight("lock-after: x", "", "", LanguageEn); !errors.As(err, &wrong) {
		t.Errorf("%v", err)
	}
	if _, err := CheckPreflight("", "", "yesterday", LanguageEn); !errors.As(err, &wrong) {
		t.Errorf("%v", err)
	}
	if p, err := NewPolicyLenient(FieldPassword, "minlength: x"); err != nil || p.Field() != FieldPassword {
		t.Errorf("%v", err)
	}
	if s := policy(t, FieldPin, "digits:6").String(); s != "digits: 6" {
		t.Error(s)
	}
	if _, err := NewPolicy(Field(99), ""); err == nil {
		t.Error("a field that does not exist")
	}
}

func TestOddValues(t *testing.T) {
	for value, code := range map[string]Code{"a\xC2": CodeInvalidEncoding, "a\x00": CodeControlCharacter, strings.Repeat("a", 5000): CodeTooLarge} {
		if r := check1(t, FieldLoginID, "", value); len(r.Diagnostics) == 0 || r.Diagnostics[0].Code != code {
			t.Errorf("%q: %v", value, r)
		}
	}
	if r := check1(t, FieldPin, "", ""); r.Verdict != VerdictIncomplete {
		t.Error(r)
	}
	r, err := CheckUTF16(policy(t, FieldLoginID, ""), nil, []uint16{'a', 0xD800})
	if err != nil || r.WellFormed || r.Diagnostics[0].UTF16From != 1 {
		t.Errorf("%v %v", r, err)
	}
	if r, err = CheckUTF16(policy(t, FieldLoginID, ""), nil, make([]uint16, 1<<21)); err != nil || r.Diagnostics[0].Code != CodeTooLarge {
		t.Errorf("%v %v", r, err)
	}
	type name string
	if r, err = Check(policy(t, FieldLoginID, ""), nil, name("ｔａｒｏ")); err != nil || r.Text() != "taro" {
		t.Errorf("%v %v", r, err)
	}
}

func TestCard(t *testing.T) {
	r := check1(t, FieldCardNumber, "", "4111-1111-1111-1111")
	if r.Text() != "4111111111111111" || r.Brand != BrandVisa || r.Display() != "4111 1111 1111 1111" || !r.Changed {
		t.Errorf("%+v", r)
	}
}

func TestSecretIsNotShown(t *testing.T) {
	p, value := policy(t, FieldPassword, ""), "Ｘyzzy12"
	r := check1(t, FieldPassword, "", value)
	if shown := fmt.Sprintf("%v %+v", r, r.Diagnostics); strings.Contains(shown, "yzzy") {
		t.Error(shown)
	}
	for i, d := range r.Diagnostics {
		fix, err := Fix(p, nil, value, i)
		if err != nil || d.Fix() != "" || (d.Code == CodeFullwidthForm && fix != "X") {
			t.Errorf("%v %q %v", d, fix, err)
		}
	}
	if _, err := Fix(p, nil, value, 99); err == nil {
		t.Error("a diagnostic that does not exist")
	}
	hidden, err := JSON(p, nil, value, LanguageEn, true, false)
	if err != nil || strings.Contains(hidden, "yzzy") {
		t.Error(hidden, err)
	}
	if shown, err := JSON(p, nil, value, LanguageEn, true, true); err != nil || !strings.Contains(shown, "Xyzzy12") {
		t.Error(shown, err)
	}
}

func TestCandidates(t *testing.T) {
	p := policy(t, FieldPassword, "")
	all, err := Candidates(p, nil, "たろう123")
	if err != nil || len(all) == 0 || all[0].Text() != "tarou123" || all[0].Basis != BasisRomajiIme {
		t.Errorf("%v %v", all, err)
	}
	if some, err := Candidates(p, nil, "たろう123", BasisCapsLock); err != nil || len(some) != 0 {
		t.Errorf("%v %v", some, err)
	}
	c, err := NewContext("caps-lock: on; entry: typed")
	if err != nil {
		t.Fatal(err)
	}
	if found, err := Candidates(p, c.WithCapsEvidence(100), []byte("pASSWORD")); err != nil || found[0].Text() != "Password" {
		t.Errorf("%v %v", found, err)
	}
}

func TestCauses(t *testing.T) {
	p, value := policy(t, FieldPassword, ""), []byte("ぱっすぉｒｄ")
	alone, err := Check(p, nil, value)
	both, err2 := CheckWithCandidates(p, nil, value)
	wide, err3 := CheckWithCandidatesUTF16(p, nil, utf16.Encode([]rune(string(value))))
	Wipe(value) // causes and sentences need it no more
	if err != nil || err2 != nil || err3 != nil || len(alone.Causes) != 1 || len(both.Causes) != 1 || len(wide.Causes) != 1 {
		t.Fatal(alone, both, wide, err, err2, err3)
	}
	first, cause := alone.Causes[0], both.Causes[0]
	if first.Code != CauseInputMethod || first.Remedy != RemedyRetype || first.Candidate != -1 || first.Basis != nil || first.Place != nil {
		t.Errorf("%+v", first)
	}
	if cause.Remedy != RemedyChoose || cause.Candidate != 0 || *cause.Basis != BasisRomajiIme || cause.RuneTo != 6 || len(cause.Diagnostics) != len(both.Diagnostics) {
		t.Errorf("%+v", cause)
	}
	if both.Candidates[0].Basis != BasisRomajiIme || alone.Candidates != nil {
		t.Errorf("%+v", both.Candidates)
	}
	ja, en := cause.Message(LanguageJa), cause.Message(LanguageEn)
	if !strings.Contains(ja, "日本語入力") || en == "" || en == ja || cause.Next(LanguageKo) == "" || wide.Causes[0].Message(LanguageJa) != ja {
		t.Error(ja, en)
	}
	if both.Diagnostics[0].Message(LanguageEn) == "" || both.Diagnostics[0].Message(LanguageEn) == both.Diagnostics[0].Message(LanguageJa) {
		t.Error(both.Diagnostics[0].Message(LanguageEn))
	}
	if some, err := CheckWithCandidates(p, nil, "ぱっすぉｒｄ", BasisCapsLock); err != nil || len(some.Candidates) != 0 || some.Causes[0].Remedy != RemedyRetype {
		t.Errorf("%+v %v", some, err)
	}
	if r := check1(t, FieldLoginID, "", "4111111111111111"); r.Causes[0].Place == nil || *r.Causes[0].Place != FieldCardNumber {
		t.Errorf("%+v", r.Causes)
	}
	if r := check1(t, FieldPin, "", "1234"); r.Causes != nil || r.CausesLeft != 0 {
		t.Errorf("%+v", r.Causes)
	}
	context, err := NewContext("stage: submit; entry: typed")
	if err != nil {
		t.Fatal(err)
	}
	if r, err := CheckWithCandidates(policy(t, FieldLoginID, "kind: email"), context, "Ｈanako@gmial,com\u200b "); err != nil || len(r.Causes) != 3 || r.CausesLeft != 1 {
		t.Errorf("%+v %v", r, err)
	}
}

func TestWorstAcceptableEqual(t *testing.T) {
	r := check1(t, FieldLoginID, "", "ｔaro#")
	if r.Worst().Code != CodeNotAllowed || r.Acceptable() {
		t.Errorf("%+v", r.Worst())
	}
	for value, good := range map[string]bool{"1234": true, "１２３４": true, "12345": false} {
		if check1(t, FieldPin, "", value).Acceptable() != good {
			t.Error(value)
		}
	}
	one, other := policy(t, FieldPassword, "maxlength: 20; minlength:8"), policy(t, FieldPassword, "minlength: 8; maxlength: 20")
	if !one.Equal(other) || one.Equal(policy(t, FieldPassword, "")) || one.Equal(policy(t, FieldPin, "")) {
		t.Error(one, other)
	}
	if set := map[Policy]int{*one: 1}; set[*other] != 1 {
		t.Error(set)
	}
}

func TestLanguageFor(t *testing.T) {
	for locale, language := range map[string]Language{"ja_JP.UTF-8": LanguageJa, "ko-KR": LanguageKo, "zh_CN": LanguageZhHans, "zh-Hans-HK": LanguageZhHans,
		"zh": LanguageZhHans, "zh_TW": LanguageEn, "zh-Hant": LanguageEn, "fr_FR": LanguageEn, "C": LanguageEn, "": LanguageEn, "jav": LanguageEn} {
		if LanguageFor(locale) != language {
			t.Errorf("%s: %v", locale, LanguageFor(locale))
		}
	}
}

// Nothing of a value is left in the records that the pools keep.
func TestNothingIsLeft(t *testing.T) {
	p, value := policy(t, FieldLoginID, ""), "Canaryｃ７"
	for i := 0; i < 100; i++ {
		if _, err := Check(p, nil, value); err != nil {
			t.Fatal(err)
		}
		if _, err := Candidates(p, nil, value); err != nil {
			t.Fatal(err)
		}
	}
	kept := keptMemory()
	for _, window := range []string{"anary", "a\x00n\x00a", "a\x00\x00\x00n\x00\x00\x00a"} {
		if strings.Contains(kept, window) {
			t.Errorf("%q is left", window)
		}
	}
	if len(kept) < 30424+51312 {
		t.Error("the pools were empty")
	}
}

func TestOtherLibraryIsRefused(t *testing.T) {
	if Verify() != nil {
		t.Error(Verify())
	}
	if err := verify(ABI+1, recordSizes[:]); err == nil || !strings.Contains(err.Error(), "has ABI 1, this package was made for ABI 2") {
		t.Error(err)
	}
	sizes := recordSizes
	sizes[RecordReport]++
	if err := verify(ABI, sizes[:]); err == nil || !strings.Contains(err.Error(), "record report has 30424 bytes") {
		t.Error(err)
	}
}

func TestGoroutines(t *testing.T) {
	p := policy(t, FieldLoginID, "kind: email")
	var all sync.WaitGroup
	for g := 0; g < 8; g++ {
		all.Add(1)
		go func(g int) {
			defer all.Done()
			for i := 0; i < 300; i++ {
				value, want := fmt.Sprintf("ｔ%d@gmial.com", g), fmt.Sprintf("t%d@gmial.com", g)
				r, err := Check(p, nil, value)
				c, _ := Candidates(p, nil, value)
				if err != nil || r.Text() != want || len(c) == 0 || c[0].Text() != fmt.Sprintf("t%d@gmail.com", g) {
					t.Errorf("%v %v %v", r, c, err)
					return
				}
			}
		}(g)
	}
	all.Wait()
}

func TestPreflightTagsPresets(t *testing.T) {
	a, err := CheckPreflight("lock-after: 3-5", "failures: 2; offline: yes", "2026-11-23T06:30:00+09:00", LanguageJa)
	if err != nil || a.Verdict != PreflightStop || a.Items[0].Message == "" || !strings.Contains(a.JSON, "offline") {
		t.Errorf("%v %v", a, err)
	}
	key := [16]byte{1}
	kept, err := NewTag(key, "taro", "Secret")
	if err != nil {
		t.Fatal(err)
	}
	for secret, want := range map[string]Repeat{"Secret": RepeatSame, "sECRET": RepeatNear, "other": RepeatDifferent} {
		now, err := NewTag(key, "taro", []byte(secret))
		if err != nil || kept.Compare(now) != want {
			t.Errorf("%s: %d", secret, kept.Compare(now))
		}
	}
	if fmt.Sprintf("%v %s", kept, kept) != "Tag(..) Tag(..)" {
		t.Error("a tag is shown")
	}
	presets := Presets()
	if len(presets) < 20 || presets[0].About(LanguageEn) == "" {
		t.Error(presets)
	}
	if Describe(CauseCapsLock, LanguageEn) == Describe(CodeCapsLock, LanguageEn) || Describe(AdviceLocked, LanguageKo) == "" {
		t.Error(Describe(CauseCapsLock, LanguageEn))
	}
	if !strings.Contains(Describe(CodeCapsLock, LanguageEn), "Caps Lock") || Version() == "" {
		t.Error(Describe(CodeCapsLock, LanguageEn))
	}
	if v, err := Value(ListCode, "caps-lock"); err != nil || Code(v) != CodeCapsLock || Name(ListCode, v) != "caps-lock" {
		t.Error(v, err)
	}
	if _, err := Value(ListCode, "no-such"); err == nil {
		t.Error("a name that does not exist")
	}
}

// The shared cases; a copy of the module without them has nothing to run.
func TestPreflightCases(t *testing.T) {
	file, err := os.ReadFile("../../tests/cases/preflight.tsv")
	if os.IsNotExist(err) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	cases := 0
	for _, row := range strings.Split(string(file), "\n") {
		if row == "" || row[0] == '#' {
			continue
		}
		column := strings.Split(row, "\t")
		a, err := CheckPreflight(column[1], column[2], column[3], LanguageEn)
		if err != nil {
			t.Errorf("%s: %v", column[0], err)
			continue
		}
		ja, err := CheckPreflight(column[1], column[2], column[3], LanguageJa)
		if err != nil || len(ja.Items) != len(a.Items) {
			t.Errorf("%s: %v %v", column[0], ja, err)
			continue
		}
		codes, until := "-", "-"
		for i, item := range a.Items {
			if i == 0 {
				codes = item.Code.String()
			} else {
				codes += " " + item.Code.String()
			}
			if until == "-" && item.Until != 0 {
				zone := time.FixedZone("", 60*a.UTCOffset)
				until = time.Unix(item.Until, 0).In(zone).Format("2006-01-02T15:04:05-07:00")
			}
			if item.Message == "" || item.Message == ja.Items[i].Message || ja.Items[i].Next == "" {
				t.Errorf("%s: %+v", column[0], item)
			}
		}
		if got := [3]string{a.Verdict.String(), codes, until}; got != [3]string{column[4], column[5], column[6]} {
			t.Errorf("%s: %q, not %q", column[0], got, column[4:7])
		}
		cases++
	}
	t.Logf("preflight: %d cases", cases) // check.sh knows how many there are
	if cases == 0 {
		t.Error("no case")
	}
}

func TestWipe(t *testing.T) {
	secret := []byte("secret")
	Wipe(secret)
	Wipe(nil)
	if string(secret) != "\x00\x00\x00\x00\x00\x00" {
		t.Error(secret)
	}
}

func BenchmarkCheck(b *testing.B) {
	p, _ := NewPolicy(FieldLoginID, "")
	for i := 0; i < b.N; i++ {
		_, _ = Check(p, nil, "user@example.com")
	}
}
