// SPDX-License-Identifier: MIT

// Package loginlint says what is wrong with a login ID, password, card number or PIN before an attempt is spent on the
// server.
//
// Spans are bytes, so input[d.From:d.To] is what was found. Every function may be called from any goroutine. The memory
// that held a value inside the library is wiped before a call returns; a Go string cannot be, so pass a []byte where the
// value should go away, and wipe it with [Wipe].
//
// A check copies out what it found and no sentence; Message and Next make them when they are called, from what has no character
// of a secret, so the value may be wiped before that.
//
// Nothing here panics: a nil or zero [Policy], or a number that is none of a list, is a [*CallError]; a nil [Context] is one
// of which nothing is known. Values are behind methods, so neither
// printing an answer nor marshalling it shows one; [JSON] does, if it is asked to.
package loginlint

/*
#cgo CFLAGS: -std=c11 -O2 -fvisibility=hidden -DLOGINLINT_API= -Wno-unused-function
#include "loginlint.h"
*/
import "C"

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"sync"
	"unsafe"
)

// Text is a value in UTF-8; bytes that are none are a diagnostic.
type Text interface{ ~string | ~[]byte }

// RuleError says where a rule, context, service or facts string is wrong.
type RuleError struct {
	From, To int // bytes
	Found    Found
	Expected Expected
}

func (e *RuleError) Error() string {
	if e == nil {
		return "<nil>"
	}
	return fmt.Sprintf("loginlint: byte %d: found %v, expected %v", e.From, e.Found, e.Expected)
}

// CallError is a call that the library refused.
type CallError struct{ Code Error }

func (e *CallError) Error() string {
	if e == nil {
		return "<nil>"
	}
	return "loginlint: " + e.Code.String()
}

var unknown = &CallError{ErrorUnknownValue}

// mismatch is what is wrong with the library that was linked, nil for the one that this package was made for.
var mismatch = verify(ABI, recordSizes[:])

// Verify compares the ABI and the size of every record with what this package was made for; every call that makes a
// record of it does so itself.
func Verify() error { return mismatch }

func verify(abi uint32, sizes []uint32) error {
	if library := uint32(C.loginlint_abi()); library != abi {
		return fmt.Errorf("loginlint: the library has ABI %d, this package was made for ABI %d", library, abi)
	}
	for i, size := range sizes {
		if library := uint32(C.loginlint_sizeof(C.uint32_t(i))); library != size {
			return fmt.Errorf("loginlint: record %v has %d bytes in the library, this package was made for %d", Record(i), library, size)
		}
	}
	return nil
}

func nameOf[T ~uint32](names map[T]string, value T) string {
	if name, ok := names[value]; ok {
		return name
	}
	return "?"
}

// textOf and valueOf are how every list is marshalled: by its stable names.
func textOf[T ~uint32](names map[T]string, value T) ([]byte, error) {
	if name, ok := names[value]; ok {
		return []byte(name), nil
	}
	return nil, unknown
}

func valueOf[T ~uint32](names map[T]string, text []byte, value *T) error {
	for number, name := range names {
		if name == string(text) {
			*value = number
			return nil
		}
	}
	return unknown
}

// isOf is an error for a value that is none of the list.
func isOf[T ~uint32](names map[T]string, values ...T) error {
	for _, value := range values {
		if _, ok := names[value]; !ok {
			return unknown
		}
	}
	return nil
}

func refused(status C.int32_t) error {
	if status < 0 {
		return &CallError{Error(-status)}
	}
	return nil
}

// bytesOf is where a value lies, never nil.  The memory stays as long as the value is used after the call.
func bytesOf[T Text](value T) (*C.uint8_t, C.uint32_t) {
	n := len(value)
	if n == 0 {
		return (*C.uint8_t)(unsafe.Pointer(&nothing)), 0
	}
	// A longer value than 32 bits can say is too-large at any length.
	if uint64(n) > 1<<32-1 {
		n = 1<<31 - 1
	}
	// A string and a slice both begin with the pointer.
	return *(**C.uint8_t)(unsafe.Pointer(&value)), C.uint32_t(n)
}

var nothing uint16

func parsed(status C.int32_t, where *C.loginlint_where) error {
	if status == -C.LOGINLINT_ERROR_SYNTAX {
		return &RuleError{int(where.offset), int(where.offset + where.length), Found(where.found), Expected(where.expected)}
	}
	return refused(status)
}

