// SPDX-License-Identifier: MIT
package io.loginlint.jakarta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.loginlint.Cause;
import io.loginlint.Names;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.groups.Default;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.engine.HibernateConstraintViolation;
import org.junit.jupiter.api.Test;

class CheckedTest {
    private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

    record SignIn(
            @Checked(rules = "kind: email") @Checked(rules = "kind: email", ask = true, groups = Checked.Ask.class) String login,
            @Checked(field = Names.Field.PASSWORD) @Checked(field = Names.Field.PASSWORD, ask = true, groups = Checked.Ask.class) String password) {
    }

    private static Set<ConstraintViolation<SignIn>> all(String login, String password) {
        return VALIDATOR.validate(new SignIn(login, password), Default.class, Checked.Ask.class);
    }

    @Test
    void whatIsFineOrMendedPasses() {
        assertTrue(all("ｔａｒｏ＠gmail.com", "sakura42").isEmpty());
        assertTrue(all(null, null).isEmpty());
    }

    @Test
    void asksInAGroupOfItsOwn() {
        CheckedValidator.locale = () -> Locale.JAPAN;
        ConstraintViolation<SignIn> one = all("taro@gmial.com", null).iterator().next();
        assertEquals("login", one.getPropertyPath().toString());
        assertTrue(one.getMessage().contains("メールアドレス"), one.getMessage());
        assertEquals(Names.Cause.MISTYPED_DOMAIN, ((Cause) one.unwrap(HibernateConstraintViolation.class).getDynamicPayload(Cause.class)).code);
        assertTrue(VALIDATOR.validate(new SignIn("taro@gmial.com", null)).isEmpty()); // the person insists
        assertFalse(VALIDATOR.validate(new SignIn("taro", null)).isEmpty());
    }

    @Test
    void aSentenceIsNoExpression() {
        CheckedValidator.locale = () -> Locale.ENGLISH;
        for (String typed : new String[] {"ta${1+1}ro@x.jp", "ta{min}ro@x.jp", "ta$ro@x.jp\\{"}) {
            for (ConstraintViolation<SignIn> one : all(typed, null)) {
                assertFalse(one.getMessage().contains("2r") || one.getMessage().contains("loginlint"), one.getMessage());
            }
        }
    }

    @Test
    void noSecretIsQuoted() {
        ConstraintViolation<SignIn> one = all("taro@gmail.com", "ひみつｄａｙｏ42").iterator().next();
        assertFalse(one.getMessage().contains("ひ") || one.getMessage().contains("dayo"), one.getMessage());
    }
}
