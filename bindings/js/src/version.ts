// SPDX-License-Identifier: MIT
/** The version that package, core and messages share. */
export const VERSION = '1.0.0';
