// In: JSON lines [kind of value, text].  Out: a line each: null where the peers say nothing, {} where they refuse, {offer} where they offer another value.
const cards = require('card-validator');
const mailcheck = require('mailcheck');
const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
const answers = lines.map((line) => {
  const [kind, text] = JSON.parse(line);
  if (kind === 'card') return cards.number(text).isValid ? null : {};
  if (kind !== 'email') return null;
  const found = mailcheck.run({ email: text, suggested: (s) => ({ offer: s.full }), empty: () => null });
  return found || null;
});
console.log(answers.map((answer) => JSON.stringify(answer)).join('\n'));
