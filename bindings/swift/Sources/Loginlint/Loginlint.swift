// Loginlint.swift - the Swift face of the C library: values in as UTF-16, immutable results out with String.Index ranges.
//
// Every function may be called from any thread on a value of its own; the C records and the UTF-16 of a call are wiped before it
// returns.  No answer shows a value when it is printed, dumped or reflected.

import CLoginlint

/// A rule, context, service or facts string that cannot be read. `offset` is in UTF-8 bytes.
public struct RuleError: Error, Equatable, Sendable {
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

/// A call that the library refused; `code` is LOGINLINT_ERROR_*.
public struct CallError: Error, Equatable, Sendable {
    public let code: Int
}

/// What is printed, dumped and reflected of an answer: its description, no member.
public protocol Discreet: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {}

extension Discreet {
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// One finding, with the place in the value that was checked.
public struct Diagnostic: Discreet, Sendable {
    public let code: Code?
    public let severity: Severity
    public let confidence: Int
    public let level: Level
    public let range: Range<String.Index>
    /// The replacement; nil without a fix and for a password.
    public let fix: String?
    /// For a person; it never quotes a character of a secret.
    public let message: String
    /// The replacement must not be shown.
    public let secret: Bool

    public var description: String { "\(code?.name ?? "?"): \(message)" }
}

public struct Candidate: Discreet, Sendable {
    public let text: String
    public let basis: Basis?
    public let confidence: Int
    public let unique: Bool
    public let caseLost: Bool
    /// The text must not be shown.
    public let secret: Bool

    public var description: String { "\(basis?.name ?? "?") \(confidence)" }
}

public struct Report: Discreet, Sendable {
    public let verdict: Verdict
    public let valid: Bool
    /// The value must not be shown; also that of an ID that looks like a card number.
    public let secret: Bool
    /// The corrected value; nil when the value needs none or is not well-formed.
    public let text: String?
    public let brand: Brand?
    public let display: String
    public let capsEvidence: Int
    public let diagnostics: [Diagnostic]
    /// Under `charset: unicode`, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed.
    public let skipped: [Skipped]

    public var description: String { ([verdict.name] + diagnostics.map { $0.code?.name ?? "?" }).joined(separator: " ") }
}

/// Memory for a record of C or for the value, wiped when the call is over.
private final class Memory<Record> {
    let at: UnsafeMutablePointer<Record>
    private let bytes: Int

    init(count: Int = 1) {
        at = .allocate(capacity: max(count, 1))
        bytes = max(count, 1) * MemoryLayout<Record>.stride
        UnsafeMutableRawPointer(at).initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
    }

    deinit {
        loginlint_wipe(at, UInt32(bytes))
        at.deallocate()
    }
}

/// The first units of a value: what is longer than that is too large anyway.
private func units(of value: String) -> (memory: Memory<UInt16>, count: UInt32) {
    let count = min(value.utf16.count, Int(LOGINLINT_INPUT_MAX) + 1)
    let memory = Memory<UInt16>(count: count)
    for (i, unit) in value.utf16.prefix(count).enumerated() {
        memory.at[i] = unit
    }
    return (memory, UInt32(count))
}

private func text(_ from: UnsafeRawPointer, _ n: UInt32) -> String {
    String(decoding: UnsafeRawBufferPointer(start: from, count: Int(n)), as: UTF8.self)
}

/// 0 goes on, a syntax error says where, any other is a call that was refused.
private func must(_ status: Int32, _ place: loginlint_where = loginlint_where()) throws {
    if status == -Int32(LOGINLINT_ERROR_SYNTAX) { throw RuleError(place) }
    if status < 0 { throw CallError(code: Int(-status)) }
}

/// What a service accepts, read once from a rule string; a value type that threads may share.
public struct Policy: @unchecked Sendable {
    var record = loginlint_policy()
    public let field: Field

    public init(_ field: Field, rules: String = "") throws {
        self.field = field
        Loginlint.verify()
        try must(loginlint_policy_init(&record, field.rawValue))
        var place = loginlint_where()
        let utf8 = Array(rules.utf8CString)
        try must(loginlint_policy_parse(&record, utf8, UInt32(utf8.count - 1), &place), place)
    }

