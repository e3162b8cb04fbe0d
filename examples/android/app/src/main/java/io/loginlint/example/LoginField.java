// SPDX-License-Identifier: MIT
package io.loginlint.example;

import android.text.Editable;
import android.text.SpanWatcher;
import android.text.Spannable;
import android.text.Spanned;
import android.text.TextWatcher;
import android.view.inputmethod.BaseInputConnection;
import android.widget.EditText;
import android.widget.TextView;
import io.loginlint.Cause;
import io.loginlint.LoginLint;
import io.loginlint.Names;
import io.loginlint.Policy;
import io.loginlint.Report;
import java.security.SecureRandom;

/**
 * Watches one field: says what is wrong once the input method has committed, and never edits text that is being composed
 * (an edit then breaks Japanese input). Nothing about a secret is shown but the message, which never quotes it, and no value is kept.
 */
final class LoginField implements TextWatcher {
    private final EditText field;
    private final TextView message;
    private final Policy policy;
    private final Names.Language language;
    private final int salt = new SecureRandom().nextInt();
    /** Of the text that a submission stopped at: a salted number, for a typed secret is not kept. */
    private Integer told;
    private final Runnable again = new Runnable() {
        @Override
        public void run() {
            show(field.getText());
        }
    };
    /** A composition may end without a change of the text: then its span goes. */
    private final SpanWatcher composition = new SpanWatcher() {
        @Override
        public void onSpanRemoved(Spannable text, Object what, int start, int end) {
            field.removeCallbacks(again);
            field.post(again); /* by then the input method has put what comes instead */
        }

        @Override
        public void onSpanAdded(Spannable text, Object what, int start, int end) {
        }

        @Override
        public void onSpanChanged(Spannable text, Object what, int oldStart, int oldEnd, int start, int end) {
        }
    };

    LoginField(EditText field, TextView message, Policy policy, Names.Language language) {
        this.field = field;
        this.message = message;
        this.policy = policy;
        this.language = language;
        field.addTextChangedListener(this);
        watch(field.getText());
    }

    private void watch(Editable text) {
        if (text.getSpanStart(composition) < 0) {
            text.setSpan(composition, 0, text.length(), Spanned.SPAN_INCLUSIVE_INCLUSIVE);
        }
    }

    private static boolean isComposing(Editable text) {
        int from = BaseInputConnection.getComposingSpanStart(text);
        int to = BaseInputConnection.getComposingSpanEnd(text);
        return from >= 0 && to > from;
    }

    @Override
    public void afterTextChanged(Editable text) {
        watch(text);
        show(text);
    }

    private void show(Editable text) {
        String context = "keyboard: touch; platform: android" + (isComposing(text) ? "; composing: yes" : "");
        show(check(text.toString(), context));
    }

    /** Candidates are searched only for what will be shown. */
    private Report check(String typed, String context) {
        Report report = LoginLint.check(policy, typed, context);
        return isQuiet(report) || report.acceptable() ? report : LoginLint.checkWithCandidates(policy, typed, context);
    }

    private static boolean isQuiet(Report report) {
        return report.verdict == Names.Verdict.INCOMPLETE || report.verdict == Names.Verdict.PASS;
    }

    private void show(Report report) {
        if (isQuiet(report) || report.causes().isEmpty()) {
            message.setText("");
            return;
        }
        Cause cause = report.causes().get(0);
        message.setText(cause.message(language) + "\n" + cause.next(language));
    }

    private int mark(String typed) {
        int mark = salt;
        for (int i = 0; i < typed.length(); i++) {
            mark = (mark ^ typed.charAt(i)) * 0x01000193;
        }
        return mark;
    }

    /**
     * Called by the button: the value to submit, or {@code null} to stay once with the message shown. Submitting the same value
     * again goes through; only one that is empty or not well-formed cannot.
     */
    String submit() {
        String typed = field.getText().toString();
        Report report = check(typed, "keyboard: touch; platform: android; stage: submit");
        if (report.verdict == Names.Verdict.PASS) {
            return typed;
        }
        if (report.verdict == Names.Verdict.FIXED) {
            return report.text;
        }
        Integer mark = mark(typed);
        if (report.wellFormed && !typed.isEmpty() && mark.equals(told)) {
            return typed;
        }
        told = mark;
        show(report);
        field.requestFocus();
        return null;
    }

    @Override
    public void beforeTextChanged(CharSequence s, int start, int count, int after) {
    }

    @Override
    public void onTextChanged(CharSequence s, int start, int before, int count) {
    }
}