// A Policy is what a service accepts. It is only read, and may be shared.
type Policy struct{ raw C.loginlint_policy }

// NewPolicy makes the policy of a field from a rule string, read strictly; an empty one gives the built-in policy.
func NewPolicy(field Field, rules string) (*Policy, error) {
	p, err := builtIn(field)
	if err != nil {
		return nil, err
	}
	var where C.loginlint_where
	s, n := bytesOf(rules)
	if err := parsed(C.loginlint_policy_parse(&p.raw, (*C.char)(unsafe.Pointer(s)), n, &where), &where); err != nil {
		return nil, err
	}
	return p, nil
}

// NewPolicyLenient makes of an HTML passwordrules attribute what browsers do; what cannot be read is passed over.
func NewPolicyLenient(field Field, attribute string) (*Policy, error) {
	p, err := builtIn(field)
	if err != nil {
		return nil, err
	}
	s, n := bytesOf(attribute)
	if err := refused(C.loginlint_policy_parse_lenient(&p.raw, (*C.char)(unsafe.Pointer(s)), n)); err != nil {
		return nil, err
	}
	return p, nil
}

func builtIn(field Field) (*Policy, error) {
	if mismatch != nil {
		return nil, mismatch
	}
	p := new(Policy)
	return p, refused(C.loginlint_policy_init(&p.raw, C.uint32_t(field)))
}

func (p *Policy) pointer() *C.loginlint_policy {
	if p == nil {
		return nil
	}
	return &p.raw
}

// Field is the field that this is the policy of; [FieldLoginID] of a nil one, which no check takes.
func (p *Policy) Field() Field {
	if p == nil {
		return FieldLoginID
	}
	return Field(p.raw.field)
}

// String is the canonical rule string, which parses to the same policy; empty of a nil one.
func (p *Policy) String() string {
	return written(func(out *C.uint8_t, n C.uint32_t) C.int32_t {
		return C.loginlint_policy_print(p.pointer(), (*C.char)(unsafe.Pointer(out)), n)
	})
}

// written runs a call that writes text: into a buffer that nearly always suffices, else again with the room that it asks for.
func written(call func(out *C.uint8_t, n C.uint32_t) C.int32_t) string {
	buffer := make([]byte, 512)
	for {
		out, room := bytesOf(buffer)
		n := int(call(out, room))
		if n < 0 {
			return ""
		}
		if n <= len(buffer) {
			text := string(buffer[:n])
			Wipe(buffer)
			return text
		}
		Wipe(buffer)
		buffer = make([]byte, n)
	}
}

// A Context is what the platform knows; nil is nothing. It is only read, and may be shared.
type Context struct{ raw C.loginlint_context }

// NewContext reads "caps-lock: on; entry: typed; ...".
func NewContext(text string) (*Context, error) {
	if mismatch != nil {
		return nil, mismatch
	}
	c := new(Context)
	if err := refused(C.loginlint_context_init(&c.raw)); err != nil {
		return nil, err
	}
	var where C.loginlint_where
	s, n := bytesOf(text)
	if err := parsed(C.loginlint_context_parse(&c.raw, (*C.char)(unsafe.Pointer(s)), n, &where), &where); err != nil {
		return nil, err
	}
	return c, nil
}

// WithCapsEvidence is the context with the evidence of another field of the same form, from [Report.CapsEvidence].
func (c *Context) WithCapsEvidence(evidence int32) *Context {
	out := new(Context)
	if c != nil {
		*out = *c
	} else {
		C.loginlint_context_init(&out.raw)
	}
	out.raw.caps_evidence = C.int32_t(evidence)
	return out
}

func (c *Context) pointer() *C.loginlint_context {
	if c == nil {
		return nil
	}
	return &c.raw
}

// Equal says whether two policies have the same canonical rule string. A Policy may be a key of a map as well.
func (p *Policy) Equal(other *Policy) bool {
	if p == nil || other == nil {
		return p == other
	}
	return p.raw == other.raw
}

// Wipe overwrites a buffer with zeros in a way that the compiler does not remove.
func Wipe(buffer []byte) {
	for len(buffer) > 0 {
		n := len(buffer)
		if n > 1<<30 {
			n = 1 << 30
		}
		C.loginlint_wipe(unsafe.Pointer(&buffer[0]), C.uint32_t(n))
		buffer = buffer[n:]
	}
	runtime.KeepAlive(buffer)
}

