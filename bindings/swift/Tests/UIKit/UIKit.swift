// SPDX-License-Identifier: MIT
// UIKit.swift - as much of UIKit as TextFieldHelper uses, isolated as Apple's is, to have the helper's types checked where there is none.
@MainActor open class UIAction {
    public init(handler: @escaping (UIAction) -> Void) {}
}

@MainActor open class UIControl {
    public struct Event: Sendable {
        public static let editingChanged = Event()
    }
    public init() {}
    public func addAction(_ action: UIAction, for event: Event) {}
    @discardableResult open func becomeFirstResponder() -> Bool { true }
}

@MainActor open class UITextRange {}

@MainActor open class UITextField: UIControl {
    public var text: String?
    public var markedTextRange: UITextRange?
}

@MainActor open class UILabel {
    public init() {}
    public var text: String?
}
