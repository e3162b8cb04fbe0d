// SPDX-License-Identifier: MIT
// LoginFieldTest.kt - the helper on Android 14's own classes (Robolectric), called from Kotlin: an input method composes, commits and ends a
// composition, a form is sent, as tests/cases/form.tsv has it (-Dloginlint.form).
package io.loginlint.example

import android.app.Activity
import android.os.Looper
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import io.loginlint.LoginLint
import io.loginlint.Names
import io.loginlint.Policy
import io.loginlint.Report
import java.io.File
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertTrue
import org.junit.Test
import org.junit.runner.RunWith
import org.robolectric.Robolectric
import org.robolectric.RobolectricTestRunner
import org.robolectric.Shadows.shadowOf
import org.robolectric.annotation.Config

@RunWith(RobolectricTestRunner::class)
@Config(sdk = [34], manifest = Config.NONE)
class LoginFieldTest {
    private val activity = Robolectric.buildActivity(Activity::class.java).setup().get()

    /** A field on the screen, its message, and the connection of an input method to it. */
    private inner class Box(policy: Policy) {
        val input = EditText(activity)
        val message = TextView(activity)
        val field = LoginField(input, message, policy, Names.Language.JA)
        val keyboard by lazy { checkNotNull(input.onCreateInputConnection(EditorInfo())) }

        init {
            activity.setContentView(LinearLayout(activity).apply { addView(input); addView(message) })
        }

        fun said(): String {
            shadowOf(Looper.getMainLooper()).idle()
            return message.text.toString()
        }
    }

    private fun text(escaped: String) = Regex("""\\u(....)""").replace(escaped) { it.groupValues[1].toInt(16).toChar().toString() }

    private fun Box.meet(event: String, text: String): String {
        when (event) {
            "compose" -> keyboard.setComposingText(text, 1)
            "commit", "type" -> keyboard.commitText(text, 1)
            "end" -> keyboard.finishComposingText()
            "erase" -> keyboard.deleteSurroundingText(1, 0)
            else -> return field.submit()?.let { "sent $it" } ?: if (said().isEmpty()) "stays in silence" else "stopped"
        }
        return if (said().isEmpty()) "quiet" else "said"
    }

    /** tests/cases/form.tsv, which every helper holds. */
    @Test
    fun theContractOfForms() {
        val rows = File(System.getProperty("loginlint.form")).readLines().filterNot { it.startsWith("#") }.map { it.split("\t").map(::text) }
        for ((name, events) in rows.groupBy { it[0] }) {
            val policy = Policy.parse(Names.Field.values().first { it.toString() == events[0][1] }, events[0][2])
            val box = Box(policy)
            for ((_, _, _, event, text, state) in events) {
                val before = box.input.text.toString()
                assertEquals("$name: $event $text: ${box.said()}", state, box.meet(event, text))
                if (event == "submit") assertEquals("the text stays the person's", before, box.input.text.toString())
                if (!LoginLint.check(policy, before).secret) continue
                for (part in before.windowed(3)) assertFalse(box.said().replace(part, "…"), box.said().contains(part))
            }
        }
        for (member in LoginField::class.java.declaredFields)
            assertFalse("a value may be kept in $member", CharSequence::class.java.isAssignableFrom(member.type) || member.type == Report::class.java)
    }

    private operator fun <T> List<T>.component6() = this[5]

    @Test
    fun theEndOfACompositionIsSeenWhereNoTextChanges() {
        val box = Box(Policy.parse(Names.Field.LOGIN_ID, "kind: email"))
        box.keyboard.setComposingText("taro@gmial.com", 1)
        box.keyboard.setComposingRegion(0, 4)
        box.input.setText("")
        box.keyboard.setComposingText("hanako@gmial.com", 1)
        assertEquals("a new text is watched as well", "", box.said())
        box.keyboard.finishComposingText()
        assertTrue(box.said(), box.said().contains("打ち間違い"))
    }
}