// A Diagnostic is one finding.
type Diagnostic struct {
	Code               Code
	Severity           Severity
	Confidence         int // 0-100: for caps-lock a probability, elsewhere a rank
	Level              Level
	Operation          Operation
	Table              Table
	Platform           Platform
	From, To           int // bytes of UTF-8
	UTF16From, UTF16To int // units of UTF-16
	RuneFrom, RuneTo   int // code points
	Position, Last     int // the first and the last character as a person counts them, from 1
	Argument           uint32
	Secret             bool // Fix must not be shown
	fix                *string
	kept               *kept
	i                  int
}

// Message is the sentence for a person; it never quotes a character of a secret. Empty in a language of no list.
func (d *Diagnostic) Message(language Language) string {
	if d == nil || d.kept == nil {
		return ""
	}
	return d.kept.message(d.i, language)
}

// Fix is the replacement: empty for a deletion, without a fix, and for a password (see the function [Fix]).
func (d *Diagnostic) Fix() string {
	if d == nil {
		return ""
	}
	return behind(d.fix)
}

// A Report is the answer to a check. It holds the value only where it differs from the input.
type Report struct {
	Verdict      Verdict
	Valid        bool  // the value as typed satisfies the policy
	Secret       bool  // the value must not be shown; also of an ID that looks like a card number
	Changed      bool  // Text is not empty: it differs from the input
	WellFormed   bool  // false: the value is not UTF-8 (UTF-16), there is no text
	Quiet        bool  // an input method holds uncommitted text: show nothing
	Brand        Brand // of a card
	Skipped      []Skipped
	CapsEvidence int32 // for the context of the next field
	Total        int   // findings; more than Diagnostics has when there was no room
	Diagnostics  []Diagnostic
	Causes       []CauseItem // at most three, most helpful first; knowing candidates if there are some
	CausesLeft   int         // how many more there were; the last one has their diagnostics
	Candidates   []Candidate // by CheckWithCandidates
	text         *string
	display      *string
}

// Acceptable is pass or fixed: Text, or the value if nothing is Changed, may be submitted without asking.
func (r *Report) Acceptable() bool {
	return r != nil && (r.Verdict == VerdictPass || r.Verdict == VerdictFixed)
}

// Worst is the gravest diagnostic, the first of those alike, nil if there is none.
func (r *Report) Worst() (worst *Diagnostic) {
	for i := 0; r != nil && i < len(r.Diagnostics); i++ {
		if worst == nil || r.Diagnostics[i].Severity > worst.Severity {
			worst = &r.Diagnostics[i]
		}
	}
	return worst
}

// Text is the corrected value when Changed, else empty.
func (r *Report) Text() string {
	if r == nil {
		return ""
	}
	return behind(r.text)
}

// Display is a card number in the groups of its brand.
func (r *Report) Display() string {
	if r == nil {
		return ""
	}
	return behind(r.display)
}

// String shows the verdict and the codes, never the value.
func (r *Report) String() string {
	if r == nil {
		return "<nil>"
	}
	var b strings.Builder
	b.WriteString(r.Verdict.String())
	for _, d := range r.Diagnostics {
		b.WriteString(" " + d.Code.String())
	}
	return b.String()
}

// reports are records that were wiped; only what the library leaves zero is beyond `work`.
var reports = sync.Pool{New: func() any { return new(C.loginlint_report) }}

var searches = sync.Pool{New: func() any { return new(C.loginlint_candidates) }}

func done(r *C.loginlint_report) {
	C.loginlint_wipe(unsafe.Pointer(r), C.uint32_t(unsafe.Offsetof(r.work)))
	reports.Put(r)
}

func forget(c *C.loginlint_candidates) {
	C.loginlint_wipe(unsafe.Pointer(c), C.uint32_t(unsafe.Offsetof(c.work)))
	searches.Put(c)
}

// a call is where one value lies, and the records of its check.
type call struct {
	policy     *C.loginlint_policy
	context    *C.loginlint_context
	bytes      *C.uint8_t
	units      *C.uint16_t // nil: it lies in bytes
	n          C.uint32_t
	report     *C.loginlint_report
	candidates *C.loginlint_candidates
}

func (c *call) check() error {
	if c.units != nil {
		return refused(C.loginlint_check_utf16(c.policy, c.context, c.units, c.n, c.report))
	}
	return refused(C.loginlint_check(c.policy, c.context, c.bytes, c.n, c.report))
}

