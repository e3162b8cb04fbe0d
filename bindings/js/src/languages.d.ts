// SPDX-License-Identifier: MIT
// Generated from the definitions of the core by generate.py; do not edit.
import type { Language } from './index.js';

/** The sentences of `en`. */
export declare const en: Language;
/** The sentences of `ja`. */
export declare const ja: Language;
/** The sentences of `zh-Hans`. */
export declare const zhHans: Language;
/** The sentences of `ko`. */
export declare const ko: Language;
