// SPDX-License-Identifier: MIT
// In: JSON lines [kind of value, text].  Out: a line each: null where the peers say nothing, {} where they refuse, {offer} where they offer another value.
const cards = require('card-validator');
const mailcheck = require('mailcheck');
require('readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const [kind, text] = JSON.parse(line);
  const answer = kind === 'card' ? (cards.number(text).isValid ? null : {})
    : kind === 'email' ? mailcheck.run({ email: text, suggested: (s) => ({ offer: s.full }), empty: () => null }) || null
      : null;
  console.log(JSON.stringify(answer));
});