func (c *call) search() error {
	if c.units != nil {
		return refused(C.loginlint_candidates_find_utf16(c.policy, c.context, c.units, c.n, c.candidates))
	}
	return refused(C.loginlint_candidates_find(c.policy, c.context, c.bytes, c.n, c.candidates))
}

// explain leaves out what has no cause: what passes, is incomplete or has no finding.
func (c *call) explain(e *C.loginlint_explanation) error {
	if c.report.count == 0 || c.report.verdict == C.LOGINLINT_VERDICT_PASS || c.report.verdict == C.LOGINLINT_VERDICT_INCOMPLETE {
		return nil
	}
	if c.units != nil {
		return refused(C.loginlint_explain_utf16(c.policy, c.context, c.units, c.n, c.report, c.candidates, e))
	}
	return refused(C.loginlint_explain(c.policy, c.context, c.bytes, c.n, c.report, c.candidates, e))
}

// run checks, searches if bases are given, and copies out what was found.
func (c *call) run(search bool, bases []Basis) (*Report, error) {
	c.report = reports.Get().(*C.loginlint_report)
	defer done(c.report)
	if err := c.check(); err != nil {
		return nil, err
	}
	if search {
		if err := isOf(namesBasis, bases...); err != nil {
			return nil, err
		}
		c.candidates = searches.Get().(*C.loginlint_candidates)
		defer forget(c.candidates)
		c.candidates.allowed = allowed(bases)
		if err := c.search(); err != nil {
			return nil, err
		}
	}
	r := newReport(c.report)
	if search {
		r.Candidates = newCandidates(c.candidates)
	}
	return r, c.addCauses(r)
}

func (c *call) addCauses(r *Report) error {
	if c.report.count == 0 {
		return nil
	}
	why := new(explanation)
	if err := c.explain(&why.raw); err != nil {
		return err
	}
	r.CausesLeft = int(why.raw.left)
	for i := 0; i < int(why.raw.count); i++ {
		r.Causes = append(r.Causes, newCause(why, i))
	}
	return nil
}

func newCall[T Text](policy *Policy, context *Context, value T) *call {
	s, n := bytesOf(value)
	return &call{policy: policy.pointer(), context: context.pointer(), bytes: s, n: n}
}

func newCallUTF16(policy *Policy, context *Context, value []uint16) *call {
	s, n := unitsOf(value)
	return &call{policy: policy.pointer(), context: context.pointer(), units: s, n: n}
}

// Check checks a value.
func Check[T Text](policy *Policy, context *Context, value T) (*Report, error) {
	r, err := newCall(policy, context, value).run(false, nil)
	runtime.KeepAlive(value)
	return r, err
}

// CheckUTF16 checks a value in UTF-16, where a lone surrogate is a diagnostic.
func CheckUTF16(policy *Policy, context *Context, value []uint16) (*Report, error) {
	return newCallUTF16(policy, context, value).run(false, nil)
}

// CheckWithCandidates checks a value and finds what may have been meant, by these bases (none: by all): the causes of its report choose
// among the candidates, as a form wants for ask.
func CheckWithCandidates[T Text](policy *Policy, context *Context, value T, bases ...Basis) (*Report, error) {
	r, err := newCall(policy, context, value).run(true, bases)
	runtime.KeepAlive(value)
	return r, err
}

// CheckWithCandidatesUTF16 is the same for a value in UTF-16.
func CheckWithCandidatesUTF16(policy *Policy, context *Context, value []uint16, bases ...Basis) (*Report, error) {
	return newCallUTF16(policy, context, value).run(true, bases)
}

func unitsOf(value []uint16) (*C.uint16_t, C.uint32_t) {
	if len(value) == 0 {
		return (*C.uint16_t)(unsafe.Pointer(&nothing)), 0
	}
	n := len(value)
	if n > 1<<20 { // as much too large
		n = 1 << 20
	}
	return (*C.uint16_t)(unsafe.Pointer(&value[0])), C.uint32_t(n)
}

