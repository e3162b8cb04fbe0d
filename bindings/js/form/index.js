// SPDX-License-Identifier: MIT
/* index.js - loginlint/form: validates the fields of a login form while a person types, and at submission.
 *
 * In: inputs of a page.  Out: handles.  No framework, no style, no element that the page has to change for it.
 *   attach(input, { field: 'card-number', rules: 'brands: jcb, visa', lang: ja })
 *   <input data-loginlint="card-number" data-loginlint-rules="brands: jcb, visa" data-loginlint-lang="ja"> + attachAll()
 */
import { causeCodes, check, codes, en, ja } from 'loginlint'
import { candidates } from 'loginlint/candidates'
import { attacher } from './attach.js'

export { advise } from './attach.js'
export const { attach, attachAll } = attacher({ check, candidates, codes, causeCodes, languages: [en, ja] })
