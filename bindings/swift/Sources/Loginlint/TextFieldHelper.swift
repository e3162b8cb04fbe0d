// SPDX-License-Identifier: MIT
// TextFieldHelper.swift - watches a UITextField and never edits text that is being composed (an edit then breaks Japanese input).

#if canImport(UIKit)
import UIKit

@MainActor
public final class TextFieldHelper {
    private weak var field: UITextField?
    private weak var message: UILabel?
    private let policy: Policy
    private let language: Language
    /// Of the value that the person was told about: a hash of this process's own, for a typed secret is not kept.
    private var told: Int?

    public init(_ field: UITextField, message: UILabel, policy: Policy, language: Language) {
        self.field = field
        self.message = message
        self.policy = policy
        self.language = language
        field.addAction(UIAction { [weak self] _ in self?.changed() }, for: .editingChanged)
    }

    private func changed() {
        guard let field = field else { return }
        let composing = field.markedTextRange != nil ? "; composing: yes" : ""
        if let report = check(field.text ?? "", composing) { show(report) }
    }

    /// Candidates are searched only for what will be shown.
    private func check(_ typed: String, _ more: String) -> Report? {
        let context = "keyboard: touch; platform: ios" + more
        let report = try? policy.check(typed, context: context)
        guard let first = report, !first.acceptable, first.verdict != .incomplete else { return report }
        return try? policy.check(typed, context: context, candidates: true)
    }

    private func show(_ report: Report) {
        let cause = report.verdict == .incomplete ? nil : report.causes.first
        message?.text = cause.map { $0.message(language) + "\n" + $0.next(language) } ?? ""
    }

    /// The value to submit, or nil to stay once with the message shown; the same value again goes through, unless it is empty.
    public func submit() -> String? {
        guard let field = field, let typed = field.text, let report = check(typed, "; stage: submit") else { return nil }
        if report.acceptable { return report.text ?? typed }
        if typed.hashValue == told, !typed.isEmpty { return typed }
        told = typed.hashValue
        show(report)
        field.becomeFirstResponder()
        return nil
    }
}
#endif