func newReport(r *C.loginlint_report) *Report {
	out := &Report{
		Verdict: Verdict(r.verdict), Valid: r.valid != 0, Secret: r.secret != 0, Changed: r.changed != 0,
		WellFormed: r.wellformed != 0, Quiet: r.quiet != 0, Brand: Brand(r.brand),
		text: text(r.text[:r.text_length]), display: text(r.display[:r.display_length]),
		CapsEvidence: int32(r.caps_evidence), Total: int(r.total),
	}
	for bit := Skipped(0); bit < 32; bit++ {
		if r.skipped>>bit&1 != 0 {
			out.Skipped = append(out.Skipped, bit)
		}
	}
	if r.count > 0 {
		out.Diagnostics = make([]Diagnostic, r.count)
	}
	kept := keep(r)
	for i := range out.Diagnostics {
		out.Diagnostics[i] = newDiagnostic(r, i, kept)
	}
	return out
}

func newDiagnostic(r *C.loginlint_report, i int, kept *kept) Diagnostic {
	d := &r.diagnostics[i]
	return Diagnostic{
		Code: Code(d.code), Severity: Severity(d.severity), Confidence: int(d.confidence), Level: Level(d.level),
		Operation: Operation(d.operation), Table: Table(d.table), Platform: Platform(d.platform),
		From: int(d.byte[0]), To: int(d.byte[1]), UTF16From: int(d.utf16[0]), UTF16To: int(d.utf16[1]),
		RuneFrom: int(d.character[0]), RuneTo: int(d.character[1]), Position: int(d.position), Last: int(d.position_end),
		Argument: uint32(d.argument), Secret: r.secret != 0, fix: text(r.pool[d.fix_at : d.fix_at+d.fix_length]),
		kept: kept, i: i,
	}
}

// text is a value behind a pointer: what prints or marshals the record that holds it by reflection does not reach it.
func text(bytes []C.uint8_t) *string {
	if len(bytes) == 0 {
		return nil
	}
	value := string(unsafe.Slice((*byte)(unsafe.Pointer(&bytes[0])), len(bytes)))
	return &value
}

// behind is that value; empty where there is none, as in a record that the caller made.
func behind(value *string) string {
	if value == nil {
		return ""
	}
	return *value
}

// Fix is the replacement that diagnostic i of this check suggests, a password's as well.
func Fix[T Text](policy *Policy, context *Context, value T, i int) (string, error) {
	c := newCall(policy, context, value)
	c.report = reports.Get().(*C.loginlint_report)
	defer done(c.report)
	if err := c.check(); err != nil {
		return "", err
	}
	if i < 0 || i >= int(c.report.count) {
		return "", unknown
	}
	fix := written(func(out *C.uint8_t, room C.uint32_t) C.int32_t {
		return C.loginlint_fix(c.report, C.uint32_t(i), c.bytes, c.n, out, room)
	})
	runtime.KeepAlive(value)
	return fix, nil
}

// JSON is the report with its causes, and the candidates if they are asked for, as one JSON object. With reveal it has values of secrets.
func JSON[T Text](policy *Policy, context *Context, value T, language Language, candidates, reveal bool) (string, error) {
	if err := isOf(namesLanguage, language); err != nil {
		return "", err
	}
	c := newCall(policy, context, value)
	c.report = reports.Get().(*C.loginlint_report)
	defer done(c.report)
	if err := c.check(); err != nil {
		return "", err
	}
	if candidates {
		c.candidates = searches.Get().(*C.loginlint_candidates)
		defer forget(c.candidates)
		if err := c.search(); err != nil {
			return "", err
		}
	}
	why := explanation{raw: C.loginlint_explanation{size: C.uint32_t(unsafe.Sizeof(C.loginlint_explanation{}))}}
	if err := c.explain(&why.raw); err != nil {
		return "", err
	}
	var flags C.uint32_t
	if reveal {
		flags = C.LOGINLINT_JSON_REVEAL
	}
	json := written(func(out *C.uint8_t, room C.uint32_t) C.int32_t {
		return C.loginlint_json(c.report, c.candidates, &why.raw, c.bytes, c.n, flags, C.uint32_t(language), out, room)
	})
	runtime.KeepAlive(value)
	return json, nil
}

// A Candidate is a whole-value alternative. Of a secret show the basis, never the text.
type Candidate struct {
	Basis      Basis   // the leading one
	Bases      []Basis // every mistake undone
	Confidence int     // 0-100, a rank
	Unique     bool    // the only candidate that its basis allows
	CaseLost   bool    // the layout hides which letters were capitals
	Secret     bool    // Text must not be shown
	text       *string
}

