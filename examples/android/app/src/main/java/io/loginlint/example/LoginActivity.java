// SPDX-License-Identifier: MIT
package io.loginlint.example;

import android.app.Activity;
import android.os.Bundle;
import android.text.InputType;
import android.view.View;
import android.widget.Button;
import android.widget.EditText;
import android.widget.LinearLayout;
import android.widget.TextView;
import io.loginlint.Names;
import io.loginlint.Policy;

/** A login form of two fields, built in code so that the example is one file. */
public final class LoginActivity extends Activity {
    private LinearLayout form;

    private EditText add(int inputType, String hint) {
        EditText field = new EditText(this);
        field.setInputType(inputType);
        field.setHint(hint);
        form.addView(field);
        return field;
    }

    private TextView addMessage() {
        TextView message = new TextView(this);
        message.setAccessibilityLiveRegion(View.ACCESSIBILITY_LIVE_REGION_POLITE);
        form.addView(message);
        return message;
    }

    @Override
    protected void onCreate(Bundle state) {
        super.onCreate(state);
        form = new LinearLayout(this);
        form.setOrientation(LinearLayout.VERTICAL);
        EditText id = add(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_EMAIL_ADDRESS, "メールアドレス");
        final LoginField idField = new LoginField(id, addMessage(), Policy.parse(Names.Field.LOGIN_ID, "kind: email"), Names.Language.JA);
        EditText password = add(InputType.TYPE_CLASS_TEXT | InputType.TYPE_TEXT_VARIATION_PASSWORD, "パスワード");
        final LoginField passwordField = new LoginField(password, addMessage(), Policy.of(Names.Field.PASSWORD), Names.Language.JA);
        Button button = new Button(this);
        button.setText("ログイン");
        button.setOnClickListener(new View.OnClickListener() {
            @Override
            public void onClick(View view) {
                String typedId = idField.submit();
                String typedPassword = passwordField.submit();
                if (typedId != null && typedPassword != null) {
                    finish(); /* hand both to the service here */
                }
            }
        });
        form.addView(button);
        setContentView(form);
    }
}
