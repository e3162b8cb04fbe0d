// SPDX-License-Identifier: MIT
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

/// A place in the value that was checked, half-open, as each unit counts it.
public struct Span: Hashable, Sendable {
    public let utf8: Range<Int>
    public let utf16: Range<Int>
    public let scalars: Range<Int>

    init(_ utf8: (UInt32, UInt32), _ utf16: (UInt32, UInt32), _ scalars: (UInt32, UInt32)) {
        self.utf8 = Int(utf8.0)..<Int(utf8.1)
        self.utf16 = Int(utf16.0)..<Int(utf16.1)
        self.scalars = Int(scalars.0)..<Int(scalars.1)
    }

    func range(in value: String) -> Range<String.Index> {
        String.Index(utf16Offset: utf16.lowerBound, in: value)..<String.Index(utf16Offset: utf16.upperBound, in: value)
    }
}

/// One finding: the evidence for a cause, with the place in the value that was checked.
public struct Diagnostic: Discreet, Sendable {
    public let code: Code?
    public let severity: Severity
    public let confidence: Int
    public let level: Level
    public let operation: Operation?
    public let range: Range<String.Index>
    public let span: Span
    /// The replacement; nil without a fix and for a password.
    public let fix: String?
    /// The replacement must not be shown.
    public let secret: Bool
    let sentences: Sentences
    let number: Int

    /// The sentence for a person; it never quotes a character of a secret.
    public func message(_ language: Language) -> String { sentences.ofDiagnostic(number, language) }

    public var description: String { code?.name ?? "?" }
}

/// What the person or the device did: one act, whatever the number of findings that it left behind.
public struct Cause: Discreet, Sendable {
    public let code: CauseCode?
    public let severity: Severity
    public let confidence: Int
    /// `apply`: offer `Report.text`; `choose`: offer `Report.candidates[candidate!]`; `retype`: say which key to press; `look`: point at the
    /// range; `go`: name the box that it belongs to.
    public let remedy: Remedy
    public let range: Range<String.Index>
    public let span: Span
    /// Which of `Report.diagnostics` it explains.
    public let diagnostics: [Int]
    /// With `choose`: which candidate, and what it undoes.
    public let candidate: Int?
    public let basis: Basis?
    /// The field that the value belongs to, where that seems to be another.
    public let place: Field?
    /// No character of the value is here.
    public let secret: Bool
    let sentences: Sentences
    let number: Int

    /// What happened, in one sentence; never a character of a secret.
    public func message(_ language: Language) -> String { sentences.ofCause(number, language, loginlint_cause_message) }

    /// What to do; with `apply` and `choose` what the button says.
    public func next(_ language: Language) -> String { sentences.ofCause(number, language, loginlint_cause_next) }

    public var description: String { "\(code?.name ?? "?"):\(remedy.name)" }
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
    public let wellFormed: Bool
    /// The corrected value; nil when the value needs none or is not well-formed.
    public let text: String?
    public let brand: Brand?
    public let display: String
    public let capsEvidence: Int
    public let diagnostics: [Diagnostic]
    /// How many there were; `diagnostics` has at most 64.
    public let total: Int
    /// Under `charset: unicode`, what only libloginlint-icu (C, not bound here) decides: not decided, and not passed.
    public let skipped: [Skipped]
    /// Best first, where they were asked for. For a secret show `basis`, never `text`; never submit several.
    public let candidates: [Candidate]
    /// At most three, most helpful first; told by the candidates where they were asked for.
    public let causes: [Cause]
    /// How many causes there was no place for.
    public let causesLeft: Int

    /// What was typed, or `text` in its place, may be submitted without a word to the person.
    public var acceptable: Bool { verdict == .pass || verdict == .fixed }

    /// The gravest finding, the first of those that are as grave.
    public var worst: Diagnostic? {
        diagnostics.reduce(nil) { $0 == nil || $1.severity.rawValue > $0!.severity.rawValue ? $1 : $0 }
    }

    public var description: String { ([verdict.name] + diagnostics.map { $0.code?.name ?? "?" }).joined(separator: " ") }
}

