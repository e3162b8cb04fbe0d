// SPDX-License-Identifier: MIT
// main.swift - the lines of tests/transcript.c --causes-both from the package's objects: transcript CASES | --keys CASES | --bench
import Foundation
import Loginlint

func unescape(_ s: String) -> String {
    var out = "", rest = Substring(s)
    while let c = rest.popFirst() {
        guard c == "\\", let kind = rest.popFirst() else { out.unicodeScalars.append(contentsOf: c.unicodeScalars); continue }
        guard kind == "u" || kind == "U" else { out.append(kind); continue }
        let width = kind == "u" ? 4 : 8
        out.unicodeScalars.append(Unicode.Scalar(UInt32(rest.prefix(width), radix: 16)!)!)
        rest = rest.dropFirst(width)
    }
    return out
}

func escape(_ s: String) -> String {
    s.unicodeScalars.map { (c: Unicode.Scalar) -> String in
        if c == "\\" { return "\\\\" }
        if c.value > 0x20 && c.value < 0x7F { return String(c) }
        let hex = String(c.value, radix: 16, uppercase: true), width = c.value > 0xFFFF ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - hex.count) + hex
    }.joined()
}

func hex(_ s: String?) -> String { (s ?? "").utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
func words(_ list: [String]) -> String { list.isEmpty ? "-" : list.joined(separator: " ") }
func places(_ s: Span) -> String { [s.utf8, s.utf16, s.scalars].map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ":") }

func causes(_ r: Report) -> [String] {
    [words(r.causes.map { c in
        [c.code!.name, c.remedy.name, c.candidate.map(String.init) ?? "-", String(c.confidence), places(c.span),
         c.diagnostics.map(String.init).joined(separator: ",")].joined(separator: ":")
    }), String(r.causesLeft)]
}

func line(_ column: [String]) throws -> String {
    let value = unescape(column[4]), policy = try Policy(Field.allCases.first { $0.name == column[1] }!, rules: column[2])
    let r = try policy.check(value, context: column[3], candidates: true), alone = try policy.check(value, context: column[3])
    let diagnostics = r.diagnostics.map { d in
        [d.code!.name, d.severity.name, String(d.confidence), d.level.name, d.operation!.name, places(d.span), hex(d.fix)].joined(separator: ":")
    }
    let found = r.candidates.map { "\($0.basis!.name):\($0.confidence):\(hex($0.text))" }
    let text = !r.wellFormed ? "-" : r.text.map(escape) ?? "="
    let first = [column[0], r.verdict.name, r.valid ? "1" : "0", r.secret ? "1" : "0", r.brand?.name ?? "-", text]
    return (first + [words(diagnostics), words(found), words(r.skipped.map(\.name))] + causes(r) + causes(alone)).joined(separator: "\t")
}

/// The least ns of a call: passes are short, so that nothing interrupts the best of them.
func least(_ call: () throws -> Void) throws -> Int {
    try (0..<1000).map { (_: Int) -> Int in
        let start = DispatchTime.now().uptimeNanoseconds
        for _ in 0..<20 { try call() }
        return Int(DispatchTime.now().uptimeNanoseconds - start) / 20
    }.min()!
}

if CommandLine.arguments[1] == "--bench" {
    let id = try Policy(.loginId), card = try Policy(.cardNumber)
    let check = try least { _ = try id.check("taro.yamada_2026") }
    let sentences = try least { for c in try card.check("４１１１ー１１１１ー１１１１ー１１１１").causes { _ = (c.message(.ja), c.next(.ja)) } }
    print(check, sentences)
} else if CommandLine.arguments[1] == "--keys" { // of each case, in the differences that the bits of its number name
    let rows = try String(contentsOfFile: CommandLine.arguments[2], encoding: .ascii).components(separatedBy: "\n").filter { !$0.isEmpty }
    for (i, row) in rows.enumerated() {
        let column = row.components(separatedBy: "\t")
        print("\(column[0])\t\(hex(try key(of: unescape(column[4]), same: Set(Same.allCases.filter { UInt32(i) & $0.rawValue != 0 }))))")
    }
} else {
    for row in try String(contentsOfFile: CommandLine.arguments[1], encoding: .ascii).components(separatedBy: "\n") where !row.isEmpty {
        print(try line(row.components(separatedBy: "\t")))
    }
}
