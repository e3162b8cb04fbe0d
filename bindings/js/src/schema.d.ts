// SPDX-License-Identifier: MIT
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
  /** What could stand instead of the value; null where nothing is known, and for a secret. */
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

/** What is taken of a schema of any library. */
interface Standard<Output = unknown> {
  readonly '~standard': {
    readonly validate: (value: unknown) => Answer<Output> | Promise<Answer<Output>>;
    readonly types?: { readonly input: unknown; readonly output: Output } | undefined;
  };
}
type Answer<Output> = { readonly value: Output; readonly issues?: undefined } | { readonly issues: readonly { readonly message: string }[] };
type Values<Shape> = { [name in keyof Shape]: Shape[name] extends Standard<infer Output> ? Output : never };
type FieldIssue = Partial<Omit<Issue, 'path' | 'message'>> & { readonly message: string; readonly path: readonly PropertyKey[] };
type Outcome<Shape> = { readonly value: Values<Shape>; readonly issues?: undefined } | { readonly issues: readonly FieldIssue[] };

/** Schemas of several fields, ours or of another library, as one of an object: an issue has the name of its field in `path`. */
export declare function fields<Shape extends Record<string, Standard<any>>>(shape: Shape): {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'loginlint';
    readonly validate: (value: unknown) => Outcome<Shape> | Promise<Outcome<Shape>>;
    readonly types?: { readonly input: { [name in keyof Shape]: string }; readonly output: Values<Shape> };
  };
};

/** The value to send for what passes or was fixed, else one issue a cause. Judged as submitted unless `context` says otherwise. */
export declare function schema(field: Field, options?: Options): Schema;
