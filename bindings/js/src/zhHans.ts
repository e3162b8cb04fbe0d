// SPDX-License-Identifier: MIT
// Generated from the definitions of the core by generate.py; do not edit.
export { zhHans } from '#zhHans';
