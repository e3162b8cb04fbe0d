// What `import ... from 'loginlint/schema'` gives.
import type { Cause, CauseCode, Context, Field, Options, Result } from './index.js';

/** A check of one field with one policy, which is read once; a mistake in the rules is thrown here. */
export declare function createValidator(field: Field, options?: Options): (value: string, context?: string | Context) => Result;

export interface Issue {
  /** What happened and what to do; the code where no `lang` was given. */
  readonly message: string;
  readonly path?: undefined;
  readonly code: CauseCode | 'type';
  readonly cause?: Cause;
  readonly span?: readonly [number, number];
  /** What could stand instead; null for a secret. */
  readonly fix?: string | null;
}

/** A Standard Schema: https://standardschema.dev */
export interface Schema {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'loginlint';
    readonly validate: (value: unknown) => { readonly value: string; readonly issues?: undefined } | { readonly issues: readonly Issue[] };
    readonly types?: { readonly input: string; readonly output: string };
  };
}

/** The value to send for what passes or was fixed, else one issue a cause. Judged as submitted unless `context` says otherwise. */
export declare function schema(field: Field, options?: Options): Schema;
