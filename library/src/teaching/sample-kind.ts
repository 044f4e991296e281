import type { Language } from "../language/language.js";

/** What a generator is asked for. */
export interface SampleSettings {
  readonly seed: number;
  /** How many customers, users or visitors. */
  readonly size: number;
  readonly language: Language;
  /** Which of the planted stories; the first of the kind where none is asked for. */
  readonly story: string;
}

/** Rows as a real export would hold them, and what was planted in them. */
export interface Made<Truth> {
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly truth: Truth;
}

/** One kind of known-answer data. */
export interface SampleKind<Truth> {
  /** What its size counts, as the specification names it: `customers`, `users`, `visitors`. */
  readonly size: { readonly name: string; readonly default: number; readonly range: readonly [low: number, high: number] };
  /** The stories it can plant; the first is the default. A kind with one story takes no such setting. */
  readonly stories?: readonly string[];
  make(settings: SampleSettings): Made<Truth>;
}
