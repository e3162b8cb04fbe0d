// SPDX-License-Identifier: MIT
package io.loginlint.jakarta;

import io.loginlint.Cause;
import io.loginlint.LoginLint;
import io.loginlint.Names;
import io.loginlint.Policy;
import io.loginlint.Report;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import java.util.Locale;
import java.util.function.Supplier;
import org.hibernate.validator.constraintvalidation.HibernateConstraintValidatorContext;

/**
 * The sentences are in the language of {@link #locale}. A constraint cannot replace a value: the corrected one is
 * {@code LoginLint.check(policy, value).text}.
 */
public class CheckedValidator implements ConstraintValidator<Checked, CharSequence> {
    /** Whose language; in Spring {@code LocaleContextHolder::getLocale}. */
    public static volatile Supplier<Locale> locale = Locale::getDefault;

    private Policy policy;
    private boolean ask;

    @Override
    public void initialize(Checked checked) {
        policy = Policy.parse(checked.field(), checked.rules());
        ask = checked.ask();
    }

    @Override
    public boolean isValid(CharSequence value, ConstraintValidatorContext context) {
        if (value == null) {
            return true; // @NotNull says that
        }
        Report report = LoginLint.checkWithCandidates(policy, value.toString(), "stage: submit");
        if (report.verdict != (ask ? Names.Verdict.ASK : Names.Verdict.FAIL)) {
            return true;
        }
        Names.Language language = LoginLint.language(locale.get());
        Cause cause = report.causes().get(0);
        // As a parameter a sentence is not read for expressions: it may quote a ${...} that was typed.
        context.unwrap(HibernateConstraintValidatorContext.class)
                .addMessageParameter("loginlint", cause.message(language) + " " + cause.next(language))
                .withDynamicPayload(cause);
        return false;
    }
}
