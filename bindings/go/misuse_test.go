// SPDX-License-Identifier: MIT

package loginlint

import (
	"encoding/json"
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"
)

// refusedAs is an error of this package that a caller can read.
func refusedAs(err error, code Error) bool {
	var call *CallError
	return errors.As(err, &call) && call.Code == code
}

// Every entry with nil, with zero values and with numbers that are none of a list: an error or what its comment says, no panic.
func misuse(t *testing.T) map[string]func() bool {
	p, lost := policy(t, FieldLoginID, ""), (*Policy)(nil)
	key, bad := [16]byte{}, Language(99)
	second := func(_ any, err error) error { return err }
	null := func(err error) bool { return refusedAs(err, ErrorNullPointer) }
	none := func(err error) bool { return refusedAs(err, ErrorUnknownValue) }
	size := func(err error) bool { return refusedAs(err, ErrorRecordSize) }
	return map[string]func() bool{
		"NewPolicy":        func() bool { return none(second(NewPolicy(99, ""))) },
		"NewPolicyLenient": func() bool { return none(second(NewPolicyLenient(99, ""))) },
		"NewContext":       func() bool { c, err := NewContext("stage: never"); return c == nil && err != nil },
		"Policy.Field":     func() bool { return lost.Field() == FieldLoginID && new(Policy).Field() == FieldLoginID },
		"Policy.String":    func() bool { return lost.String() == "" && new(Policy).String() == "" },
		"Context.WithCapsEvidence": func() bool {
			_, err := Check(p, (*Context)(nil).WithCapsEvidence(7), "a")
			return err == nil && size(second(Check(p, new(Context).WithCapsEvidence(7), "a")))
		},
		"Check": func() bool {
			return null(second(Check(lost, nil, "a"))) && size(second(Check(new(Policy), nil, "a"))) &&
				size(second(Check(p, new(Context), "a"))) &&
				second(Check(p, nil, []byte(nil))) == nil
		},
		"CheckUTF16": func() bool {
			return null(second(CheckUTF16(lost, nil, nil))) && size(second(CheckUTF16(new(Policy), nil, nil))) &&
				second(CheckUTF16(p, nil, nil)) == nil
		},
		"Candidates": func() bool {
			return null(second(Candidates(lost, nil, "a"))) && size(second(Candidates(new(Policy), nil, "a"))) &&
				none(second(Candidates(p, nil, "a", 32))) && none(second(Candidates(p, nil, "a", BasisFold, 1<<31))) &&
				second(Candidates(p, nil, []byte(nil))) == nil
		},
		"CandidatesUTF16": func() bool {
			return null(second(CandidatesUTF16(lost, nil, nil))) && none(second(CandidatesUTF16(p, nil, nil, 32))) &&
				second(CandidatesUTF16(p, nil, nil)) == nil
		},
		"Fix": func() bool {
			return null(second(Fix(lost, nil, "a", 0))) && none(second(Fix(p, nil, "a", 0))) && none(second(Fix(p, nil, "ａ", -1)))
		},
		"JSON": func() bool {
			return null(second(JSON(lost, nil, "a", LanguageEn, true, true))) && none(second(JSON(p, nil, "a", bad, false, false)))
		},
		"Key": func() bool {
			same, err := Key("", SameAll)
			return none(second(Key("a", 32))) && refusedAs(second(Key(make([]byte, 1025), SameAll)), ErrorTooLong) && same == "" && err == nil
		},
		"KeyUTF16": func() bool {
			lone, err := KeyUTF16([]uint16{0xD800}, 0)
			return none(second(KeyUTF16([]uint16{'a'}, 32))) && second(KeyUTF16(nil, SameAll)) == nil && lone == "\uFFFD" && err == nil
		},
		"CheckBatch": func() bool {
			batch := func(p *Policy, data string, offsets []uint32, verdicts, causes int) error {
				return CheckBatch(p, nil, []byte(data), offsets, make([]byte, verdicts), make([]byte, causes), true)
			}
			return batch(p, "ab", []uint32{0, 1, 2}, 2, 2) == nil && batch(p, "", []uint32{0}, 0, 0) == nil && null(batch(lost, "", []uint32{0}, 0, 0)) == false &&
				null(batch(lost, "a", []uint32{0, 1}, 1, 1)) && size(batch(new(Policy), "a", []uint32{0, 1}, 1, 1)) && none(batch(p, "a", nil, 1, 1)) &&
				none(batch(p, "ab", []uint32{0, 2, 1}, 2, 2)) && none(batch(p, "ab", []uint32{0, 3}, 1, 1)) && none(batch(p, "ab", []uint32{0, 1, 2}, 1, 2)) &&
				none(batch(p, "ab", []uint32{0, 1, 2}, 2, 1)) && CheckBatch(p, nil, nil, []uint32{0, 0}, []byte{9}, nil, false) == nil
		},
		"CheckPreflight": func() bool { return none(second(CheckPreflight("", "", "", bad))) },
		"NewTag":         func() bool { return second(NewTag(key, "", []byte(nil))) == nil },
		"Tag.Compare":    func() bool { return Tag{}.Compare(Tag{1, 8: 1}) == RepeatDifferent },
		"Tag.String":     func() bool { return Tag{}.String() == "Tag(..)" },
		"Tag.Format":     func() bool { return fmt.Sprintf("%x %#v", Tag{1}, Tag{1}) == "Tag(..) Tag(..)" },
		"Describe": func() bool {
			return Describe(Code(9999), LanguageEn) == "" && Describe(CodeEmpty, bad) == "" && Describe(Cause(0), LanguageEn) == ""
		},
		"LanguageFor": func() bool { return LanguageFor("") == LanguageEn && LanguageFor("-_") == LanguageEn },
		"CheckWithCandidates": func() bool {
			return null(second(CheckWithCandidates(lost, nil, "a"))) && size(second(CheckWithCandidates(new(Policy), nil, "a"))) &&
				none(second(CheckWithCandidates(p, nil, "a", 32))) && second(CheckWithCandidates(p, nil, []byte(nil))) == nil
		},
		"CheckWithCandidatesUTF16": func() bool {
			return null(second(CheckWithCandidatesUTF16(lost, nil, nil))) && none(second(CheckWithCandidatesUTF16(p, nil, nil, 32))) &&
				second(CheckWithCandidatesUTF16(p, nil, []uint16{0xD800})) == nil
		},
		"Policy.Equal":      func() bool { return lost.Equal(nil) && !lost.Equal(p) && !p.Equal(nil) && p.Equal(p) },
		"Report.Acceptable": func() bool { return !(*Report)(nil).Acceptable() && !new(Report).Acceptable() },
		"Report.Worst":      func() bool { return (*Report)(nil).Worst() == nil && new(Report).Worst() == nil },
		"Diagnostic.Message": func() bool {
			return (*Diagnostic)(nil).Message(LanguageEn) == "" && new(Diagnostic).Message(LanguageEn) == "" && check1(t, FieldPin, "", "x").Diagnostics[0].Message(bad) == ""
		},
		"CauseItem.Message": func() bool {
			return (*CauseItem)(nil).Message(LanguageEn) == "" && new(CauseItem).Message(LanguageEn) == "" && check1(t, FieldPin, "", "x").Causes[0].Message(bad) == ""
		},
		"CauseItem.Next": func() bool {
			return (*CauseItem)(nil).Next(LanguageEn) == "" && new(CauseItem).Next(LanguageEn) == "" && check1(t, FieldPin, "", "x").Causes[0].Next(bad) == ""
		},
		"Name":         func() bool { return Name(99, 0) == "" && Name(ListCode, 9999) == "" },
		"Value":        func() bool { return none(second(Value(99, "empty"))) && none(second(Value(ListCode, ""))) },
		"Preset.About": func() bool { return Presets()[0].About(bad) == "" },
		"Presets":      func() bool { return len(Presets()) > 0 },
		"Version":      func() bool { return Version() != "" },
		"Verify":       func() bool { return Verify() == nil },
		"Wipe":         func() bool { Wipe(nil); return true },
		"Report.String": func() bool {
			return (*Report)(nil).String() == "<nil>" && new(Report).String() == "fail"
		},
		"Report.Text":     func() bool { return (*Report)(nil).Text() == "" && new(Report).Text() == "" },
		"Report.Display":  func() bool { return (*Report)(nil).Display() == "" && new(Report).Display() == "" },
		"Diagnostic.Fix":  func() bool { return (*Diagnostic)(nil).Fix() == "" && new(Diagnostic).Fix() == "" },
		"Candidate.Text":  func() bool { return (*Candidate)(nil).Text() == "" && new(Candidate).Text() == "" },
		"RuleError.Error": func() bool { return (*RuleError)(nil).Error() != "" && new(RuleError).Error() != "" },
		"CallError.Error": func() bool { return (*CallError)(nil).Error() != "" && (&CallError{99}).Error() == "loginlint: ?" },
	}
}