extension Language {
    /// For a locale such as `ja_JP` or `zh-Hans-SG`: the one that has its language and script, else English.
    public init(locale identifier: String) {
        let head = identifier.prefix(while: { $0 != "." && $0 != "@" })
        let parts: [String] = head.split(whereSeparator: { $0 == "-" || $0 == "_" }).map { $0.lowercased() }
        if parts.first == "zh" {
            let traditional = ["tw", "hk", "mo"].contains(where: { parts.contains($0) })
            let script = parts.first(where: { $0 == "hans" || $0 == "hant" }) ?? (traditional ? "hant" : "hans")
            self = script == "hans" ? .zhHans : .en
        } else {
            self = Language.allCases.first(where: { $0.name == parts.first }) ?? .en
        }
    }
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

/// Where an array of C lies: Swift would copy it, as a tuple.
private func pointer<Record>(to member: PartialKeyPath<Record>, in record: UnsafePointer<Record>) -> UnsafeRawPointer {
    UnsafeRawPointer(record) + MemoryLayout<Record>.offset(of: member)!
}

private func elements<Record, Element>(_ member: PartialKeyPath<Record>, of record: UnsafePointer<Record>, _: Element.Type) -> UnsafePointer<Element> {
    pointer(to: member, in: record).assumingMemoryBound(to: Element.self)
}

/// What the sentences of one report are made from when somebody reads them: the findings and causes as C has them. Of a secret no
/// character is in it.
final class Sentences: Sendable, CustomReflectable {
    private let report: [UInt8]
    private let pool: [UInt8]
    private let explanation: [UInt8]

    init(_ r: UnsafePointer<loginlint_report>, _ e: UnsafePointer<loginlint_explanation>) {
        let count = Int(r.pointee.count)
        let first = elements(\loginlint_report.diagnostics, of: r, loginlint_diagnostic.self)
        let used = r.pointee.secret != 0 ? 0 : (0..<count).map { Int(first[$0].fix_at + first[$0].fix_length) }.max() ?? 0
        report = count == 0 ? [] : Array(UnsafeRawBufferPointer(start: r, count: Int(r.pointee.header) + count * Int(r.pointee.stride)))
        pool = Array(UnsafeRawBufferPointer(start: pointer(to: \loginlint_report.pool, in: r), count: used))
        explanation = e.pointee.count == 0 ? [] : Array(UnsafeRawBufferPointer(start: e, count: MemoryLayout<loginlint_explanation>.size))
    }

    var customMirror: Mirror { Mirror(self, children: []) }

