import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { originalPosition } from "../../language/positions.js";
import type { RunRequest } from "../protocol.js";
import type { QuotedCell } from "../traceback.js";

const runs = new Map<number, RunRequest>();
const labels = new Map<string, RunRequest>();
const kernelFolder = dirname(fileURLToPath(import.meta.url));
const hidden = [
  kernelFolder,
  "node:inspector",
  "node:vm",
  "node:internal/",
  "(<anonymous>)",
  "evalmachine.<anonymous>",
  "node:async_hooks",
];

/** The name under which V8 knows a run's code. */
export function scriptName(run: number): string {
  return `marklab-run:${run}`;
}

/** Remembers a cell, so that stacks can name its lines. */
export function rememberRun(request: RunRequest): void {
  runs.set(request.run, request);
  labels.set(request.label, request);
}

export function cellByLabel(label: string): QuotedCell | undefined {
  return labels.get(label);
}

/** Stacks name cells and their own lines, and leave the kernel out. */
export function installStackFormat(): void {
  Error.stackTraceLimit = 30;
  Error.prepareStackTrace = (error, sites) => {
    const frames = framesOfUser(sites.map((site) => cellFrame(String(site))));
    return [headline(error), ...frames.slice(0, 12).map((frame) => `    at ${frame}`)].join("\n");
  };
}

/** Below the last frame of a cell, or the first of the kernel where there is none, stands only what called the user's code. */
function framesOfUser(frames: readonly string[]): string[] {
  const lastCell = frames.findLastIndex((frame) => /\bCell \[/.test(frame));
  const firstKernel = frames.findIndex((frame) => frame.includes(kernelFolder));
  const end = lastCell >= 0 ? lastCell + 1 : firstKernel >= 0 ? firstKernel : frames.length;
  return frames.slice(0, end).filter((frame) => !hidden.some((part) => frame.includes(part)));
}

/** `f (marklab-run:7:3:12)` → `f (Cell [4]:2:12)`. */
export function cellFrame(frame: string): string {
  return frame.replace(/marklab-run:(\d+):(\d+):(\d+)/g, (all, run: string, line: string, column: string) => {
    const request = runs.get(Number(run));
    if (!request) return all;
    const at = originalPosition(request.map, { line: Number(line) - 1, column: Number(column) - 1 });
    return `${request.label}:${at.line + 1}:${at.column + 1}`;
  });
}

function headline(error: unknown): string {
  try {
    return Error.prototype.toString.call(error);
  } catch {
    return "Error";
  }
}
