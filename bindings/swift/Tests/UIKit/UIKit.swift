// SPDX-License-Identifier: MIT
// UIKit.swift - as much of UIKit as TextFieldHelper uses, isolated as Apple's is, to have the helper's types checked, and its contract
// (tests/cases/form.tsv) run, where there is none.
@MainActor open class UIAction {
    let handler: (UIAction) -> Void
    public init(handler: @escaping (UIAction) -> Void) { self.handler = handler }
}

@MainActor open class UIControl {
    public struct Event: Sendable {
        public static let editingChanged = Event()
    }
    private var actions: [UIAction] = []
    public init() {}
    public func addAction(_ action: UIAction, for event: Event) { actions.append(action) }
    public func sendActions(for event: Event) { for action in actions { action.handler(action) } }
    @discardableResult open func becomeFirstResponder() -> Bool { true }
}

@MainActor open class UITextRange {
    public init() {}
}

@MainActor open class UITextField: UIControl {
    public var text: String?
    public var markedTextRange: UITextRange?
}

@MainActor open class UILabel {
    public init() {}
    public var text: String?
}
