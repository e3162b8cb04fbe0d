// SPDX-License-Identifier: MIT

//go:build !cgo

package loginlint

// The library is C: this error is what `go build` says where cgo is off.
var _ = loginlint_needs_cgo__set_CGO_ENABLED_1_and_install_a_C_compiler
