// SPDX-License-Identifier: MIT
import XCTest
@testable import Loginlint

/// What the types let through is an error or an answer, and nothing that prints, dumps or reflects an answer shows a secret.
final class MisuseTests: XCTestCase {
    func testNonsenseIsAnError() throws {
        let pin = try Policy(.pin)
        XCTAssertThrowsError(try Policy(.pin, rules: "digits: x")) { XCTAssertEqual(($0 as? RuleError)?.offset, 8) }
        XCTAssertThrowsError(try Policy(.pin, rules: "a\0b")) { XCTAssertTrue($0 is RuleError) }
        XCTAssertThrowsError(try Policy(.pin, rules: String(repeating: "a", count: 1 << 20)))
        XCTAssertThrowsError(try pin.check("1", context: "stage: never")) { XCTAssertTrue($0 is RuleError) }
        XCTAssertThrowsError(try pin.candidates(for: "1", context: "\u{1F600}")) { XCTAssertTrue($0 is RuleError) }
        XCTAssertEqual(Policy(.password, leniently: "nonsense; \0").field, .password)
        for value in ["", "\0", String(repeating: "a", count: 1 << 20), String(repeating: "\u{1F468}\u{200D}\u{1F469}", count: 600), "e\u{301}\u{FFFD}"] {
            for field in [Field.loginId, .password, .cardNumber, .pin] {
                let policy = try Policy(field)
                let report = try policy.check(value, candidates: true)
                for d in report.diagnostics { XCTAssertTrue(d.range.upperBound <= value.endIndex && !d.message(.en).isEmpty) }
                for c in report.causes { XCTAssertTrue(c.range.upperBound <= value.endIndex && !c.message(.ko).isEmpty && !c.next(.zhHans).isEmpty) }
                _ = try policy.candidates(for: value)
            }
        }
    }

    private func printed(_ thing: Any) -> String {
        var out = "\(thing) \(String(reflecting: thing)) \(String(describing: thing)) "
        dump(thing, to: &out)
        print(thing, to: &out)
        debugPrint(thing, to: &out)
        for child in Mirror(reflecting: thing).children { out += "\(child)" }
        return out
    }

    private struct Session {
        let report: Report
        let candidates: [Candidate]
        let found: [String: Diagnostic]
    }

    func testNoSecretIsShown() throws {
        let rows: [(Field, String, [String])] = [
            (.password, "Ｘyzzy12345", ["yzzy", "Ｘ"]), (.password, "ひみつｄａｙｏ", ["himit", "ひみつ", "dayo"]), (.cardNumber, "4539-5787-6362-1486", ["5787"]),
            (.cardNumber, "４５３９５７８７６３６２１４８６", ["5787", "５７"]), (.loginId, "４５３９５７８７６３６２１４８６", ["5787", "５７"]),
            (.loginId, "4539 5787 6362 1486", ["5787"]), (.pin, "９８７６", ["9876", "９８"]),
        ]
        for (field, value, quoted) in rows {
            let policy = try Policy(field)
            let report = try policy.check(value, candidates: true)
            let candidates = try policy.candidates(for: value)
            XCTAssertTrue(report.secret && candidates.allSatisfy { $0.secret } && report.diagnostics.allSatisfy { $0.secret } && report.causes.allSatisfy { $0.secret })
            var session = Session(report: report, candidates: candidates, found: [:])
            if let first = report.diagnostics.first { session = Session(report: report, candidates: candidates, found: ["a": first]) }
            var said = printed(report.causes) + printed(report.causes.first as Any)
            for language in Language.allCases {
                said += report.causes.map { $0.message(language) + $0.next(language) }.joined() + report.diagnostics.map { $0.message(language) }.joined()
            }
            said += printed(report) + printed(candidates) + printed(report.diagnostics) + printed(session) + printed(Optional(report) as Any)
            for part in quoted { XCTAssertFalse(said.contains(part), "\(part) of \(value)") }
        }
        XCTAssertEqual(try Policy(.loginId).check("ｔａｒｏ").text, "taro")
    }
}
