// SPDX-License-Identifier: MIT

// Command scanned is the program that bindings/scan.py looks into.
package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strings"

	"loginlint.io/loginlint"
)

var fields = map[string]loginlint.Field{
	"login-id": loginlint.FieldLoginID, "password": loginlint.FieldPassword,
	"card-number": loginlint.FieldCardNumber, "pin": loginlint.FieldPin,
}

var kept [][]byte

// What was copied last stays in the vector registers, and the first signal puts those on a stack: this is copied last, by the same
// thread.
var other string

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return value
}

func said(r *loginlint.Report, err error) {
	must(r, err)
	for i := range r.Causes {
		_ = r.Causes[i].Message(loginlint.LanguageJa) + r.Causes[i].Next(loginlint.LanguageJa)
	}
	for i := range r.Diagnostics {
		_ = r.Diagnostics[i].Message(loginlint.LanguageJa)
	}
	_ = fmt.Sprintf("%+v", r)
}

func call(calls string, policy *loginlint.Policy, context *loginlint.Context, value string) {
	for _, letter := range calls {
		switch letter {
		case 'c':
			_ = fmt.Sprintf("%+v", must(loginlint.Check(policy, context, value)))
			_ = must(loginlint.JSON(policy, context, value, loginlint.LanguageEn, false, false))
		case 'k':
			_ = must(loginlint.Candidates(policy, context, value))
		case 'x':
			said(loginlint.Check(policy, context, value))
			if strings.Contains(calls, "k") {
				said(loginlint.CheckWithCandidates(policy, context, value))
			}
		case 't':
			_ = must(loginlint.NewTag([16]byte{1}, "taro", value))
		case 'p':
			kept = append(kept, []byte(value))
		}
	}
}

func main() {
	runtime.LockOSThread()
	in := bufio.NewScanner(os.Stdin)
	for in.Scan() {
		column := strings.SplitN(in.Text(), "\t", 3)
		policy := must(loginlint.NewPolicy(fields[column[1]], ""))
		context := must(loginlint.NewContext("stage: submit"))
		other = strings.Clone(strings.Repeat("-", len(in.Text())))
		fmt.Println("ready")
		in.Scan()
		for i := 0; i < 50; i++ {
			call(column[0], policy, context, column[2])
		}
		fmt.Println("done")
	}
}
