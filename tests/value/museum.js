// SPDX-License-Identifier: MIT
// In: JSON lines [kind, input].  Out: a line each: {peer: {ok, value}} for every peer of that kind; ok: goes through as it is; value: what the peer makes of it or offers.
const peers = {};
const peer = (kind, name, ask) => { (peers[kind] = peers[kind] || {})[name] = ask; };
const version = (name) => JSON.parse(require('fs').readFileSync(`${process.env.NODE_PATH}/${name}/package.json`, 'utf8')).version;
const named = (name) => `${name.replace(/^@.*\//, '').replace(/-then$/, '')} ${version(name)}`;
const yes = (ok, value) => ({ ok: !!ok, value: value === undefined ? null : value });

for (const name of ['validator', 'validator-then']) {
  const validator = require(name);
  peer('email', named(name), (s) => yes(validator.isEmail(s)));
  peer('card', named(name), (s) => yes(validator.isCreditCard(s)));
  peer('phone', named(name), (s) => yes(validator.isMobilePhone(s, 'any')));
}
const yup = require('yup');
peer('email', named('yup'), (s) => yes(yup.string().email().isValidSync(s)));
const joi = require('joi');
peer('email', named('joi'), (s) => yes(!joi.string().email({ tlds: false }).validate(s).error));
const zod = require('zod');
peer('email', named('zod'), (s) => yes(zod.z.email().safeParse(s).success));
for (const [name, run] of [['mailcheck', (o) => require('mailcheck').run(o)], ['@zootools/email-spell-checker', (o) => require('@zootools/email-spell-checker').default.run(o)]]) {
  peer('email', named(name), (s) => { const found = run({ email: s, suggested: (x) => x, empty: () => null }); return found ? yes(false, found.full) : yes(true); });
}
for (const name of ['card-validator', 'card-validator-then']) peer('card', named(name), (s) => yes(require(name).number(s).isValid));
const creditcards = require('creditcards');
peer('card', named('creditcards'), (s) => yes(creditcards.card.isValid(creditcards.card.parse(s))));
const creditcard = require('creditcard.js');
peer('card', named('creditcard.js'), (s) => yes(creditcard.isValid(s)));
const valibot = require('valibot');
peer('card', named('valibot'), (s) => yes(valibot.safeParse(valibot.pipe(valibot.string(), valibot.creditCard()), s).success));
for (const name of ['libphonenumber-js', 'libphonenumber-js-then']) {
  const { parsePhoneNumberFromString } = require(`${name}/max`);
  peer('phone', named(name), (s) => { const n = parsePhoneNumberFromString(s, 'JP'); return n && n.isValid() ? yes(true, /^\+|^00/.test(s) ? n.number : '0' + n.nationalNumber) : yes(false); });
}
const { default: IMask } = require('imask');
const mask = IMask.createMask({ mask: '000000' });
peer('otp', named('imask'), (s) => { mask.resolve(s); return yes(mask.value === s, mask.value); });
const { REGEXP_ONLY_DIGITS } = require('input-otp');
peer('otp', named('input-otp'), (s) => yes(new RegExp(REGEXP_ONLY_DIGITS).test(s)));
const wanakana = require('wanakana');
peer('romaji', named('wanakana'), (s) => yes(false, wanakana.toRomaji(s)));

const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
const answers = lines.map((line) => {
  const [kind, input] = JSON.parse(line);
  return JSON.stringify(Object.fromEntries(Object.entries(peers[kind] || {}).map(([name, ask]) => {
    try { return [name, ask(input)]; } catch (error) { return [name, { ok: false, value: null, error: String(error) }]; }
  })));
});
console.log(answers.join('\n'));