func TestMisuse(t *testing.T) {
	for name, call := range misuse(t) {
		func() {
			defer func() {
				if p := recover(); p != nil {
					t.Errorf("%s: panic: %v", name, p)
				}
			}()
			if !call() {
				t.Errorf("%s: not as it is documented", name)
			}
		}()
	}
}

// The table has every function and method that the package exports.
func TestMisuseIsOfEverything(t *testing.T) {
	table, exported := misuse(t), 0
	for _, source := range []string{"loginlint.go", "cause.go", "batch.go"} {
		file, err := parser.ParseFile(token.NewFileSet(), source, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			function, ok := d.(*ast.FuncDecl)
			if !ok || !function.Name.IsExported() {
				continue
			}
			name := function.Name.Name
			if function.Recv != nil {
				kind := function.Recv.List[0].Type
				if star, ok := kind.(*ast.StarExpr); ok {
					kind = star.X
				}
				name = kind.(*ast.Ident).Name + "." + name
			}
			exported++
			if table[name] == nil {
				t.Errorf("%s is not in the table", name)
			}
		}
	}
	if exported != len(table) {
		t.Errorf("%d exported, %d in the table", exported, len(table))
	}
}

// Everything that prints, of everything that holds a value. The report decides: a card number in the ID box is secret.
func TestNoSecretIsPrinted(t *testing.T) {
	rows := []struct {
		field  Field
		value  string
		quoted []string
	}{
		{FieldPassword, "Ｘyzzy12345", []string{"yzzy"}}, {FieldPassword, "ぱっすぉｒｄ", []string{"password", "ぱっす"}},
		{FieldCardNumber, "4539-5787-6362-1486", []string{"5787-6362", "78763621", "5787 6362"}}, {FieldCardNumber, "４５３９５７８７６３６２１４８６", []string{"78763621", "７８７６", "5787 6362"}},
		{FieldLoginID, "４５３９５７８７６３６２１４８６", []string{"78763621", "７８７６", "5787 6362"}}, {FieldLoginID, "4539 5787 6362 1486", []string{"5787 6362", "78763621"}},
		{FieldPin, "９８７６５４３２", []string{"98765432", "９８"}},
	}
	for _, row := range rows {
		p := policy(t, row.field, "")
		context, err := NewContext("stage: submit")
		if err != nil {
			t.Fatal(err)
		}
		r, err := CheckWithCandidates(p, context, row.value)
		c, err2 := Candidates(p, context, row.value)
		if err != nil || err2 != nil || !r.Secret {
			t.Fatal(r, err, err2)
		}
		var sentences []string
		for language := range namesLanguage {
			for i := range r.Causes {
				sentences = append(sentences, r.Causes[i].Message(language), r.Causes[i].Next(language))
			}
			for i := range r.Diagnostics {
				sentences = append(sentences, r.Diagnostics[i].Message(language))
			}
		}
		for _, cause := range r.Causes {
			if !cause.Secret || fmt.Sprint(sentences) == "" {
				t.Errorf("%v", cause)
			}
		}
		for _, one := range c {
			if !one.Secret {
				t.Errorf("%v", one)
			}
		}
		things := []any{r, *r, &r, c, sentences, r.Causes, r.Candidates, r.Diagnostics, []Report{*r}, map[string]any{"r": *r, "c": c}, struct {
			R Report
			C []Candidate
			D *Diagnostic
		}{*r, c, &r.Diagnostics[0]}, struct {
			r Report
			c []Candidate
			d []Diagnostic
		}{*r, c, r.Diagnostics}}
		var said strings.Builder
		for _, thing := range things {
			for _, verb := range "vsqxXdTtgbcoUpe" {
				fmt.Fprintf(&said, "%"+string(verb), thing)
			}
			fmt.Fprint(&said, thing, fmt.Sprintf("%+v %#v % x %#x", thing, thing, thing, thing), fmt.Errorf("%w %v", errors.New("x"), thing))
			marshalled, err := json.Marshal(thing)
			if err != nil {
				t.Fatal(err)
			}
			said.Write(marshalled)
		}
		for _, quoted := range row.quoted {
			for _, form := range []string{quoted, fmt.Sprintf("%x", quoted), fmt.Sprintf("%+q", quoted)[1 : len(fmt.Sprintf("%+q", quoted))-1]} {
				if strings.Contains(said.String(), form) {
					t.Errorf("%q is shown of %q", form, row.value)
				}
			}
		}
	}
}

func TestNamesAreMarshalled(t *testing.T) {
	r := check1(t, FieldLoginID, "", "ｔａｒｏ")
	out, err := json.Marshal(r)
	if err != nil || !strings.Contains(string(out), `"Verdict":"fixed"`) || !strings.Contains(string(out), `"Code":"fullwidth-form"`) {
		t.Errorf("%s %v", out, err)
	}
	var back Report
	if err := json.Unmarshal(out, &back); err != nil || back.Verdict != r.Verdict || back.Diagnostics[0].Code != r.Diagnostics[0].Code {
		t.Error(back, err)
	}
	if err := json.Unmarshal([]byte(`{"Verdict":"no-such"}`), &back); err == nil {
		t.Error("a verdict that does not exist")
	}
	if r.Text() != "taro" || r.Diagnostics[0].Fix() != "taro" || r.Secret || r.Diagnostics[0].Secret {
		t.Error(r)
	}
}
