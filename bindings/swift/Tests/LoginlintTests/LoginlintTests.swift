// SPDX-License-Identifier: MIT
import XCTest
@testable import Loginlint

/// The shared cases (tests/cases/check.tsv): verdict and codes; the path comes from LOGINLINT_CASES.
final class LoginlintTests: XCTestCase {
    private func unescape(_ s: String) -> String? {
        if s.contains("\\x") || s.range(of: "\\\\uD[89A-F]", options: .regularExpression) != nil { return nil } // raw bytes, lone surrogates
        var out = "", rest = Substring(s)
        while let c = rest.popFirst() {
            guard c == "\\", let kind = rest.popFirst() else { out.append(c); continue }
            guard kind == "u" || kind == "U" else { out.append(kind); continue }
            let width = kind == "u" ? 4 : 8
            guard let cp = UInt32(rest.prefix(width), radix: 16), let scalar = Unicode.Scalar(cp) else { return nil }
            out.unicodeScalars.append(scalar)
            rest = rest.dropFirst(width)
        }
        return out
    }

    func testSharedCases() throws {
        guard let path = ProcessInfo.processInfo.environment["LOGINLINT_CASES"] else { throw XCTSkip("LOGINLINT_CASES is not set") }
        for line in try String(contentsOfFile: path, encoding: .ascii).split(separator: "\n") where !line.hasPrefix("#") {
            let column = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            let fields: [String: Field] = ["login-id": .loginId, "password": .password, "card-number": .cardNumber, "pin": .pin]
            guard let value = unescape(column[4]), let field = fields[column[1]] else { continue }
            let report = try Policy(field, rules: column[2]).check(value, context: column[3])
            XCTAssertEqual(report.verdict.name, column[5], column[0])
            let codes = report.diagnostics.compactMap { $0.code?.name }.joined(separator: " ")
            XCTAssertEqual(codes.isEmpty ? "-" : codes, column[6], column[0])
        }
    }

    func testSkipped() throws {
        let report = try Policy(.password, rules: "charset: unicode").check("cafe\u{301}")
        XCTAssertEqual(report.skipped.map(\.name), ["normalization"])
        XCTAssertTrue(try Policy(.password).check("cafe").skipped.isEmpty)
    }

    func testRanges() throws {
        let value = "taro\u{30FC}yamada"
        let report = try Policy(.loginId).check(value)
        XCTAssertEqual(report.text, "taro-yamada")
        XCTAssertEqual(String(value[report.diagnostics[0].range]), "\u{30FC}")
    }

    func testOneActIsOneCause() throws {
        let value = "４１１１ー１１１１ー１１１１ー１１１１", report = try Policy(.cardNumber).check(value)
        let cause = try XCTUnwrap(report.causes.first)
        XCTAssertEqual("\(report.causes)", "[input-method:apply]")
        XCTAssertEqual(String(value[cause.range]), value)
        XCTAssertEqual(cause.diagnostics, Array(0..<10))
        XCTAssertTrue(cause.candidate == nil && cause.basis == nil && cause.place == nil && cause.severity == .warning && cause.secret)
        XCTAssertEqual(cause.message(.ja), "日本語入力がオンのまま入力されたようです。")
        XCTAssertEqual(cause.next(.en), "It was changed to half-width, and the separators that are not needed were removed.")
        XCTAssertTrue(report.acceptable && report.candidates.isEmpty && report.causesLeft == 0 && report.worst?.code == .fullwidthForm)
        let right = try Policy(.pin).check("4829", candidates: true)
        XCTAssertTrue(right.causes.isEmpty && right.acceptable && right.worst == nil)
        XCTAssertEqual(try Policy(.cardNumber).check("taro@example.com").causes.first?.place, .loginId)
    }

    func testCandidatesDecideBetweenWaysOfTyping() throws {
        let policy = try Policy(.password)
        XCTAssertEqual("\(try policy.check("とちなからすにう").causes)", "[input-method:retype]")
        let found = try policy.check("とちなからすにう", candidates: true)
        let cause = try XCTUnwrap(found.causes.first)
        XCTAssertEqual("\(cause) \(cause.basis!.name)", "kana-input:choose kana-layout")
        XCTAssertEqual(found.candidates[cause.candidate!].basis, cause.basis)
        let typo = try Policy(.loginId, rules: "kind: email").check("taro@gmial.com")
        XCTAssertTrue(typo.diagnostics[0].message(.en).contains("gmail.com"))
    }

    func testLocalesHaveLanguages() {
        for (locale, language) in [("ja_JP.UTF-8", Language.ja), ("ja", .ja), ("ko-KR", .ko), ("zh", .zhHans), ("zh_CN", .zhHans), ("zh-Hans-HK", .zhHans), ("zh_TW@x", .en),
                                   ("zh-Hant", .en), ("zh-Hant-CN", .en), ("de", .en), ("", .en), ("en-GB", .en)] {
            XCTAssertEqual(Language(locale: locale), language, locale)
        }
    }

    func testPoliciesAreValues() throws {
        let one = try Policy(.password, rules: "minlength:8;required:lower")
        XCTAssertEqual(Set([one, try Policy(.password, rules: "  required: lower;   minlength: 8;"), try Policy(one.field, rules: "\(one)")]).count, 1)
        XCTAssertNotEqual(one, try Policy(.password, rules: "minlength: 9; required: lower"))
        XCTAssertNotEqual(try Policy(.pin), try Policy(.cardNumber))
    }

    /// The module can be named, and a policy and a report go between threads.
    func testNamesAndThreads() async throws {
        let policy = try Loginlint.Policy(.pin)
        let report = await Task.detached { try? policy.check("１２３４") }.value
        XCTAssertEqual(report?.causes.first?.code, .fullwidthInput)
        do { _ = try Policy(.pin, rules: "x") } catch let error as Loginlint.RuleError { XCTAssertEqual(error.offset, 0) }
    }
}
