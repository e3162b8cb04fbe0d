// SPDX-License-Identifier: MIT
// Each line that says so must be an error when it is compiled; kotlin.sh counts them.
import io.loginlint.LoginLint
import io.loginlint.Names
import io.loginlint.Policy

fun bad(typed: String?, policy: Policy, language: Names.Language?) {
    LoginLint.check(policy, null) // error
    LoginLint.check(policy, typed) // error
    LoginLint.check(policy, "a", null) // error
    LoginLint.candidates(policy, null, "") // error
    LoginLint.checkWithCandidates(policy, typed, "") // error
    LoginLint.tag(ByteArray(16), "taro", typed) // error
    LoginLint.language(null) // error
    Policy.parse(Names.Field.PIN, null) // error
    Policy.of(null) // error
    val report = LoginLint.check(policy, "a")
    println(report.text.length) // error
    println(report.worst().code) // error
    println(report.causes()[0].message(language)) // error
    println(report.causes()[0].candidate + 1) // error
    println(Policy.preset("pin-4").length) // error
    println(report.diagnostics[0].fix.length) // error
}
