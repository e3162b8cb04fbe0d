// schema.ts - rules compiled once: a validator, and a Standard Schema (https://standardschema.dev) for forms that take one.
import { check, compile } from './core.ts';

type Options = Record<string, any>;

/** A check of one field with one policy; a mistake in the rules is thrown here, not at the first value. */
export function createValidator(field: string, options: Options = {}): (value: string, context?: unknown) => object {
  const problem = compile(field, options.rules ?? '', !!options.lenient);
  if (problem) throw problem;
  return (value, context = options.context) => check(field, value, { ...options, context });
}

function issue(cause: any, report: any): object {
  const offered = cause.remedy === 'choose' && !report.secret ? report.candidates[cause.candidate].text : null;
  return {
    message: [cause.message || cause.code, cause.next].filter(Boolean).join(' '),
    code: cause.code,
    cause,
    span: [cause.start, cause.end],
    fix: offered,
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
