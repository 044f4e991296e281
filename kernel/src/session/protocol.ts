import type { PositionMap } from "../language/positions.js";

/** Content by MIME type. */
export type MimeBundle = Record<string, unknown>;

/** What a failing cell leaves: the fields of Jupyter's `error`. */
export interface ErrorReport {
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

/** What a cell shows, in the order in which it showed it. */
export type CellOutput =
  | { readonly type: "stream"; readonly name: StreamName; readonly text: string }
  | {
      readonly type: "display_data" | "update_display_data";
      readonly data: MimeBundle;
      readonly metadata: MimeBundle;
      readonly displayId?: string;
    }
  | { readonly type: "execute_result"; readonly data: MimeBundle; readonly metadata: MimeBundle }
  | ({ readonly type: "error" } & ErrorReport)
  | { readonly type: "clear_output"; readonly wait: boolean };

export type StreamName = "stdout" | "stderr";

/** A cell on its way into the child. `run` is unique; `label` is what tracebacks call it. */
export interface RunRequest {
  readonly type: "run";
  readonly run: number;
  readonly label: string;
  readonly source: string;
  readonly code: string;
  readonly map: PositionMap;
  readonly isSilent: boolean;
}

export type ToChild =
  | RunRequest
  | { readonly type: "interrupt"; readonly run: number }
  | { readonly type: "value"; readonly id: number; readonly code: string }
  | { readonly type: "properties"; readonly id: number; readonly expression: string };

export interface RunOutcome {
  readonly status: "ok" | "error";
  readonly error?: ErrorReport;
  /** The `code` of the error that was thrown, where it has one. */
  readonly errorCode?: string;
  /** False when V8 refused the code, so that none of its declarations exist. */
  readonly isCompiled: boolean;
}

export interface PropertyInfo {
  readonly name: string;
  readonly kind: "function" | "property";
}

/** `epoch` orders messages among the texts on the two streams; see `output-lanes.ts`. */
export type FromChild =
  | { readonly type: "ready" }
  | { readonly type: "output"; readonly epoch: number; readonly run: number; readonly output: CellOutput }
  | { readonly type: "done"; readonly epoch: number; readonly run: number; readonly outcome: RunOutcome }
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown };

/** The environment variable through which parent and child agree on the secret that starts marks in the streams. */
export const markVariable = "MARKLAB_STREAM_MARK";

/** A mark in a stream: `<secret><epoch>:<run>\n`. What follows belongs to that epoch and that run. */
export function streamMark(secret: string, epoch: number, run: number): string {
  return `${secret}${epoch}:${run}\n`;
}
