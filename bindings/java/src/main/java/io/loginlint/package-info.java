// SPDX-License-Identifier: MIT
/** Nothing here takes or gives {@code null} but what says so: Kotlin and checkers read it from {@code NullMarked}. */
@NullMarked
package io.loginlint;

import org.jspecify.annotations.NullMarked;