    /// As browsers read the `passwordrules` attribute: nothing in it is an error.
    public init(_ field: Field, leniently rules: String) {
        self.field = field
        Loginlint.verify()
        _ = loginlint_policy_init(&record, field.rawValue)
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
        let units = units(of: value)
        let report = Memory<loginlint_report>()
        try must(loginlint_check_utf16(&rules, &facts, units.memory.at, units.count, report.at))
        return read(report.at, value, policy.field, language)
    }

    /// Whole-value alternatives, best first. For a secret show `basis`, never `text`; never submit several.
    public static func candidates(_ value: String, _ policy: Policy, context: String = "") throws -> [Candidate] {
        var facts = try parse(context)
        var rules = policy.record
        let units = units(of: value)
        let found = Memory<loginlint_candidates>()
        try must(loginlint_candidates_find_utf16(&rules, &facts, units.memory.at, units.count, found.at))
        let first = pointer(to: \loginlint_candidates.candidate, in: found.at).assumingMemoryBound(to: loginlint_candidate.self)
        return (0..<Int(found.at.pointee.count)).map { i in
            let c = first + i
            return Candidate(text: text(pointer(to: \loginlint_candidate.text, in: c), c.pointee.length), basis: Basis(rawValue: UInt32(c.pointee.basis)),
                             confidence: Int(c.pointee.confidence), unique: c.pointee.unique != 0, caseLost: c.pointee.case_lost != 0,
                             secret: found.at.pointee.secret != 0)
        }
    }

    private static func parse(_ context: String) throws -> loginlint_context {
        var facts = loginlint_context()
        var place = loginlint_where()
        let utf8 = Array(context.utf8CString)
        try must(loginlint_context_parse(&facts, utf8, UInt32(utf8.count - 1), &place), place)
        return facts
    }

    /// Where an array of C lies: Swift would copy it, as a tuple.
    private static func pointer<Record>(to member: PartialKeyPath<Record>, in record: UnsafePointer<Record>) -> UnsafeRawPointer {
        UnsafeRawPointer(record) + MemoryLayout<Record>.offset(of: member)!
    }

    private static func read(_ r: UnsafeMutablePointer<loginlint_report>, _ value: String, _ field: Field, _ language: Language) -> Report {
        let first = pointer(to: \loginlint_report.diagnostics, in: r).assumingMemoryBound(to: loginlint_diagnostic.self)
        let pool = pointer(to: \loginlint_report.pool, in: r)
        let secret = r.pointee.secret != 0
        let found = (0..<Int(r.pointee.count)).map { i -> Diagnostic in
            let d = first[i]
            let from = String.Index(utf16Offset: Int(d.utf16.0), in: value)
            let to = String.Index(utf16Offset: Int(d.utf16.1), in: value)
            let level = Level(rawValue: UInt32(d.level)) ?? .`none`
            let shown = level != .`none` && field != .password
            return Diagnostic(code: Code(rawValue: UInt32(d.code)), severity: Severity(rawValue: UInt32(d.severity)) ?? .error,
                              confidence: Int(d.confidence), level: level, range: from..<to,
                              fix: shown ? text(pool + Int(d.fix_at), d.fix_length) : nil,
                              message: message(r, UInt32(i), language), secret: secret)
        }
        return Report(verdict: Verdict(rawValue: UInt32(r.pointee.verdict)) ?? .fail, valid: r.pointee.valid != 0, secret: secret,
                      text: r.pointee.changed != 0 ? text(pointer(to: \loginlint_report.text, in: r), r.pointee.text_length) : nil,
                      brand: r.pointee.brand == 0 ? nil : Brand(rawValue: UInt32(r.pointee.brand)),
                      display: text(pointer(to: \loginlint_report.display, in: r), r.pointee.display_length),
                      capsEvidence: Int(r.pointee.caps_evidence), diagnostics: found,
                      skipped: (UInt32(0)..<32).compactMap { r.pointee.skipped >> $0 & 1 == 1 ? Skipped(rawValue: $0) : nil })
    }

    private static func message(_ report: UnsafePointer<loginlint_report>, _ i: UInt32, _ language: Language) -> String {
        var bytes = [UInt8](repeating: 0, count: 1024)
        let n = loginlint_message(report, i, language.rawValue, &bytes, UInt32(bytes.count))
        return String(decoding: bytes.prefix(Int(max(0, min(n, 1024)))), as: UTF8.self)
    }
}
