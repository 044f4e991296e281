import { DataError } from "marklab";

/** What the command's exit codes mean; scripts rely on them. */
export const exitCode = { done: 0, fault: 1, usage: 2, data: 3, cell: 4, engine: 5 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

/** Codes of errors that say how the command was used wrongly, though the library finds them. */
const usageCodes = new Set([
  "option-unknown",
  "option-invalid",
  "option-conflict",
  "parameter-unknown",
  "parameter-mismatch",
  "parameter-not-literal",
  "parameters-cell-missing",
]);
/** Codes of errors that an engine or a connection is to blame for. */
export const engineCodes = new Set(["query-failed", "engine-closed", "connection-failed"]);

/** A problem that the command itself finds. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly exitCode: ExitCode,
    message: string,
  ) {
    super(message);
  }
}

/** A call of the operating system that failed, such as writing to a full disk. */
export const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && "syscall" in error;

/** The exit code that an error stands for. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof CommandError) return error.exitCode;
  if (isSystemError(error)) return exitCode.engine;
  if (!(error instanceof DataError)) return exitCode.fault;
  if (usageCodes.has(error.code)) return exitCode.usage;
  return engineCodes.has(error.code) ? exitCode.engine : exitCode.data;
}
