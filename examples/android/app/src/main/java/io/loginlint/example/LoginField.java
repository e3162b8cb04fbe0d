package io.loginlint.example;

import android.text.Editable;
import android.text.Spanned;
import android.text.TextWatcher;
import android.view.inputmethod.BaseInputConnection;
import android.widget.EditText;
import android.widget.TextView;
import io.loginlint.Diagnostic;
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
        show(LoginLint.check(policy, text.toString(), context, language));
    }

    private void show(Report report) {
        boolean quiet = report.verdict == Names.Verdict.INCOMPLETE || report.verdict == Names.Verdict.PASS;
        message.setText(quiet || report.diagnostics.isEmpty() ? "" : worst(report).message);
    }

    private static Diagnostic worst(Report report) {
        Diagnostic worst = report.diagnostics.get(0);
        for (Diagnostic d : report.diagnostics) {
            worst = d.severity.number > worst.severity.number ? d : worst;
        }
        return worst;
    }

    /**
     * Called by the button: the value to submit, or {@code null} to stay once with the message shown. Submitting the same value
     * again goes through; only a value that is not well-formed cannot.
     */
    String submit() {
        String typed = field.getText().toString();
        Report report = LoginLint.check(policy, typed, "keyboard: touch; platform: android; stage: submit", language);
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
