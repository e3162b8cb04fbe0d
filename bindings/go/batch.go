// SPDX-License-Identifier: MIT

//go:build cgo

package loginlint

/*
#include "loginlint.h"
*/
import "C"

import (
	"runtime"
	"unsafe"
)

// SameAll is every difference that a key may leave out.
const SameAll = SameWidth | SameCase | SameSeparators | SameCompatibility | SameLookalikes

// Key is the key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is
// taken, or indexed by. same is a sum of what they may differ in. The key of a secret is as secret.
func Key[T Text](value T, same Same) (string, error) {
	s, n := bytesOf(value)
	key, err := keyOf(func(out *C.uint8_t, room C.uint32_t) C.int32_t {
		return C.loginlint_key(C.uint32_t(same), s, n, out, room)
	})
	runtime.KeepAlive(value)
	return key, err
}

// KeyUTF16 is the same for a value in UTF-16.
func KeyUTF16(value []uint16, same Same) (string, error) {
	s, n := unitsOf(value)
	return keyOf(func(out *C.uint8_t, room C.uint32_t) C.int32_t {
		return C.loginlint_key_utf16(C.uint32_t(same), s, n, out, room)
	})
}

func keyOf(write func(out *C.uint8_t, room C.uint32_t) C.int32_t) (string, error) {
	var status C.int32_t
	key := written(func(out *C.uint8_t, room C.uint32_t) C.int32_t {
		status = write(out, room)
		return status
	})
	return key, refused(status)
}

// NoCause stands in the causes of a batch where there is none.
const NoCause = C.LOGINLINT_NOTHING

// CheckBatch checks values of UTF-8 that lie one behind the other, as Arrow holds them: value i is data[offsets[i]:offsets[i+1]],
// so offsets are one more than values. verdicts[i] is its [Verdict]; causes, which may be nil, has the [Cause] that a report
// would have first, or [NoCause]; with candidates as they choose it. Neither is shorter than there are values. Whatever is
// wrong with the slices is an error, and then nothing is checked.
func CheckBatch(policy *Policy, context *Context, data []byte, offsets []uint32, verdicts, causes []byte, candidates bool) error {
	count := len(offsets) - 1
	if count < 0 || uint64(count) >= 1<<31 || len(verdicts) < count || (causes != nil && len(causes) < count) || uint64(offsets[count]) > uint64(len(data)) {
		return unknown
	}
	s, _ := bytesOf(data)
	to, _ := bytesOf(verdicts)
	var why *C.uint8_t
	if causes != nil {
		why, _ = bytesOf(causes)
	}
	report := reports.Get().(*C.loginlint_report)
	defer done(report)
	var found *C.loginlint_candidates
	if candidates {
		found = searches.Get().(*C.loginlint_candidates)
		defer forget(found)
		found.allowed = 0
	}
	var explanation C.loginlint_explanation
	return refused(C.loginlint_check_batch(policy.pointer(), context.pointer(), s, (*C.uint32_t)(unsafe.Pointer(&offsets[0])), C.uint32_t(count),
		to, why, report, found, &explanation))
}
