import type { Text } from "../language/language.js";

/** One thing that is wrong with a template, and in which cell. */
export interface Problem {
  readonly code: string;
  readonly text: Text;
  readonly cell: string | undefined;
}

export const problem = (code: string, text: Text, cell?: string): Problem => ({ code, text, cell });
