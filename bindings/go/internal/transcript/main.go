// SPDX-License-Identifier: MIT

// Command transcript prints the lines of tests/transcript.c from the package's values.
//
// Usage: transcript CASES | --keys CASES | --bench
package main

import (
	"bufio"
	"encoding/hex"
	"fmt"
	"os"
	"strconv"
	"strings"
	"time"
	"unicode/utf16"

	"loginlint.io/loginlint"
)

var fields = map[string]loginlint.Field{
	"login-id": loginlint.FieldLoginID, "password": loginlint.FieldPassword,
	"card-number": loginlint.FieldCardNumber, "pin": loginlint.FieldPin,
}

func must[T any](value T, err error) T {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	return value
}

// A value of the input column: bytes, and UTF-16 where there is a lone surrogate.
type value struct {
	bytes []byte
	units []uint16
	lone  bool
}

func (v *value) add(r rune) {
	if r >= 0xD800 && r < 0xE000 {
		v.lone = true
		v.units = append(v.units, uint16(r))
		return
	}
	v.bytes = append(v.bytes, string(r)...)
	v.units = append(v.units, utf16.Encode([]rune{r})...)
}

func unescape(s string) (v value) {
	for s != "" {
		width := 0
		if s[0] == '\\' {
			width = map[byte]int{'u': 4, 'U': 8, 'x': 2, '\\': 0}[s[1]]
			if width == 0 {
				v.add('\\')
				s = s[2:]
				continue
			}
			code := must(strconv.ParseUint(s[2:2+width], 16, 32))
			if width == 2 {
				v.bytes = append(v.bytes, byte(code))
			} else {
				v.add(rune(code))
			}
			s = s[2+width:]
			continue
		}
		v.add(rune(s[0]))
		s = s[1:]
	}
	return v
}

func escape(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '\\':
			b.WriteString(`\\`)
		case r > 0x20 && r < 0x7F:
			b.WriteRune(r)
		case r > 0xFFFF:
			fmt.Fprintf(&b, `\U%08X`, r)
		default:
			fmt.Fprintf(&b, `\u%04X`, r)
		}
	}
	return b.String()
}

func words(list []string) string {
	if len(list) == 0 {
		return "-"
	}
	return strings.Join(list, " ")
}

func digit(b bool) string {
	if b {
		return "1"
	}
	return "0"
}

func line(column []string) string {
	policy := must(loginlint.NewPolicy(fields[column[1]], column[2]))
	context := must(loginlint.NewContext(column[3]))
	v := unescape(column[4])
	var r, both *loginlint.Report
	var candidates []loginlint.Candidate
	if v.lone {
		r = must(loginlint.CheckUTF16(policy, context, v.units))
		both = must(loginlint.CheckWithCandidatesUTF16(policy, context, v.units))
		candidates = must(loginlint.CandidatesUTF16(policy, context, v.units))
	} else {
		r = must(loginlint.Check(policy, context, v.bytes))
		both = must(loginlint.CheckWithCandidates(policy, context, v.bytes))
		candidates = must(loginlint.Candidates(policy, context, string(v.bytes)))
	}
	if len(both.Candidates) != len(candidates) {
		panic("candidates are not alike")
	}
	text := "="
	if !r.WellFormed {
		text = "-"
	} else if r.Changed {
		text = escape(r.Text())
	}
	brand := "-"
	if r.Brand != loginlint.BrandNone {
		brand = r.Brand.String()
	}
	var diagnostics, found, skipped []string
	for _, d := range r.Diagnostics {
		diagnostics = append(diagnostics, fmt.Sprintf("%v:%v:%d:%v:%v:%d-%d:%d-%d:%d-%d:%s", d.Code, d.Severity, d.Confidence, d.Level,
			d.Operation, d.From, d.To, d.UTF16From, d.UTF16To, d.RuneFrom, d.RuneTo, hex.EncodeToString([]byte(d.Fix()))))
	}
	for _, c := range candidates {
		found = append(found, fmt.Sprintf("%v:%d:%s", c.Basis, c.Confidence, hex.EncodeToString([]byte(c.Text()))))
	}
	for _, s := range r.Skipped {
		skipped = append(skipped, s.String())
	}
	return strings.Join([]string{column[0], r.Verdict.String(), digit(r.Valid), digit(r.Secret), brand, text, words(diagnostics), words(found),
		words(skipped), explained(both), explained(r)}, "\t")
}

