import type { Completeness } from "./completeness.js";
import type { Completions } from "./completion.js";
import type { CellProblem } from "./diagnostics.js";
import type { Inspection } from "./inspection.js";
import type { SessionNames, Transformation } from "./transform.js";

/** What the language worker is asked for. Places are offsets in UTF-16 units. */
export type LanguageRequest =
  | { readonly type: "transform"; readonly source: string; readonly session: SessionNames }
  | { readonly type: "completeness"; readonly source: string }
  | { readonly type: "complete"; readonly source: string; readonly offset: number }
  | { readonly type: "inspect"; readonly source: string; readonly offset: number }
  /** A cell that runs: its problems, when the service is warm. From then on later cells see its names. */
  | { readonly type: "check"; readonly source: string }
  /** Prepares the type service a step at a time; answers whether it is ready. */
  | { readonly type: "warm" }
  /** The session starts anew: no cell has declared anything. */
  | { readonly type: "forget" };

export interface LanguageAnswers {
  transform: Transformation;
  completeness: Completeness;
  complete: Completions;
  inspect: Inspection | undefined;
  check: readonly CellProblem[];
  warm: boolean;
  forget: undefined;
}
