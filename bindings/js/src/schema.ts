// SPDX-License-Identifier: MIT
// schema.ts - rules compiled once: a validator, and a Standard Schema (https://standardschema.dev) for forms that take one.
import { check, prepare } from './core.ts';

type Options = Record<string, any>;

/** A check of one field with one policy; a mistake in the rules is thrown here, not at the first value. */
export function createValidator(field: string, options: Options = {}): (value: string, context?: unknown) => object {
  prepare(field, options);
  return (value, context = options.context) => check(field, value, { ...options, context });
}

/** What could stand instead of what was typed, and may be shown. */
function fixOf({ remedy, candidate }: any, { secret, text, candidates }: any): string | null {
  if (secret) return null;
  return remedy === 'choose' ? candidates[candidate].text : remedy === 'apply' ? text : null;
}

function issue(cause: any, report: any): object {
  const next = cause.remedy === 'apply' ? '' : cause.next; // what is said once it was done
  return {
    message: [cause.message || cause.code, next].filter(Boolean).join(' '),
    code: cause.code,
    cause,
    span: [cause.start, cause.end],
    fix: fixOf(cause, report),
  };
}

/** `pass` and `fixed` give the value to send; everything else the causes as issues. */
export function schema(field: string, options: Options = {}): object {
  const run = createValidator(field, options);
  const validate = (value: unknown) => {
    if (typeof value !== 'string') return { issues: [{ message: 'not a string', code: 'type' }] };
    const report: any = run(value, options.context ?? { stage: 'submit' });
    if (report.verdict === 'pass' || report.verdict === 'fixed') return { value: report.text };
    return { issues: report.causes.map((cause: any) => issue(cause, report)) };
  };
  return { '~standard': { version: 1, vendor: 'loginlint', validate } };
}

type Standard = { '~standard': { validate: (value: unknown) => any } };

/** Schemas of several fields, ours or of another library, as one of an object: an issue has the name of its field in `path`. */
export function fields(shape: Record<string, Standard>): object {
  const names = Object.keys(shape);
  const join = (values: any, results: any[]) => {
    const issues = results.flatMap((result, i) => (result.issues ?? []).map((one: any) => ({ ...one, path: [names[i], ...one.path ?? []] })));
    return issues.length ? { issues } : { value: { ...values, ...Object.fromEntries(names.map((name, i) => [name, results[i].value])) } };
  };
  const validate = (values: any) => {
    const results = names.map(name => shape[name]['~standard'].validate(values?.[name] ?? ''));
    return results.some(result => result instanceof Promise) ? Promise.all(results).then(all => join(values, all)) : join(values, results);
  };
  return { '~standard': { version: 1, vendor: 'loginlint', validate } };
}
