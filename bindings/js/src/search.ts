// SPDX-License-Identifier: MIT
// search.ts - whole-value alternatives: another module of the engine in the memory of the first.
import open from '#candidates';
import { explained, label } from './causes.ts';
import { hidden, prepare, share, use, wipe } from './engine.ts';
import { read } from './text.ts';
import { BASIS, Candidate, Candidates } from './names.ts';

let find: ((...addresses: number[]) => number) | undefined;

/** What the person may have meant, best first; see candidates.d.mts. */
export function candidates(field: string, value: string, options: any = {}): object[] {
  const { u8, u32, at } = use();
  find ??= share(open).loginlint_candidates_find_utf16;
  let n = 0;
  try {
    n = prepare(field, value, options);
    if (find!(at[0], at[1], at[3], n, at[6])) throw new Error('loginlint: the engine refused the call');
    if (options.into) options.into.causes = explained(n, at[6], options.lang);
    const secret = !!u8[at[6] + Candidates.secret];
    return Array.from({ length: u32[at[6] + Candidates.count >> 2] }, (_, i) => {
      const c = at[6] + Candidates.candidate + i * Candidate.SIZE;
      const bases = u32[c + Candidate.bases >> 2];
      return hidden({
        basis: BASIS[u8[c + Candidate.basis]],
        bases: BASIS.filter((_, bit) => bases >> bit & 1),
        label: label(u8[c + Candidate.basis], options.lang),
        confidence: u8[c + Candidate.confidence],
        unique: !!u8[c + Candidate.unique],
        caseLost: !!u8[c + Candidate.case_lost],
      }, secret, { text: read(u8, c + Candidate.text, u32[c + Candidate.length >> 2]) });
    });
  } finally {
    wipe(n, at[6], Candidates.work);
  }
}
