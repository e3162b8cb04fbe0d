// SPDX-License-Identifier: MIT
// letters.ts - what login IDs and passwords have besides card numbers and PINs: addresses, names, Caps Lock.  Another module of the
// engine in the memory of the first.
import open from '#letters';
import { join, share } from './engine.ts';

let opened = false;

/** Opens the module: at its first use, or before. */
export function letters(): void {
  if (!opened) join(share(open));
  opened = true;
}
export { letters as begin };