// Text is the alternative.
func (c *Candidate) Text() string {
	if c == nil {
		return ""
	}
	return behind(c.text)
}

// Candidates finds whole-value alternatives by these bases (none: by all), each satisfying the policy, best first.
func Candidates[T Text](policy *Policy, context *Context, value T, bases ...Basis) ([]Candidate, error) {
	found, err := newCall(policy, context, value).found(bases)
	runtime.KeepAlive(value)
	return found, err
}

// CandidatesUTF16 is the same for a value in UTF-16.
func CandidatesUTF16(policy *Policy, context *Context, value []uint16, bases ...Basis) ([]Candidate, error) {
	return newCallUTF16(policy, context, value).found(bases)
}

func (c *call) found(bases []Basis) ([]Candidate, error) {
	if err := isOf(namesBasis, bases...); err != nil {
		return nil, err
	}
	c.candidates = searches.Get().(*C.loginlint_candidates)
	defer forget(c.candidates)
	c.candidates.allowed = allowed(bases)
	if err := c.search(); err != nil {
		return nil, err
	}
	return newCandidates(c.candidates), nil
}

func allowed(bases []Basis) (set C.uint32_t) {
	for _, basis := range bases {
		set |= 1 << basis
	}
	return set
}

func newCandidates(c *C.loginlint_candidates) []Candidate {
	out := make([]Candidate, c.count)
	for i := range out {
		one := &c.candidate[i]
		out[i] = Candidate{Basis: Basis(one.basis), Confidence: int(one.confidence), Unique: one.unique != 0, CaseLost: one.case_lost != 0, Secret: c.secret != 0,
			text: text(one.text[:one.length])}
		for bit := Basis(0); bit < 32; bit++ {
			if one.bases>>bit&1 != 0 {
				out[i].Bases = append(out[i].Bases, bit)
			}
		}
	}
	return out
}

// Version is the version of the library.
func Version() string { return C.GoString(C.loginlint_version()) }

// Describe says what a code of a diagnostic, cause or advice means, in one sentence; empty if it is unknown.
func Describe[T Code | Cause | Advice](code T, language Language) string {
	list := ListCode
	switch any(code).(type) {
	case Cause:
		list = ListCause
	case Advice:
		list = ListAdvice
	}
	return C.GoString(C.loginlint_describe(C.uint32_t(list), C.uint32_t(code), C.uint32_t(language)))
}

// LanguageFor is the library's language for a locale or language tag ("ja_JP.UTF-8", "zh-CN", "ko"): English where it has no other, for
// traditional Chinese too.
func LanguageFor(locale string) Language {
	parts := strings.FieldsFunc(strings.ToLower(locale), func(r rune) bool { return strings.ContainsRune("-_.@", r) })
	if len(parts) == 0 {
		return LanguageEn
	}
	hans, hant := false, false
	for _, part := range parts[1:] {
		hans = hans || part == "hans"
		hant = hant || part == "hant" || part == "tw" || part == "hk" || part == "mo"
	}
	if parts[0] == "zh" && hant && !hans {
		return LanguageEn
	}
	for language, name := range namesLanguage {
		if first, _, _ := strings.Cut(name, "-"); first == parts[0] {
			return language
		}
	}
	return LanguageEn
}

// Name is the name of a value of a list, as the library has it; empty if it is unknown.
func Name(list List, value uint32) string {
	return C.GoString(C.loginlint_name(C.uint32_t(list), C.uint32_t(value)))
}

// Value is the value of a name of a list.
func Value(list List, name string) (uint32, error) {
	s, n := bytesOf(name)
	value := C.loginlint_value(C.uint32_t(list), (*C.char)(unsafe.Pointer(s)), n)
	if err := refused(value); err != nil {
		return 0, err
	}
	return uint32(value), nil
}

// A Preset is a ready policy.
type Preset struct {
	Name, Rules string
	Field       Field
	index       C.uint32_t
}

// About says what the preset is for.
func (p Preset) About(language Language) string {
	return C.GoString(C.loginlint_preset_about(p.index, C.uint32_t(language)))
}

// Presets are the ready policies of the library.
func Presets() (out []Preset) {
	for i := C.uint32_t(0); C.loginlint_preset_name(i) != nil; i++ {
		out = append(out, Preset{C.GoString(C.loginlint_preset_name(i)), C.GoString(C.loginlint_preset_rules(i)),
			Field(C.loginlint_preset_field(i)), i})
	}
	return out
}

