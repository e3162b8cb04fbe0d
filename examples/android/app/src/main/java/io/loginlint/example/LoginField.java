// SPDX-License-Identifier: MIT
package io.loginlint.example;

import android.text.Editable;
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

/**
 * Watches one field: says what is wrong once the input method has committed, and never edits text that is being composed
 * (an edit then breaks Japanese input). Nothing about a secret is shown but the message, which never quotes it.
 */
final class LoginField implements TextWatcher {
    private final EditText field;
    private final TextView message;
    private final Policy policy;
    private final Names.Language language;
    private String told = "";

    LoginField(EditText field, TextView message, Policy policy, Names.Language language) {
        this.field = field;
        this.message = message;
        this.policy = policy;
        this.language = language;
        field.addTextChangedListener(this);
    }

    private static boolean isComposing(Editable text) {
        int from = BaseInputConnection.getComposingSpanStart(text);
        int to = BaseInputConnection.getComposingSpanEnd(text);
        return text instanceof Spanned && from >= 0 && to > from;
    }

    @Override
    public void afterTextChanged(Editable text) {
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

    /**
     * Called by the button: the value to submit, or {@code null} to stay once with the message shown. Submitting the same value
     * again goes through; only a value that is not well-formed cannot.
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
        if (report.wellFormed && typed.equals(told)) {
            return typed;
        }
        told = typed;
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
