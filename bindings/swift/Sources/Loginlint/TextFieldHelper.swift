// TextFieldHelper.swift - watches a UITextField and never edits text that is being composed (an edit then breaks Japanese input).

#if canImport(UIKit)
import UIKit

public final class TextFieldHelper: NSObject {
    private weak var field: UITextField?
    private weak var message: UILabel?
    private let policy: Policy
    private let language: Language
    private var told: String?

    public init(_ field: UITextField, message: UILabel, policy: Policy, language: Language) {
        self.field = field
        self.message = message
        self.policy = policy
        self.language = language
        super.init()
        field.addTarget(self, action: #selector(changed), for: .editingChanged)
    }

    @objc private func changed() {
        guard let field = field else { return }
        let composing = field.markedTextRange != nil ? "; composing: yes" : ""
        guard let report = try? Loginlint.check(field.text ?? "", policy, context: "keyboard: touch; platform: ios" + composing, language: language)
        else { return }
        show(report)
    }

    private func show(_ report: Report) {
        let quiet = report.verdict == .incomplete || report.verdict == .pass
        let worst = report.diagnostics.max { $0.severity.rawValue < $1.severity.rawValue }
        message?.text = quiet ? "" : worst?.message
    }

    /// The value to submit, or nil to stay once with the message shown; the same value again goes through.
    public func submit() -> String? {
        guard let field = field, let typed = field.text,
              let report = try? Loginlint.check(typed, policy, context: "keyboard: touch; platform: ios; stage: submit", language: language)
        else { return nil }
        switch report.verdict {
        case .pass:
            return typed
        case .fixed:
            return report.text
        default:
            if typed == told { return typed }
            told = typed
            show(report)
            field.becomeFirstResponder()
            return nil
        }
    }
}
#endif