func explained(r *loginlint.Report) string {
	var causes []string
	for _, c := range r.Causes {
		candidate, numbers := "-", make([]string, len(c.Diagnostics))
		if c.Candidate >= 0 {
			candidate = strconv.Itoa(c.Candidate)
		}
		for i, n := range c.Diagnostics {
			numbers[i] = strconv.Itoa(n)
		}
		causes = append(causes, fmt.Sprintf("%v:%v:%s:%d:%d-%d:%d-%d:%d-%d:%s", c.Code, c.Remedy, candidate, c.Confidence, c.From, c.To,
			c.UTF16From, c.UTF16To, c.RuneFrom, c.RuneTo, strings.Join(numbers, ",")))
	}
	return words(causes) + "\t" + strconv.Itoa(r.CausesLeft)
}

// best is the least of 20 runs of 5,000 calls, in nanoseconds a call.
func best(call func()) int64 {
	best := time.Hour
	for pass := 0; pass < 20; pass++ {
		start := time.Now()
		for i := 0; i < 5000; i++ {
			call()
		}
		if d := time.Since(start) / 5000; d < best {
			best = d
		}
	}
	return best.Nanoseconds()
}

func bench() {
	policy := must(loginlint.NewPolicy(loginlint.FieldLoginID, ""))
	check := best(func() { must(loginlint.Check(policy, nil, "taro.yamada_2026")) })
	sentences := best(func() {
		r := must(loginlint.Check(policy, nil, "ｔａｒｏ＠ｇｍａｉｌ．ｃｏｍ"))
		for i := range r.Causes {
			_ = r.Causes[i].Message(loginlint.LanguageEn) + r.Causes[i].Next(loginlint.LanguageEn)
		}
	})
	const count = 1000
	offsets, verdicts, causes := make([]uint32, count+1), make([]byte, count), make([]byte, count)
	for i := range offsets {
		offsets[i] = uint32(16 * i)
	}
	data := []byte(strings.Repeat("taro.yamada_2026", count))
	batch := time.Hour
	for pass := 0; pass < 2000; pass++ {
		start := time.Now()
		must(0, loginlint.CheckBatch(policy, nil, data, offsets, verdicts, causes, false))
		if d := time.Since(start) / count; d < batch {
			batch = d
		}
	}
	fmt.Println(check, sentences, batch.Nanoseconds())
}

// keys prints the key of each case in the differences that the bits of its number name, then all of them in one batch.
func keys(out *bufio.Writer, lines *bufio.Scanner) {
	var data []byte
	offsets := []uint32{0}
	for lines.Scan() {
		column := strings.Split(lines.Text(), "\t")
		v, same := unescape(column[4]), loginlint.Same((len(offsets)-1)%32)
		key := must(loginlint.Key(v.bytes, same))
		if key != must(loginlint.KeyUTF16(v.units, same)) {
			panic("the key of UTF-16 is another")
		}
		fmt.Fprintf(out, "%s\t%x\n", column[0], key)
		data = append(data, v.bytes...)
		offsets = append(offsets, uint32(len(data)))
	}
	verdicts, causes := make([]byte, len(offsets)-1), make([]byte, len(offsets)-1)
	policy := must(loginlint.NewPolicy(loginlint.FieldLoginID, ""))
	must(0, loginlint.CheckBatch(policy, nil, data, offsets, verdicts, causes, true))
	for i := range verdicts {
		cause := "-"
		if causes[i] != loginlint.NoCause {
			cause = loginlint.Cause(causes[i]).String()
		}
		fmt.Fprintf(out, "%d\t%v\t%s\n", i, loginlint.Verdict(verdicts[i]), cause)
	}
}

func main() {
	if os.Args[1] == "--bench" {
		bench()
		return
	}
	file := must(os.Open(os.Args[len(os.Args)-1]))
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<20)
	if os.Args[1] == "--keys" {
		keys(out, lines)
		return
	}
	for lines.Scan() {
		fmt.Fprintln(out, line(strings.Split(lines.Text(), "\t")))
	}
}
