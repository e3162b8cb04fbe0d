// SPDX-License-Identifier: MIT
// main.swift - the contract of form helpers (the file named by the argument: tests/cases/form.tsv) held by TextFieldHelper, on the stub beside
// this file.  Compiled into one module with the package's sources.
import Foundation
import UIKit

func text(_ escaped: String) -> String {
    let parts = escaped.components(separatedBy: "\\u")
    return parts[0] + parts.dropFirst().map { String(UnicodeScalar(UInt32($0.prefix(4), radix: 16)!)!) + $0.dropFirst(4) }.joined()
}

/// A field on the screen, its message, and what an input method does with it.
@MainActor final class Box {
    let field = UITextField(), message = UILabel(), helper: TextFieldHelper
    private var composed = ""

    init(_ policy: Policy) {
        field.text = ""
        helper = TextFieldHelper(field, message: message, policy: policy, language: .ja)
    }

    private func put(_ put: String, composing: Bool) {
        field.text = field.text!.dropLast(composed.count) + put
        composed = composing ? put : ""
        field.markedTextRange = composing ? UITextRange() : nil
        field.sendActions(for: .editingChanged)
    }

    func meet(_ event: String, _ text: String) -> String {
        switch event {
        case "compose": put(text, composing: true)
        case "commit", "type": put(text, composing: false)
        case "end": put(composed, composing: false)
        case "erase": field.text!.removeLast(); field.sendActions(for: .editingChanged)
        default: return helper.submit().map { "sent " + $0 } ?? (said.isEmpty ? "stays in silence" : "stopped")
        }
        return said.isEmpty ? "quiet" : "said"
    }

    var said: String { message.text ?? "" }
}

var name = "", box: Box!, cases = 0
for row in try String(contentsOfFile: CommandLine.arguments[1], encoding: .utf8).split(separator: "\n") where !row.hasPrefix("#") {
    let columns = row.components(separatedBy: "\t").map(text)
    let policy = try Policy(Field.allCases.first { $0.name == columns[1] }!, rules: columns[2])
    if columns[0] != name { box = Box(policy); name = columns[0]; cases += 1 }
    let before = box.field.text!
    let state = box.meet(columns[3], columns[4])
    guard state == columns[5] else { fatalError("\(name): \(columns[3]) \(columns[4]): \(state), not \(columns[5]); said: \(box.said)") }
    guard columns[3] != "submit" || box.field.text == before else { fatalError("\(name): the text was changed") }
    guard try policy.check(before).secret else { continue }
    let typed = Array(box.field.text!)
    for i in typed.indices.dropLast(2) where box.said.contains(String(typed[i...i + 2])) { fatalError("\(name): said of a secret: \(box.said)") }
    for kept in Mirror(reflecting: box.helper).children where kept.value is String || kept.value is Report { fatalError("\(name): kept: \(kept.label!)") }
}
print("swift: the helper holds \(cases) cases of the contract of forms, on a stub of UIKit")
