// SPDX-License-Identifier: MIT
// package.test.mjs - the package as its users call it; both engines, both module systems.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { format, inspect } from 'node:util';

const root = new URL('../../../', import.meta.url).pathname;
const dist = root + 'bindings/js/dist/';
const require = createRequire(import.meta.url);
const { policy } = await import(dist + 'policy.mjs');

const modules = ['core', 'letters', 'rules', 'causes', 'candidates', 'preflight', 'key'];
const file = name => readFileSync(`${dist}${name}.wasm`);

test('wasm: nothing is answered before the modules are there, and each is asked for once', async () => {
  const { check } = await import(dist + 'wasm/index.mjs');
  const { load } = await import(dist + 'wasm/load.mjs');
  assert.throws(() => check('pin', '1234'), /core\.wasm is not here yet/);
  const asked = [];
  const get = name => (asked.push(name), name === 'core' ? new Response(file(name)) : name === 'rules' ? new WebAssembly.Module(file(name)) : file(name));
  await load(get);
  await load(get, ['core', ...modules]);
  assert.deepEqual(asked.slice(0, 5), modules.slice(0, 5));
  assert.equal(check('pin', '1234').verdict, 'pass');
  await require(dist + 'wasm/load.cjs').load(file, modules);
});

for (const engine of ['js', 'wasm']) {
  const at = dist + (engine === 'wasm' ? 'wasm/' : '');
  const { check, parseRules, en, ja, VERSION } = await import(at + 'index.mjs');
  const { candidates } = await import(at + 'candidates.mjs');
  const { use } = await import(at + 'engine.mjs');
  const { createValidator } = await import(at + 'schema.mjs');

  test(`${engine}: a typo in an address`, () => {
    const r = check('login-id', 'ｔａｒｏ@gmial.com', { lang: ja });
    assert.equal(r.verdict, 'ask');
    assert.equal(r.text, 'taro@gmial.com');
    assert.deepEqual(r.diagnostics.map(d => d.code), ['fullwidth-form', 'mixed-width', 'email-domain-typo']);
    assert.deepEqual([r.diagnostics[0].start, r.diagnostics[0].end], [0, 4]);
    assert.equal(r.diagnostics[2].fix.text, 'gmail.com');
    assert.match(r.diagnostics[2].message, /gmail\.com/);
  });

  test(`${engine}: a card`, () => {
    const r = check('card-number', '4111-1111-1111-1111');
    assert.deepEqual([r.verdict, r.text, r.brand, r.display, r.valid],
      ['fixed', '4111111111111111', 'visa', '4111 1111 1111 1111', true]);
    assert.equal(r.diagnostics[0].message, '');
  });

  test(`${engine}: indices are UTF-16 units, and a lone surrogate is told`, () => {
    const r = check('login-id', '😀a\ud800', { lang: en });
    assert.equal(r.text, null);
    const d = r.diagnostics.find(d => d.code === 'invalid-encoding');
    assert.deepEqual([d.start, d.end], [3, 4]);
  });

  test(`${engine}: a value that is much too large`, () => {
    for (const n of [1024, 1025, 100000]) {
      const r = check('login-id', 'a'.repeat(n));
      assert.equal(r.diagnostics.some(d => d.code === 'too-large'), n > 1024, n);
    }
  });

  test(`${engine}: candidates are found when they are read`, () => {
    let calls = 0;
    const count = (...all) => (calls++, candidates(...all));
    const r = check('password', 'たろう123', { candidates: count });
    assert.equal(calls, 0);
    assert.deepEqual(r.candidates.map(c => [c.text, c.basis])[0], ['tarou123', 'romaji-ime']);
    assert.equal(calls, 1);
    assert.deepEqual(check('password', 'たろう123').candidates, []);
  });

  test(`${engine}: context as a string and as an object`, () => {
    const long = { rules: 'minlength: 20', context: 'stage: submit; composing: no' };
    assert.equal(check('login-id', 'taro', long).verdict, check('login-id', 'taro', {
      ...long, context: { stage: 'submit', composing: false } }).verdict);
    assert.equal(check('password', 'PASSWORd1', { context: { composing: true } }).verdict, 'incomplete');
    const on = check('password', 'pASSWORD', { context: { 'caps-lock': true } });
    assert.ok(on.diagnostics.some(d => d.code === 'caps-lock' && d.confidence > 90));
  });

  test(`${engine}: rules that cannot be read`, () => {
    assert.equal(parseRules('pin', 'digits: 6'), null);
    const problem = parseRules('pin', 'digits: 6; 桁: 4');
    assert.deepEqual([problem.offset, problem.length > 0], [11, true]);
    assert.equal(parseRules('login-id', 'domains: 日本, x y').offset >= 9, true);
    assert.throws(() => check('pin', '1', { rules: 'digits: x' }), { name: 'LoginlintSyntaxError', offset: 8 });
    assert.throws(() => check('pin', '1', { context: { nonsense: 1 } }), { what: 'context', offset: 0 });
    assert.equal(check('password', 'abc', { rules: 'minlength: nonsense', lenient: true }).verdict, 'pass');
    assert.throws(() => check('nickname', ''), TypeError);
    assert.throws(() => check('pin', 1234), TypeError);
    assert.throws(() => parseRules('pin', 'x'.repeat(9000)), RangeError);
    assert.equal(parseRules('pin', { digitz: 6 }).suggestion, 'digits');
    const classes = { minlength: 4, required: ['lower', 'digit'], allowed: ['lower', 'digit', '[-_]'] };
    for (const [typed, valid] of [['abcd', false], ['1234', false], ['ab-12', true], ['ab!12', false]]) assert.equal(check('password', typed, { rules: classes }).valid, valid, typed);
    assert.equal(policy('card-number', { brands: ['jcb', 'visa'], digits: '14-19' }), policy('card-number', 'brands: jcb, visa; digits: 14-19'));
    assert.equal(check('pin', '1234').verdict, 'pass', 'goes on after errors');
  });

  test(`${engine}: nothing of a value is left in the engine's memory`, () => {
    const canary = 'Ｃａｎａｒｙ-Vb7qX0';
    const forms = ['utf8', 'utf16le'].map(e => Buffer.from(canary, e))
      .concat(Buffer.from(Uint32Array.from(canary, c => c.codePointAt(0)).buffer));
    const memory = () => Buffer.from(use().u8.buffer);
    const windows = forms.flatMap(f => Array.from({ length: f.length - 11 }, (_, i) => f.subarray(i, i + 12)));
    const folded = Buffer.from('Canary-Vb7qX0'), swapped = Buffer.from('cANARY-vB7Qx0');
    const left = () => [...windows, folded.subarray(0, 10), swapped.subarray(0, 10)].filter(w => memory().includes(w)).length;
    for (const field of ['login-id', 'password', 'card-number', 'pin']) {
      check(field, canary, { lang: ja }), candidates(field, canary, { lang: en });
      assert.throws(() => check(field, canary, { context: 'caps-lock: perhaps' }));
      assert.equal(left(), 0, field);
    }
    use().u16.set(Array.from(canary, c => c.charCodeAt(0)), use().at[3] >> 1);
    assert.notEqual(left(), 0, 'a value that is there is seen');
    use().u8.fill(0, use().at[3], use().at[3] + 64);
  });

  test(`${engine}: what is checked before the causes have come is pass or incomplete where it is so with them`, () => {
    const unescape = text => text.replace(/\\(\\|u(....)|U(........))/g, (_, all, four, eight) =>
      all === '\\' ? '\\' : String.fromCodePoint(parseInt(four ?? eight, 16)));
    const cases = readFileSync(root + 'tests/cases/check.tsv', 'utf8').split('\n').map(line => line.split('\t'))
      .filter(([id, , , context, input]) => !id.startsWith('#') && input && !/\\x/.test(input) && !/paste|failures/.test(context))
      .map(([, field, rules, context, input]) => [field, unescape(input), { rules, context }]);
    const loading = engine === 'wasm' ? `const { readFileSync } = await import('node:fs');
      await (await import('${at}load.mjs')).load(name => readFileSync('${dist}' + name + '.wasm'));` : '';
    const early = `${loading} const [{ check, join }, letters, rules] = await Promise.all(['engine', 'letters', 'rules'].map(name => import('${at}' + name + '.mjs')));
      const checked = cases => cases.map(([field, value, options]) => { const { verdict, causes } = check(field, value, options); return [verdict, causes.length]; });
      const thrown = [];
      for (const part of [letters, rules]) { try { checked(cases); } catch ({ message }) { thrown.push(message); } join(part); }
      process.stdout.write(JSON.stringify([thrown, checked(cases)]));`;
    const [thrown, verdicts] = JSON.parse(execFileSync(process.execPath, ['--input-type=module', '-e', `const cases = ${JSON.stringify(cases)};${early}`]));
    assert.deepEqual(thrown, ['loginlint: there is no letters here', 'loginlint: there is no parse here']);
    assert.ok(verdicts.every(([, causes]) => !causes));
    const fine = verdicts.flatMap(([verdict], i) => /pass|incomplete/.test(verdict) ? [[verdict, cases[i]]] : []);
    for (const [verdict, one] of fine) assert.equal(check(...one).verdict, verdict, one.join());
    assert.ok(fine.length > 50 && verdicts.length - fine.length > 100, `${fine.length} ${verdicts.length}`);
  });

  test(`${engine}: a policy that was compiled answers as its rules do`, () => {
    const compiled = policy('card-number', 'brands: jcb, visa; hyphens: require');
    for (const value of ['4111111111111111', '4111-1111-1111-1111', '5555555555554444', '3530111333300000', '４１１１']) {
      const { verdict, text, brand } = check('card-number', value, { policy: compiled });
      const { verdict: v, text: t, brand: b } = check('card-number', value, { rules: 'brands: jcb, visa; hyphens: require' });
      assert.deepEqual([verdict, text, brand], [v, t, b], value);
    }
    assert.deepEqual(check('card-number', '5555555555554444', { policy: compiled, candidates }).causes.map(c => c.code), ['wrong-brand', 'separators']);
    assert.equal(policy('pin', 'digits: 4'), policy('pin'), 'rules that mean the same are the same policy');
    assert.equal(policy('password', 'minlength: x', { lenient: true }), policy('password'));
    assert.throws(() => policy('pin', 'digitz: 6'), /did you mean "digits"/);
    assert.throws(() => policy('nickname'), TypeError);
    assert.throws(() => check('pin', '1234', { policy: compiled }), /not of a pin/);
    assert.throws(() => check('pin', '1234', { policy: policy('pin').replace(/^\S+/, '0.9.0') }), /compile it again/);
    assert.throws(() => createValidator('pin', { policy: 'digits: 6' }), /compile it again/);
  });

  test(`${engine}: the sentences are those of the command line`, () => {
    const unescape = text => text.replace(/\\(\\|u(....)|U(........))/g, (_, all, four, eight) =>
      all === '\\' ? '\\' : String.fromCodePoint(parseInt(four ?? eight, 16)));
    let seen = 0;
    for (const line of readFileSync(root + 'tests/cases/check.tsv', 'utf8').split('\n')) {
      const [, field, rules, context, input] = line.split('\t');
      if (line.startsWith('#') || !input || /\\x|\\uD[89A-F]/i.test(input)) continue;
      for (const [name, lang] of [['en', en], ['ja', ja]]) {
        const r = check(field, unescape(input), { rules, context, lang });
        if (r.skipped.length) continue; // the command line asks the companion library
        let json;
        try {
          json = execFileSync(root + 'build/loginlint', ['--rules', rules, '--context', context, '--lang', name,
            '--format', 'json', '--whole', field], { input: unescape(input), encoding: 'utf8', stdio: ['pipe', 'pipe', 'inherit'] });
        } catch (error) { json = error.stdout; }
        assert.deepEqual(r.diagnostics.map(d => d.message), JSON.parse(json).diagnostics.map(d => d.message), line);
        seen += r.diagnostics.length;
      }
    }
    assert.ok(seen > 150, String(seen));
  });

  test(`${engine}: one act is one cause, and it agrees with the candidates`, () => {
    const typed = 'ｓａｋｕｒａ４２';
    const r = check('password', typed, { lang: en, candidates });
    assert.deepEqual(r.causes.map(c => [c.code, c.remedy, c.candidate, c.start, c.end]), [['fullwidth-input', 'choose', 0, 0, 8]]);
    assert.equal(r.candidates[0].text, 'sakura42');
    assert.ok(r.causes[0].message && r.causes[0].next);
    assert.deepEqual(check('password', typed).causes.map(c => [c.remedy, c.message]), [['retype', '']]);
    assert.deepEqual(check('password', 'sakura42').causes, []);
    assert.equal(check('login-id', '4111111111111111').causes[0].place, 'card-number');
  });

  test(`${engine}: a mistake in the rules names the word, and the one that was meant`, () => {
    const p = parseRules('card-number', 'brand: jcb');
    assert.deepEqual([p.offset, p.token, p.suggestion], [0, 'brand', 'brands']);
    assert.match(p.message, /"brand".*did you mean "brands"/);
    assert.equal(parseRules('pin', 'digits: 4; zzzzzz: 1').suggestion, null);
    assert.throws(() => check('pin', '1', { lang: 'ja' }), /lang is no language/);
  });

  test(`${engine}: many policies in turn give what each gives alone`, () => {
    const rules = Array.from({ length: 100 }, (_, i) => `digits: ${i % 9 + 1}; maxlength: ${i + 20}`);
    for (let pass = 0; pass < 2; pass++)
      rules.forEach((r, i) => assert.equal(check('pin', '7'.repeat(i % 9 + 1), { rules: r }).valid, true, r));
  });

  test(`${engine}: a validator and a Standard Schema`, async () => {
    const { schema } = await import(at + 'schema.mjs');
    assert.equal(createValidator('pin', { rules: 'digits: 6' })('１２３４５６').text, '123456');
    assert.throws(() => createValidator('pin', { rules: 'digitz: 6' }), /did you mean "digits"/);
    const { validate, version, vendor } = schema('login-id', { rules: 'kind: email', lang: en, candidates })['~standard'];
    assert.deepEqual([version, vendor], [1, 'loginlint']);
    assert.deepEqual(validate('ｔａｒｏ@example.jp'), { value: 'taro@example.jp' });
    const [first] = validate('taro@gmial.com').issues;
    assert.deepEqual([first.code, first.fix, first.span], ['mistyped-domain', 'taro@gmail.com', [5, 14]]);
    assert.ok(validate('').issues.length && validate(7).issues.length);
    const card = schema('card-number', { lang: en, candidates })['~standard'].validate('4111111111111112');
    assert.ok(!JSON.stringify(card).includes('4111'));
  });

  test(`${engine}: preflight says what the command line says`, async () => {
    const advice = await import(at + 'preflight.mjs');
    const now = '2026-11-23T06:30:00+09:00', service = 'lock-after: 3-5; maintenance: mon 00:00-07:00; utc-offset: +09:00';
    for (const [name, tag] of [['en', 'en'], ['ja', 'ja'], ['zhHans', 'zh-Hans'], ['ko', 'ko']])
      for (const facts of ['', 'failures: 2', 'failures: 5; offline: yes', 'restarted: no; app-outdated: yes']) {
        let json;
        try {
          json = execFileSync(root + 'build/loginlint', ['--preflight', '--format', 'json', '--lang', tag, '--service', service, '--facts', facts, '--now', now], { encoding: 'utf8' });
        } catch (error) { json = error.stdout; }
        const { verdict, advice: list } = JSON.parse(json);
        const got = advice.preflight(service, facts, { now, lang: advice[name] });
        assert.deepEqual([got.verdict, got.advice], [verdict, list.map(({ code, severity, until = null, message, next }) => ({ code, severity, until, message, next }))]);
      }
    const { preflight } = advice;
    assert.deepEqual(preflight('lock-after: 3', { failures: 2 }).advice.map(a => [a.code, a.message, a.until]), [['last-try', '', null]]);
    assert.deepEqual(preflight().advice, []);
    assert.equal(preflight({ maintenance: ['daily 00:00-12:00', 'daily 12:00-24:00'] }).verdict, 'wait', 'the time of the device');
    assert.deepEqual(preflight({ maintenance: 'daily 00:00-24:00' }, '', { now: null }).advice, []);
    assert.throws(() => preflight('lock-aftr: 3'), { what: 'service', offset: 0, token: 'lock-aftr' });
    assert.throws(() => preflight('', 'failures: x'), { what: 'facts', offset: 10 });
    assert.throws(() => preflight('', '', { now: 'yesterday' }), { what: 'now' });
    assert.throws(() => preflight('', '', { lang: 'ja' }), /lang is no language/);
    assert.equal(preflight('lock-after: 3', { failures: 2 }).advice.length, 1, 'goes on after errors');
  });

  test(`${engine}: the key of an ID`, async () => {
    const { key } = await import(at + 'key.mjs');
    assert.equal(key('Ｔａｒｏ＿Ｙａｍａｄａ'), key('taro.yamada'));
    assert.equal(key('O1iver', ['look-alikes', 'case']), key('0LIVER', new Set(['case', 'look-alikes'])));
    assert.notEqual(key('Taro', ['width']), key('taro', ['width']));
    assert.equal(key('Taro_', []), 'Taro_', 'nothing may differ');
    assert.equal(key(key('Ｔａｒｏ＠ＥＸＡＭＰＬＥ．jp')), key('taro@example.jp'), 'a key is its own key');
    assert.equal(key('あ\ud800', []), 'あ\ufffd');
    assert.equal(key('ﷺ'.repeat(1024)).length > 1000, true, 'the longest has room');
    assert.throws(() => key('a'.repeat(1025)), RangeError);
    for (const wrong of [undefined, null, 7, {}, Symbol('a')]) assert.throws(() => key(wrong), TypeError);
    for (const wrong of ['width', null, 7, ['colour'], [1]]) assert.throws(() => key('taro', wrong), TypeError);
    assert.equal(key('taro'), 'taro', 'goes on after errors');
  });

  test(`${engine}: nothing that is printed, copied or serialised shows a secret`, async () => {
    const { schema } = await import(at + 'schema.mjs');
    const secrets = [['4111111111111111', '4111111111111111'], ['４１１１－１１１１－１１１１－１１１１', '4111111111111111'], ['5555 5555 5555 4445', '5555555555554445'],
      ['ｋｉｚｕｎａ１２', 'kizuna12'], ['きずなｋｋ', 'kizunakk'], ['NAGISA１', 'nagisa1'], ['7８O6', '7806'], ['taro@example.jp 4111111111111111', 'taro@example.jp']];
    const ways = {
      inspect: v => inspect(v, { depth: Infinity }), hidden: v => inspect(v, { depth: Infinity, showHidden: true }), json: v => JSON.stringify(v),
      string: v => String(v), template: v => format('%s %o %O %j', v, v, v, v), spread: v => inspect({ ...v }, { depth: Infinity }), clone: v => inspect(structuredClone(JSON.parse(JSON.stringify(v))), { depth: Infinity }),
      assign: v => JSON.stringify(Object.assign({}, v)), entries: v => inspect(Object.entries(v), { depth: Infinity }),
    };
    let seen = 0, shown = 0;
    for (const field of ['login-id', 'password', 'card-number', 'pin']) for (const [typed, meant] of secrets) {
      const r = check(field, typed, { lang: ja, candidates });
      if (!r.secret) { shown += JSON.stringify(r).includes(r.text) && inspect(r).includes(r.text); continue; }
      const parts = [typed, meant].flatMap(t => Array.from({ length: t.length - 3 }, (_, i) => t.slice(i, i + 4)));
      const issues = schema(field, { lang: ja, candidates })['~standard'].validate(typed).issues ?? [];
      for (const object of [r, r.causes, ...r.diagnostics, r.candidates, ...r.candidates, issues]) for (const [way, show] of Object.entries(ways))
        for (const part of parts) assert.ok(!show(object).includes(part), `${field} ${secrets.findIndex(s => s[0] === typed)}: ${way} shows a part of it`);
      assert.equal(typeof r.text, 'string');
      seen += r.candidates.filter(c => c.text.length > 3).length;
    }
    assert.ok(seen >= 8 && shown > 3, `${seen} ${shown}`);
  });

  test(`${engine}: in React Hook Form and TanStack Form, beside Zod and Valibot`, async () => {
    const { fields, schema } = await import(at + 'schema.mjs');
    const { standardSchemaResolver } = require('@hookform/resolvers/standard-schema');
    const { FieldApi, FormApi } = require('@tanstack/form-core');
    const z = require('zod'), v = require('valibot');
    const shape = fields({ id: schema('login-id', { rules: 'kind: email', lang: ja }), pin: schema('pin', { lang: ja }), nick: z.string().min(2), age: v.pipe(v.string(), v.minLength(1)) });
    const resolve = values => standardSchemaResolver(shape)(values, undefined, { fields: {}, shouldUseNativeValidation: false });
    const wrong = await resolve({ id: 'ｔａｒｏ@example.jp', pin: '25', nick: 'a', age: '' });
    assert.deepEqual(Object.keys(wrong.errors), ['pin', 'nick', 'age']);
    assert.match(wrong.errors.pin.message, /4桁必要/);
    assert.deepEqual(await resolve({ id: 'ｔａｒｏ@example.jp', pin: '２５８０', nick: 'abc', age: '1', more: 1 }),
      { values: { id: 'taro@example.jp', pin: '2580', nick: 'abc', age: '1', more: 1 }, errors: {} });
    assert.deepEqual((await fields({ late: z.string().refine(async s => s === 'x', 'no') })['~standard'].validate({ late: 'y' })).issues.map(i => i.path), [['late']]);
    const form = new FormApi({ defaultValues: { pin: '' } });
    form.mount();
    const field = new FieldApi({ form, name: 'pin', validators: { onChange: schema('pin', { lang: ja }) } });
    field.mount();
    field.setValue('12O4');
    assert.deepEqual(field.state.meta.errors.map(e => e.code), ['lookalike']);
    field.setValue('1204');
    assert.deepEqual(field.state.meta.errors, []);
  });

  test(`${engine}: require() gives the same`, async () => {
    const cjs = require(at + 'index.cjs');
    assert.equal(cjs.VERSION, VERSION);
    assert.deepEqual(Object.keys(cjs).sort(), Object.keys(await import(at + 'index.mjs')).sort());
    const options = { lang: cjs.ja, candidates: require(at + 'candidates.cjs').candidates };
    assert.equal(JSON.stringify(cjs.check('password', 'パスワード', options)),
      JSON.stringify(check('password', 'パスワード', { lang: ja, candidates })));
  });
}
