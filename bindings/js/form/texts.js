// SPDX-License-Identifier: MIT
/* texts.js - the form helper's own words: buttons and what is said at submission.
 *
 * In: a language tag.  Out: text.  What is wrong with a value, and what to do, is said by the core's sentences, not here.
 */
const languages = {
  en: {
    change: (value) => `Change to “${value}”`,
    correct: 'Correct it',
    insist: 'Continue as typed',
    again: 'If it is right, submit again to continue as it is.',
    anyway: 'Submit again to go on all the same.',
    fixed: 'It was corrected for you.',
    undo: 'Undo',
    show: 'Show characters',
    hide: 'Hide characters',
    cut: (most) => `Only the first ${most} characters fitted in; the rest was cut off.`,
    whole: 'Put in all of it, corrected',
    numLock: 'Num Lock is off: the number keys move the cursor. Press Num Lock, then type the digits.',
    summary: 'Please look at these once more',
    space: ' ',
  },
  ja: {
    change: (value) => `「${value}」に直す`,
    correct: '正しい形に直す',
    insist: 'このまま続ける',
    again: '間違いがなければ、もう一度送信すると、このまま進みます。',
    anyway: 'それでも進む場合は、もう一度送信してください。',
    fixed: '入力を自動で直しました。',
    undo: '元に戻す',
    show: '文字を表示',
    hide: '文字を隠す',
    cut: (most) => `先頭の${most}文字しか入らず、残りは切れました。`,
    whole: '切れた部分も含めて入れ直す',
    numLock: 'Num Lockがオフなので、数字のキーで数字が入りません。Num Lockキーを押してから、入力してください。',
    summary: '入力をもう一度ご確認ください',
    space: '',
  },
  'zh-Hans': {
    change: (value) => `改为“${value}”`,
    correct: '改为正确的形式',
    insist: '按原样继续',
    again: '如果没有错误，再次提交即可按原样继续。',
    anyway: '如仍要继续，请再次提交。',
    fixed: '已自动更正输入内容。',
    undo: '撤销',
    show: '显示字符',
    hide: '隐藏字符',
    cut: (most) => `只放得下前${most}个字符，其余的被截掉了。`,
    whole: '连同被截掉的部分一起重新填入',
    numLock: 'Num Lock未开启，数字键不能输入数字。请按Num Lock键后再输入。',
    summary: '请再确认一下输入内容',
    space: '',
  },
  ko: {
    change: (value) => `‘${value}’(으)로 고치기`,
    correct: '올바른 형태로 고치기',
    insist: '이대로 계속',
    again: '틀린 곳이 없으면 다시 제출하면 이대로 진행됩니다.',
    anyway: '그래도 진행하려면 다시 제출해 주세요.',
    fixed: '입력을 자동으로 고쳤습니다.',
    undo: '되돌리기',
    show: '글자 보기',
    hide: '글자 숨기기',
    cut: (most) => `처음 ${most}자만 들어가고 나머지는 잘렸습니다.`,
    whole: '잘린 부분까지 고쳐서 다시 넣기',
    numLock: 'Num Lock이 꺼져 있어 숫자 키로 숫자가 입력되지 않습니다. Num Lock 키를 누른 뒤 입력해 주세요.',
    summary: '입력 내용을 다시 확인해 주세요',
    space: ' ',
  },
}

/** The words of a language tag; English where there are none. */
export function textsOf(tag = '') {
  const short = tag.toLowerCase().split('-')[0]
  const found = Object.keys(languages).find((name) => name.split('-')[0] === short) ?? 'en'
  return { ...languages[found], tag: found }
}
