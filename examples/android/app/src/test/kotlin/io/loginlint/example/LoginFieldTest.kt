// SPDX-License-Identifier: MIT
// LoginFieldTest.kt - the helper on Android 14's own classes (Robolectric), called from Kotlin: an input method composes, commits and ends a
// composition; a form is sent.
package io.loginlint.example

import android.app.Activity
import android.os.Looper
import android.text.InputType
import android.view.inputmethod.EditorInfo
import android.widget.EditText
import android.widget.LinearLayout
import android.widget.TextView
import io.loginlint.Names
import io.loginlint.Policy
import org.junit.Assert.assertEquals
import org.junit.Assert.assertFalse
import org.junit.Assert.assertNull
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
    private inner class Box(policy: Policy, type: Int = InputType.TYPE_CLASS_TEXT) {
        val input = EditText(activity).apply { inputType = type }
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

    private val address = Policy.parse(Names.Field.LOGIN_ID, "kind: email")

    @Test
    fun nothingIsSaidWhileTextIsComposed() {
        val box = Box(address)
        for (text in listOf("ｔ", "ｔａ", "ｔａｒｏ")) {
            box.keyboard.setComposingText(text, 1)
            assertEquals("", box.said())
            assertEquals(text, box.input.text.toString())
        }
    }

    @Test
    fun theEndOfACompositionIsSeenWhereNoTextChanges() {
        val box = Box(address)
        box.keyboard.setComposingText("taro@gmial.com", 1)
        assertEquals("", box.said())
        box.keyboard.finishComposingText()
        assertTrue(box.said(), box.said().contains("打ち間違い"))
        box.keyboard.setComposingRegion(0, 4)
        box.input.setText("")
        box.keyboard.setComposingText("hanako@gmial.com", 1)
        assertEquals("a new text is watched as well", "", box.said())
        box.keyboard.finishComposingText()
        assertTrue(box.said(), box.said().contains("打ち間違い"))
    }

    @Test
    fun whatIsCommittedIsChecked() {
        val box = Box(address)
        box.keyboard.setComposingText("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", 1)
        box.keyboard.commitText("ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", 1)
        assertTrue(box.said(), box.said().contains("全角"))
        assertEquals("taro@example.jp", box.field.submit())
        assertEquals("the text stays the person's", "ｔａｒｏ＠ｅｘａｍｐｌｅ．ｊｐ", box.input.text.toString())
    }

    @Test
    fun whatIsAskedAboutStopsOnce() {
        val box = Box(address)
        box.keyboard.commitText("taro@gmial.com", 1)
        assertNull(box.field.submit())
        assertEquals("taro@gmial.com", box.field.submit())
        box.keyboard.commitText("x", 1)
        assertNull("another value is asked about anew", box.field.submit())
    }

    @Test
    fun aMessageShowsNothingOfAPassword() {
        val box = Box(Policy.of(Names.Field.PASSWORD), InputType.TYPE_CLASS_TEXT or InputType.TYPE_TEXT_VARIATION_PASSWORD)
        val typed = "ｋｉｚｕｎａ１２"
        box.keyboard.commitText(typed, 1)
        assertTrue("something is said", box.said().isNotEmpty())
        for (part in typed.windowed(3) + "kizuna12".windowed(3)) assertFalse(box.said().replace(part, "…"), box.said().contains(part))
    }
}
