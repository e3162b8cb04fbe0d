// Loginlint.swift - the Swift face of the C library: values in as UTF-16, immutable results out with String.Index ranges.
//
// Every function may be called from any thread on a value of its own; the C records of a call are wiped before it returns.
// Not compiled where it was written (no Swift compiler there): reviewed line by line against include/loginlint.h.

import CLoginlint

/// A rule, context, service or facts string that cannot be read. `offset` is in UTF-8 bytes.
public struct RuleError: Error, Equatable {
    public let offset: Int
    public let length: Int
    public let found: Found?
    public let expected: Expected?

    init(_ place: loginlint_where) {
        offset = Int(place.offset)
        length = Int(place.length)
        found = Found(rawValue: UInt32(place.found))
        expected = Expected(rawValue: UInt32(place.expected))
    }
}

/// One finding, with the place in the value that was checked.
public struct Diagnostic {
    public let code: Code?
    public let severity: Severity
    public let confidence: Int
    public let level: Level
    public let range: Range<String.Index>
    /// The replacement; nil without a fix and for a password.
    public let fix: String?
    public let message: String
}

public struct Candidate {
    public let text: String
    public let basis: Basis?
    public let confidence: Int
    public let unique: Bool
    public let caseLost: Bool
}

public struct Report {
    public let verdict: Verdict
    public let valid: Bool
    public let secret: Bool
    /// The corrected value; nil when the value needs none or is not well-formed.
    public let text: String?
    public let brand: Brand?
    public let display: String
    public let capsEvidence: Int
    public let diagnostics: [Diagnostic]
    /// Under `charset: unicode`, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed.
    public let skipped: [Skipped]
}

/// What a service accepts, read once from a rule string; a value type that threads may share.
public struct Policy {
    var record = loginlint_policy()
    public let field: Field

    public init(_ field: Field, rules: String = "") throws {
        self.field = field
        Loginlint.verify()
        precondition(loginlint_policy_init(&record, field.rawValue) == 0)
        var place = loginlint_where()
        let utf8 = Array(rules.utf8CString)
        if loginlint_policy_parse(&record, utf8, UInt32(utf8.count - 1), &place) != 0 {
            throw RuleError(place)
        }
    }

    /// As browsers read the `passwordrules` attribute.
    public init(_ field: Field, leniently rules: String) {
        self.field = field
        Loginlint.verify()
        precondition(loginlint_policy_init(&record, field.rawValue) == 0)
        let utf8 = Array(rules.utf8CString)
        _ = loginlint_policy_parse_lenient(&record, utf8, UInt32(utf8.count - 1))
    }
}

public enum Loginlint {
    private static let layoutsAgree: Bool = {
        loginlint_abi() == LOGINLINT_ABI
            && loginlint_sizeof(LOGINLINT_RECORD_POLICY) == UInt32(MemoryLayout<loginlint_policy>.size)
            && loginlint_sizeof(LOGINLINT_RECORD_REPORT) == UInt32(MemoryLayout<loginlint_report>.size)
            && loginlint_sizeof(LOGINLINT_RECORD_CANDIDATES) == UInt32(MemoryLayout<loginlint_candidates>.size)
    }()

    static func verify() {
        precondition(layoutsAgree, "loginlint: the library's ABI or record sizes are not those this package was built for")
    }

    public static func check(_ value: String, _ policy: Policy, context: String = "", language: Language = .en) throws -> Report {
        var facts = try parse(context)
        var rules = policy.record
        let units = Array(value.utf16)
        let report = UnsafeMutablePointer<loginlint_report>.allocate(capacity: 1)
        defer {
            loginlint_wipe(report, UInt32(MemoryLayout<loginlint_report>.size))
            report.deallocate()
        }
        let status = loginlint_check_utf16(&rules, &facts, units, UInt32(units.count), report)
        precondition(status == 0, "loginlint: misuse \(status)")
        return read(report, value, policy.field, language)
    }

