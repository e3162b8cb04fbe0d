// SPDX-License-Identifier: MIT
// main.swift - the program that bindings/scan.py looks into.
import Foundation
import Loginlint

func say(_ word: String) { FileHandle.standardOutput.write((word + "\n").data(using: .utf8)!) }

let fields: [String: Field] = ["login-id": .loginId, "password": .password, "card-number": .cardNumber, "pin": .pin]
var kept: [[UInt8]] = []
while let line = readLine() {
    let column = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    let (calls, value, policy) = (column[0], column[2], try Policy(fields[column[1]]!))
    say("ready")
    _ = readLine()
    for _ in 0..<50 {
        if calls.contains("c") {
            let report = try policy.check(value, context: "stage: submit")
            _ = "\(report) \(String(reflecting: report))"
        }
        if calls.contains("k") { _ = try policy.candidates(for: value, context: "failures: 1") }
        if calls.contains("x") {
            for candidates in calls.contains("k") ? [false, true] : [false] {
                let report = try policy.check(value, context: "stage: submit; failures: 1", candidates: candidates)
                for cause in report.causes { _ = cause.message(.ja) + cause.next(.ja) + "\(cause)" }
                for d in report.diagnostics { _ = d.message(.ja) }
            }
        }
        if calls.contains("p") { kept.append(Array(value.utf8)) }
    }
    say("done")
}
