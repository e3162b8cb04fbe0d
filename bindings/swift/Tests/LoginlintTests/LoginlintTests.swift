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
            let report = try Loginlint.check(value, Policy(field, rules: column[2]), context: column[3])
            XCTAssertEqual(report.verdict.name, column[5], column[0])
            let codes = report.diagnostics.compactMap { $0.code?.name }.joined(separator: " ")
            XCTAssertEqual(codes.isEmpty ? "-" : codes, column[6], column[0])
        }
    }

    func testSkipped() throws {
        let report = try Loginlint.check("cafe\u{301}", Policy(.password, rules: "charset: unicode"))
        XCTAssertEqual(report.skipped.map(\.name), ["normalization"])
        XCTAssertTrue(try Loginlint.check("cafe", Policy(.password)).skipped.isEmpty)
    }

    func testRanges() throws {
        let value = "taro\u{30FC}yamada"
        let report = try Loginlint.check(value, Policy(.loginId))
        XCTAssertEqual(report.text, "taro-yamada")
        XCTAssertEqual(String(value[report.diagnostics[0].range]), "\u{30FC}")
    }
}