    /// Whole-value alternatives, best first. For a secret show `basis`, never `text`; never submit several.
    public static func candidates(_ value: String, _ policy: Policy, context: String = "") throws -> [Candidate] {
        var facts = try parse(context)
        var rules = policy.record
        let units = Array(value.utf16)
        let found = UnsafeMutablePointer<loginlint_candidates>.allocate(capacity: 1)
        defer {
            loginlint_wipe(found, UInt32(MemoryLayout<loginlint_candidates>.size))
            found.deallocate()
        }
        found.pointee.allowed = 0
        let status = loginlint_candidates_find_utf16(&rules, &facts, units, UInt32(units.count), found)
        precondition(status == 0, "loginlint: misuse \(status)")
        return withUnsafeBytes(of: &found.pointee.candidate) { bytes in
            bytes.bindMemory(to: loginlint_candidate.self).prefix(Int(found.pointee.count)).map { c in
                Candidate(text: string(of: c.text, Int(c.length)), basis: Basis(rawValue: UInt32(c.basis)), confidence: Int(c.confidence),
                          unique: c.unique != 0, caseLost: c.case_lost != 0)
            }
        }
    }

    private static func parse(_ context: String) throws -> loginlint_context {
        var facts = loginlint_context()
        var place = loginlint_where()
        let utf8 = Array(context.utf8CString)
        if loginlint_context_parse(&facts, utf8, UInt32(utf8.count - 1), &place) != 0 {
            throw RuleError(place)
        }
        return facts
    }

    /// The first `n` bytes of a C array (a tuple in Swift) as text.
    private static func string<T>(of array: T, _ n: Int, from: Int = 0) -> String {
        withUnsafeBytes(of: array) { String(decoding: $0[from..<(from + n)], as: UTF8.self) }
    }

    private static func read(_ report: UnsafeMutablePointer<loginlint_report>, _ value: String, _ field: Field, _ language: Language) -> Report {
        let r = report.pointee
        var found: [Diagnostic] = []
        for i in 0..<r.count {
            let d = withUnsafeBytes(of: r.diagnostics) { $0.bindMemory(to: loginlint_diagnostic.self)[Int(i)] }
            let from = String.Index(utf16Offset: Int(d.utf16.0), in: value)
            let to = String.Index(utf16Offset: Int(d.utf16.1), in: value)
            let level = Level(rawValue: UInt32(d.level)) ?? .`none`
            let shown = level != .`none` && field != .password
            found.append(Diagnostic(code: Code(rawValue: UInt32(d.code)), severity: Severity(rawValue: UInt32(d.severity)) ?? .error,
                                    confidence: Int(d.confidence), level: level, range: from..<to,
                                    fix: shown ? string(of: r.pool, Int(d.fix_length), from: Int(d.fix_at)) : nil,
                                    message: message(report, i, language)))
        }
        return Report(verdict: Verdict(rawValue: UInt32(r.verdict)) ?? .fail, valid: r.valid != 0, secret: r.secret != 0,
                      text: r.changed != 0 ? string(of: r.text, Int(r.text_length)) : nil,
                      brand: r.brand == 0 ? nil : Brand(rawValue: UInt32(r.brand)),
                      display: string(of: r.display, Int(r.display_length)), capsEvidence: Int(r.caps_evidence), diagnostics: found,
                      skipped: (UInt32(0)..<32).compactMap { r.skipped >> $0 & 1 == 1 ? Skipped(rawValue: $0) : nil })
    }

    private static func message(_ report: UnsafePointer<loginlint_report>, _ i: UInt32, _ language: Language) -> String {
        var bytes = [UInt8](repeating: 0, count: 1024)
        let n = loginlint_message(report, i, language.rawValue, &bytes, UInt32(bytes.count))
        return String(decoding: bytes.prefix(Int(max(0, min(n, 1024)))), as: UTF8.self)
    }
}
