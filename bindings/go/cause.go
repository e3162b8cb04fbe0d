// SPDX-License-Identifier: MIT

package loginlint

// #include "loginlint.h"
import "C"

import "unsafe"

// What the person or the device did, and what sentences are made of. In: records of a check. Out: copies that have no character of a
// secret; sentences when they are asked for.

// kept is a report up to its last diagnostic, with its pool unless it is secret: then no character of the value is in it.
type kept struct{ head, pool []byte }

func bytesAt(at unsafe.Pointer, n uintptr) []byte { return unsafe.Slice((*byte)(at), n) }

func keep(r *C.loginlint_report) *kept {
	if r.count == 0 {
		return nil
	}
	n := unsafe.Offsetof(r.diagnostics) + uintptr(r.count)*unsafe.Sizeof(r.diagnostics[0])
	k := &kept{head: append([]byte(nil), bytesAt(unsafe.Pointer(r), n)...)}
	if r.secret == 0 {
		end := C.uint32_t(0)
		for i := range r.diagnostics[:r.count] {
			if d := &r.diagnostics[i]; d.fix_at+d.fix_length > end {
				end = d.fix_at + d.fix_length
			}
		}
		k.pool = append(k.pool, bytesAt(unsafe.Pointer(&r.pool), uintptr(end))...)
	}
	return k
}

func (k *kept) message(i int, language Language) string {
	r := reports.Get().(*C.loginlint_report)
	defer done(r)
	copy(bytesAt(unsafe.Pointer(r), uintptr(len(k.head))), k.head)
	copy(bytesAt(unsafe.Pointer(&r.pool), uintptr(len(k.pool))), k.pool)
	return written(func(out *C.uint8_t, n C.uint32_t) C.int32_t {
		return C.loginlint_message(r, C.uint32_t(i), C.uint32_t(language), out, n)
	})
}

// An explanation never has a character of a secret.
type explanation struct{ raw C.loginlint_explanation }

// A CauseItem is what the person or the device did: one act, whatever the number of diagnostics that it left behind.
type CauseItem struct {
	Code               Cause
	Severity           Severity // of its gravest diagnostic
	Confidence         int      // 0-100, as of its surest diagnostic
	Remedy             Remedy
	From, To           int // bytes of UTF-8
	UTF16From, UTF16To int // units of UTF-16
	RuneFrom, RuneTo   int // code points
	Diagnostics        []int
	Candidate          int    // with choose: which one; -1: none
	Basis              *Basis // with choose: what undoes it
	Place              *Field // the field that the value belongs to, where it seems to be another one
	Secret             bool
	why                *explanation
	i                  int
}

func newCause(why *explanation, i int) CauseItem {
	c := &why.raw.cause[i]
	out := CauseItem{
		Code: Cause(c.code), Severity: Severity(c.severity), Confidence: int(c.confidence), Remedy: Remedy(c.remedy),
		From: int(c.byte[0]), To: int(c.byte[1]), UTF16From: int(c.utf16[0]), UTF16To: int(c.utf16[1]),
		RuneFrom: int(c.character[0]), RuneTo: int(c.character[1]), Candidate: -1, Secret: c.secret != 0, why: why, i: i,
	}
	for n := 0; n < DiagnosticsMax; n++ {
		if c.diagnostics[n/32]>>(n%32)&1 != 0 {
			out.Diagnostics = append(out.Diagnostics, n)
		}
	}
	if c.candidate != Nothing {
		out.Candidate = int(c.candidate)
	}
	if c.basis != Nothing {
		basis := Basis(c.basis)
		out.Basis = &basis
	}
	if c.place != Nothing {
		place := Field(c.place)
		out.Place = &place
	}
	return out
}

// Message is what happened; it never quotes a character of a secret. Empty in a language of no list.
func (c *CauseItem) Message(language Language) string {
	if c == nil || c.why == nil {
		return ""
	}
	return written(func(out *C.uint8_t, n C.uint32_t) C.int32_t {
		return C.loginlint_cause_message(&c.why.raw, C.uint32_t(c.i), C.uint32_t(language), out, n)
	})
}

// Next is what to do; with apply and choose what a button says.
func (c *CauseItem) Next(language Language) string {
	if c == nil || c.why == nil {
		return ""
	}
	return written(func(out *C.uint8_t, n C.uint32_t) C.int32_t {
		return C.loginlint_cause_next(&c.why.raw, C.uint32_t(c.i), C.uint32_t(language), out, n)
	})
}
