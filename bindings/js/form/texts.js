/* texts.js - the form helper's own words: buttons and what is said at submission.
 *
 * In: a language tag, bases.  Out: text.  What is wrong with a value is said by the core's messages, not here.
 */
const en = {
  change: (value) => `Change to “${value}”`,
  bases: {
    fold: 'Change to half-width',
    trim: 'Remove the spaces at the ends',
    'caps-lock': 'Swap upper and lower case',
    'first-letter': 'Make the first letter lower case',
    'romaji-ime': 'Read it as typed with the input method off',
    'kana-layout': 'Read it as typed with kana input off',
    'hangul-layout': 'Read it as typed with Hangul input off',
    'symbol-layout': 'Read the symbols by the other keyboard layout',
    lookalike: 'Replace the look-alike characters',
    punctuation: 'Replace the punctuation by plain characters',
    hyphen: 'Tidy hyphens and spaces',
    'email-domain': 'Correct the domain',
    shift: 'Undo the Shift key',
  },
  layout: 'Read it as typed on the English layout',
  correct: 'Correct it',
  insist: 'Continue as typed',
  again: 'If it is right, submit again to continue as it is.',
  fixed: 'It was corrected for you.',
  join: (parts) => parts.map((part, i) => (i ? part[0].toLowerCase() + part.slice(1) : part)).join(', then '),
  space: ' ',
}

/* The continuative form of what the buttons end in: 直す -> 直して. */
const te = [
  [/す$/, 'して'],
  [/る$/, 'て'],
  [/く$/, 'いて'],
]

const ja = {
  change: (value) => `「${value}」に直す`,
  bases: {
    fold: '半角に直す',
    trim: '前後の空白を取り除く',
    'caps-lock': '大文字と小文字を入れ替える',
    'first-letter': '先頭を小文字に直す',
    'romaji-ime': '日本語入力オフの文字に直す',
    'kana-layout': 'かな入力オフの文字に直す',
    'hangul-layout': 'ハングル入力オフの文字に直す',
    'symbol-layout': '記号をもう一方のキー配列の文字に直す',
    lookalike: '似た文字を直す',
    punctuation: '記号を半角に直す',
    hyphen: 'ハイフンと空白を整える',
    'email-domain': 'ドメインを直す',
    shift: 'Shiftキーの押し間違いを直す',
  },
  layout: '英語配列の文字に直す',
  correct: '正しい形に直す',
  insist: 'このまま続ける',
  again: '間違いがなければ、もう一度送信すると、このまま進みます。',
  fixed: '入力を自動で直しました。',
  join: (parts) => {
    const last = parts.length - 1
    return parts.map((part, i) => (i < last ? te.reduce((p, [end, form]) => p.replace(end, form), part) + '、' : part)).join('')
  },
  space: '',
}

/** The words of a language tag: Japanese for `ja` and `ja-…`, otherwise English. */
export const textsOf = (tag) => (/^ja\b/i.test(tag ?? '') ? ja : en)

/** What a button for these bases is called: never by the text that it would put in. */
export const basisName = (texts, bases) => texts.join(bases.map((basis) => texts.bases[basis] ?? texts.layout)) || texts.correct
