import { randomUUID } from "node:crypto";
import type { CellOutput, MimeBundle } from "../protocol.js";
import { bundleOf } from "./bundle.js";
import { sendOutput } from "./channel.js";
import { currentRun } from "./run-context.js";

/** What `display()` gives back: the same place, to be filled anew. */
export interface DisplayHandle {
  readonly id: string;
  update(value: unknown): void;
}

export interface DisplayOptions {
  /** Fills the place of an earlier display with this id when `isUpdate`, else names the new place. */
  readonly id?: string;
  /** The value is a MIME bundle already. */
  readonly raw?: boolean;
}

type DisplayType = "display_data" | "update_display_data";

/** Shows a value below the cell that runs. */
export function display(value: unknown, options: DisplayOptions = {}): DisplayHandle {
  const id = options.id ?? randomUUID();
  show("display_data", options.raw ? (value as MimeBundle) : bundleOf(value), id);
  return { id, update: (next) => show("update_display_data", options.raw ? (next as MimeBundle) : bundleOf(next), id) };
}

/** Sends a bundle as soon as it is ready; the cell counts as running until then. */
export function show(type: DisplayType, bundle: MimeBundle | Promise<MimeBundle>, displayId: string): void {
  whenReady(bundle, (data) => ({ type, data, metadata: {}, displayId }));
}

/** Sends what a bundle becomes on behalf of the current run. */
export function whenReady(bundle: MimeBundle | Promise<MimeBundle>, makeOutput: (data: MimeBundle) => CellOutput): void {
  const run = currentRun();
  const number = run?.request.run ?? 0;
  if (!(bundle instanceof Promise)) {
    sendOutput(number, makeOutput(bundle));
    return;
  }
  const shown = bundle.then((data) => sendOutput(number, makeOutput(data)));
  run?.pending.add(shown);
  void shown.finally(() => run?.pending.delete(shown));
}

/** Empties the cell's output, at once or when the next output comes. */
export function clearOutput(options: { wait?: boolean } | boolean = {}): void {
  const wait = typeof options === "boolean" ? options : (options.wait ?? false);
  sendOutput(currentRun()?.request.run ?? 0, { type: "clear_output", wait });
}
