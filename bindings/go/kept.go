// SPDX-License-Identifier: MIT

package loginlint

// #include "loginlint.h"
import "C"

import "unsafe"

// keptMemory is what the pools hold, for the test that looks for values in it; a test file cannot have C types.
func keptMemory() string {
	r, c := reports.Get().(*C.loginlint_report), searches.Get().(*C.loginlint_candidates)
	defer reports.Put(r)
	defer searches.Put(c)
	return string(unsafe.Slice((*byte)(unsafe.Pointer(r)), unsafe.Sizeof(*r))) +
		string(unsafe.Slice((*byte)(unsafe.Pointer(c)), unsafe.Sizeof(*c)))
}
