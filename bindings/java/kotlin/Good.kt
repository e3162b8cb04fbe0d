// SPDX-License-Identifier: MIT
// What a Kotlin program writes; kotlin.sh compiles and runs it.
import io.loginlint.LoginLint
import io.loginlint.Names
import io.loginlint.Policy
import java.util.Locale

fun main() {
    val policy = Policy.parse(Names.Field.LOGIN_ID, "kind: email")
    val report = LoginLint.checkWithCandidates(policy, "taro＠gmial．com", "stage: submit")
    val text: String? = report.text
    val worst: Names.Severity? = report.worst()?.severity
    for (cause in report.causes()) {
        val offered = cause.candidate?.let { report.candidates[it].text } ?: "-"
        println("${cause.code} ${cause.remedy} $offered: ${cause.message(LoginLint.language(Locale.JAPAN))}")
    }
    println("$text $worst ${policy == Policy.parse(policy.field, policy.toString())}")
}