// A Tag recognises a repeated attempt; under a random key per screen, in memory only, never to be stored or sent.
type Tag [16]byte

// String shows nothing.
func (Tag) String() string { return "Tag(..)" }

// Format prints nothing, whatever the verb.
func (Tag) Format(out fmt.State, _ rune) { _, _ = io.WriteString(out, "Tag(..)") }

// NewTag is the tag of a login ID and a secret.
func NewTag[T Text](key [16]byte, id string, secret T) (tag Tag, err error) {
	a, n := bytesOf(id)
	b, m := bytesOf(secret)
	err = refused(C.loginlint_tag((*C.uint8_t)(unsafe.Pointer(&key[0])), a, n, b, m, (*C.uint8_t)(unsafe.Pointer(&tag[0]))))
	runtime.KeepAlive(secret)
	return tag, err
}

// A Repeat is how two pairs compare.
type Repeat int

// The values of Repeat.
const (
	RepeatDifferent Repeat = 0
	RepeatSame      Repeat = 1
	RepeatNear      Repeat = 2 // the same but for case or width
)

// Compare says how the tag of the attempt now compares with the one kept.
func (kept Tag) Compare(now Tag) Repeat {
	return Repeat(C.loginlint_tag_compare((*C.uint8_t)(unsafe.Pointer(&kept[0])), (*C.uint8_t)(unsafe.Pointer(&now[0]))))
}

// An AdviceItem is one piece of advice.
type AdviceItem struct {
	Code          Advice
	Severity      Severity
	Verdict       Preflight
	Argument      uint32
	Until         int64 // the end of the maintenance in seconds since 1970, 0: none
	Message, Next string
}

// An Answer of preflight: whether to spend an attempt, and why not.
type Answer struct {
	Verdict   Preflight
	UTCOffset int // minutes east of UTC in which to show times
	Items     []AdviceItem
	JSON      string
}

// CheckPreflight says whether it is worth spending an attempt now. service is "lock-after: 3-5; maintenance: ...", facts is
// "failures: 2; offline: no; ...", now is RFC 3339 or empty for an unknown time.
func CheckPreflight(service, facts, now string, language Language) (*Answer, error) {
	if mismatch != nil {
		return nil, mismatch
	}
	if err := isOf(namesLanguage, language); err != nil {
		return nil, err
	}
	var s C.loginlint_service
	var f C.loginlint_facts
	var a C.loginlint_advice
	var where C.loginlint_where
	p, n := bytesOf(service)
	err := parsed(C.loginlint_service_parse(&s, (*C.char)(unsafe.Pointer(p)), n, &where), &where)
	if err != nil {
		return nil, err
	}
	p, n = bytesOf(facts)
	if err = parsed(C.loginlint_facts_parse(&f, (*C.char)(unsafe.Pointer(p)), n, &where), &where); err != nil {
		return nil, err
	}
	if now != "" {
		p, n = bytesOf(now)
		if err = parsed(C.loginlint_facts_now(&f, (*C.char)(unsafe.Pointer(p)), n, &where), &where); err != nil {
			return nil, err
		}
	}
	if err = refused(C.loginlint_preflight(&s, &f, &a)); err != nil {
		return nil, err
	}
	return newAnswer(&a, C.uint32_t(language)), nil
}

func newAnswer(a *C.loginlint_advice, language C.uint32_t) *Answer {
	out := &Answer{Verdict: Preflight(a.verdict), UTCOffset: int(a.utc_offset)}
	out.JSON = written(func(to *C.uint8_t, n C.uint32_t) C.int32_t { return C.loginlint_advice_json(a, language, to, n) })
	for i := C.uint32_t(0); i < a.count; i++ {
		one := &a.item[i]
		out.Items = append(out.Items, AdviceItem{
			Code: Advice(one.code), Severity: Severity(one.severity), Verdict: Preflight(one.verdict), Argument: uint32(one.argument),
			Until:   int64(one.until[1])<<32 | int64(one.until[0]),
			Message: written(func(to *C.uint8_t, n C.uint32_t) C.int32_t { return C.loginlint_advice_message(a, i, language, to, n) }),
			Next:    written(func(to *C.uint8_t, n C.uint32_t) C.int32_t { return C.loginlint_advice_next(a, i, language, to, n) }),
		})
	}
	return out
}