    func ofDiagnostic(_ i: Int, _ language: Language) -> String {
        let memory = Memory<loginlint_report>()
        defer { withExtendedLifetime(memory) {} }
        let r = UnsafeMutableRawPointer(memory.at)
        report.withUnsafeBytes { r.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
        if !pool.isEmpty {
            let at = r + MemoryLayout<loginlint_report>.offset(of: \loginlint_report.pool)!
            pool.withUnsafeBytes { at.copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
        }
        return said { loginlint_message(memory.at, UInt32(i), language.rawValue, $0, $1) }
    }

    typealias Writer = (UnsafePointer<loginlint_explanation>?, UInt32, UInt32, UnsafeMutablePointer<UInt8>?, UInt32) -> Int32

    func ofCause(_ i: Int, _ language: Language, _ write: Writer) -> String {
        let memory = Memory<loginlint_explanation>()
        defer { withExtendedLifetime(memory) {} }
        explanation.withUnsafeBytes { UnsafeMutableRawPointer(memory.at).copyMemory(from: $0.baseAddress!, byteCount: $0.count) }
        return said { write(memory.at, UInt32(i), language.rawValue, $0, $1) }
    }

    private func said(_ write: (UnsafeMutablePointer<UInt8>, UInt32) -> Int32) -> String {
        let bytes = Memory<UInt8>(count: Int(LOGINLINT_SENTENCE_MAX))
        defer { withExtendedLifetime(bytes) {} }
        let n = write(bytes.at, LOGINLINT_SENTENCE_MAX)
        return text(bytes.at, UInt32(max(0, min(n, Int32(LOGINLINT_SENTENCE_MAX)))))
    }
}

private let layoutsAgree: Bool = {
    loginlint_abi() == LOGINLINT_ABI
        && loginlint_sizeof(LOGINLINT_RECORD_POLICY) == UInt32(MemoryLayout<loginlint_policy>.size)
        && loginlint_sizeof(LOGINLINT_RECORD_REPORT) == UInt32(MemoryLayout<loginlint_report>.size)
        && loginlint_sizeof(LOGINLINT_RECORD_CANDIDATES) == UInt32(MemoryLayout<loginlint_candidates>.size)
        && loginlint_sizeof(LOGINLINT_RECORD_EXPLANATION) == UInt32(MemoryLayout<loginlint_explanation>.size)
}()

/// The key under which two login IDs are the same to a person: what a table of users is searched by before a new ID is taken, or indexed
/// by; `same`: in what they may differ. The key of a secret is as secret.
public func key(of value: String, same: Set<Same> = Set(Same.allCases)) throws -> String {
    let value = units(of: value)
    let differences = same.reduce(0) { $0 | $1.rawValue }
    let needed = loginlint_key_utf16(differences, value.memory.at, value.count, nil, 0)
    try must(needed)
    let bytes = Memory<UInt8>(count: Int(needed))
    defer { withExtendedLifetime((value.memory, bytes)) {} }
    return text(bytes.at, UInt32(loginlint_key_utf16(differences, value.memory.at, value.count, bytes.at, UInt32(needed))))
}

/// What a service accepts, read once from a rule string; a value that is equal and hashed by what it accepts, and that threads may share.
public struct Policy: Hashable, CustomStringConvertible, @unchecked Sendable {
    private var record = loginlint_policy()
    public let field: Field
    /// The canonical rule string.
    public private(set) var description = ""

    private init(_ field: Field, _ parse: (inout loginlint_policy) throws -> Void) rethrows {
        precondition(layoutsAgree, "loginlint: the library's ABI or record sizes are not those this package was built for")
        self.field = field
        _ = loginlint_policy_init(&record, field.rawValue)
        try parse(&record)
        let bytes = Memory<CChar>(count: 8192)
        defer { withExtendedLifetime(bytes) {} }
        let n = loginlint_policy_print(&record, bytes.at, 8192)
        description = text(bytes.at, UInt32(max(0, min(n, 8192))))
    }

    public init(_ field: Field, rules: String = "") throws {
        try self.init(field) { record in
            var place = loginlint_where()
            let utf8 = Array(rules.utf8CString)
            try must(loginlint_policy_parse(&record, utf8, UInt32(utf8.count - 1), &place), place)
        }
    }

    /// As browsers read the `passwordrules` attribute: nothing in it is an error.
    public init(_ field: Field, leniently rules: String) {
        self.init(field) { record in
            let utf8 = Array(rules.utf8CString)
            _ = loginlint_policy_parse_lenient(&record, utf8, UInt32(utf8.count - 1))
        }
    }

    public static func == (one: Policy, other: Policy) -> Bool { one.field == other.field && one.description == other.description }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(field)
        hasher.combine(description)
    }

    /// Checks a value. With `candidates` the report has them, and its causes are told by them: what a form does before it shows a value that
    /// is `ask` or `fail`.
    public func check(_ value: String, context: String = "", candidates: Bool = false) throws -> Report {
        var facts = try Policy.parse(context)
        var rules = record
        let units = units(of: value)
        let report = Memory<loginlint_report>()
        let explanation = Memory<loginlint_explanation>()
        try must(loginlint_check_utf16(&rules, &facts, units.memory.at, units.count, report.at))
        let found: Memory<loginlint_candidates>? = try candidates ? find(units, &facts) : nil
        defer { withExtendedLifetime((units.memory, report, explanation, found)) {} }
        if report.at.pointee.count > 0 {
            try must(loginlint_explain_utf16(&rules, &facts, units.memory.at, units.count, report.at, found?.at, explanation.at))
        }
        return read(report.at, explanation.at, found.map { list($0.at) } ?? [], value)
    }

    /// Whole-value alternatives, best first. For a secret show `basis`, never `text`; never submit several.
    public func candidates(for value: String, context: String = "") throws -> [Candidate] {
        var facts = try Policy.parse(context)
        let found = try find(units(of: value), &facts)
        return withExtendedLifetime(found) { list(found.at) }
    }

    private func find(_ units: (memory: Memory<UInt16>, count: UInt32), _ facts: inout loginlint_context) throws -> Memory<loginlint_candidates> {
        var rules = record
        let found = Memory<loginlint_candidates>()
        defer { withExtendedLifetime(units.memory) {} }
        try must(loginlint_candidates_find_utf16(&rules, &facts, units.memory.at, units.count, found.at))
        return found
    }

    private static func parse(_ context: String) throws -> loginlint_context {
        var facts = loginlint_context()
        var place = loginlint_where()
        let utf8 = Array(context.utf8CString)
        try must(loginlint_context_parse(&facts, utf8, UInt32(utf8.count - 1), &place), place)
        return facts
    }

    private func list(_ found: UnsafePointer<loginlint_candidates>) -> [Candidate] {
        let first = elements(\loginlint_candidates.candidate, of: found, loginlint_candidate.self)
        return (0..<Int(found.pointee.count)).map { i in
            let c = first + i
            return Candidate(text: text(pointer(to: \loginlint_candidate.text, in: c), c.pointee.length), basis: Basis(rawValue: UInt32(c.pointee.basis)),
                             confidence: Int(c.pointee.confidence), unique: c.pointee.unique != 0, caseLost: c.pointee.case_lost != 0,
                             secret: found.pointee.secret != 0)
        }
    }

    private func diagnostics(_ r: UnsafePointer<loginlint_report>, _ value: String, _ sentences: Sentences) -> [Diagnostic] {
        let first = elements(\loginlint_report.diagnostics, of: r, loginlint_diagnostic.self)
        let pool = pointer(to: \loginlint_report.pool, in: r)
        return (0..<Int(r.pointee.count)).map { i in
            let d = first[i]
            let level = Level(rawValue: UInt32(d.level)) ?? .`none`
            let shown = level != .`none` && field != .password
            let span = Span(d.byte, d.utf16, d.character)
            return Diagnostic(code: Code(rawValue: UInt32(d.code)), severity: Severity(rawValue: UInt32(d.severity)) ?? .error,
                              confidence: Int(d.confidence), level: level, operation: Operation(rawValue: UInt32(d.operation)),
                              range: span.range(in: value), span: span, fix: shown ? text(pool + Int(d.fix_at), d.fix_length) : nil,
                              secret: r.pointee.secret != 0, sentences: sentences, number: i)
        }
    }

    private func causes(_ e: UnsafePointer<loginlint_explanation>, _ value: String, _ sentences: Sentences) -> [Cause] {
        let first = elements(\loginlint_explanation.cause, of: e, loginlint_cause.self)
        return (0..<Int(e.pointee.count)).map { i in
            let c = first[i]
            let span = Span(c.byte, c.utf16, c.character)
            let bits = UInt64(c.diagnostics.0) | UInt64(c.diagnostics.1) << 32
            let none = UInt8(LOGINLINT_NOTHING)
            return Cause(code: CauseCode(rawValue: UInt32(c.code)), severity: Severity(rawValue: UInt32(c.severity)) ?? .error,
                         confidence: Int(c.confidence), remedy: Remedy(rawValue: UInt32(c.remedy)) ?? .`none`, range: span.range(in: value), span: span,
                         diagnostics: (0..<64).filter { bits >> UInt64($0) & 1 == 1 }, candidate: c.candidate == none ? nil : Int(c.candidate),
                         basis: Basis(rawValue: UInt32(c.basis)), place: Field(rawValue: UInt32(c.place)), secret: c.secret != 0,
                         sentences: sentences, number: i)
        }
    }

    private func read(_ r: UnsafePointer<loginlint_report>, _ e: UnsafePointer<loginlint_explanation>, _ candidates: [Candidate], _ value: String) -> Report {
        let sentences = Sentences(r, e)
        return Report(verdict: Verdict(rawValue: UInt32(r.pointee.verdict)) ?? .fail, valid: r.pointee.valid != 0, secret: r.pointee.secret != 0,
                      wellFormed: r.pointee.wellformed != 0,
                      text: r.pointee.changed != 0 ? text(pointer(to: \loginlint_report.text, in: r), r.pointee.text_length) : nil,
                      brand: r.pointee.brand == 0 ? nil : Brand(rawValue: UInt32(r.pointee.brand)),
                      display: text(pointer(to: \loginlint_report.display, in: r), r.pointee.display_length),
                      capsEvidence: Int(r.pointee.caps_evidence), diagnostics: diagnostics(r, value, sentences), total: Int(r.pointee.total),
                      skipped: Skipped.allCases.filter { r.pointee.skipped >> $0.rawValue & 1 == 1 }, candidates: candidates,
                      causes: causes(e, value, sentences), causesLeft: Int(e.pointee.left))
    }
}
