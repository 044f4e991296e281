import { inspect, types } from "node:util";
import { text } from "../../texts.js";
import type { MimeBundle } from "../protocol.js";
import { asTable } from "./table-source.js";
import { tableBundle } from "./table.js";
import { writeStream } from "./channel.js";

const displaySymbol = Symbol.for("Jupyter.display");

/**
 * A value as a notebook shows it. The value's own way comes first (`Symbol.for("Jupyter.display")`), then chart specifications,
 * tables, HTML elements and pictures; all else is its text. A value that fails to show itself becomes text with a warning.
 */
export function bundleOf(value: unknown): MimeBundle | Promise<MimeBundle> {
  try {
    const bundle = ownBundle(value) ?? specBundle(value) ?? shownBundle(value) ?? textBundle(value);
    return isPromiseLike(bundle) ? Promise.resolve(bundle).then(checked, (error: unknown) => failed(value, error)) : bundle;
  } catch (error) {
    return failed(value, error);
  }

  function checked(bundle: unknown): MimeBundle {
    return isRecord(bundle) ? withText(bundle, value) : textBundle(value);
  }
}

/** The text of any value, of bounded size. */
export function textOf(value: unknown): string {
  try {
    return inspect(value, { depth: 4, maxArrayLength: 100, maxStringLength: 100_000, breakLength: 100 });
  } catch (error) {
    return `[${Object.prototype.toString.call(value).slice(8, -1)}: ${reasonOf(error)}]`;
  }
}

function ownBundle(value: unknown): MimeBundle | Promise<MimeBundle> | undefined {
  if (!isObject(value)) return undefined;
  const method = (value as Record<symbol, unknown>)[displaySymbol];
  if (typeof method !== "function") return undefined;
  const bundle: unknown = method.call(value);
  if (isPromiseLike(bundle)) return bundle as Promise<MimeBundle>;
  return isRecord(bundle) ? withText(bundle, value) : undefined;
}

function withText(bundle: MimeBundle, value: unknown): MimeBundle {
  return "text/plain" in bundle ? bundle : { ...bundle, "text/plain": textOf(value) };
}

/** Vega and Vega-Lite specifications say what they are in `$schema`; builders of them have `toSpec()`. */
function specBundle(value: unknown): MimeBundle | undefined {
  if (!isObject(value)) return undefined;
  const { toSpec } = value as { toSpec?: unknown };
  const spec: unknown = typeof toSpec === "function" ? toSpec.call(value) : value;
  if (!isObject(spec)) return undefined;
  const { $schema } = spec as { $schema?: unknown };
  const match = typeof $schema === "string" ? /\/schema\/(vega|vega-lite)\/v(\d+)/.exec($schema) : null;
  if (!match) return undefined;
  const [, grammar, version] = match;
  return { [`application/vnd.${grammar === "vega" ? "vega" : "vegalite"}.v${version}+json`]: spec, "text/plain": textOf(spec) };
}

function shownBundle(value: unknown): MimeBundle | undefined {
  if (!isObject(value)) return undefined;
  const table = asTable(value);
  if (table) return tableBundle(table);
  if (value instanceof Uint8Array) return pictureBundle(value);
  const { outerHTML } = value as { outerHTML?: unknown };
  return typeof outerHTML === "string" ? { "text/html": outerHTML, "text/plain": outerHTML } : undefined;
}

function pictureBundle(bytes: Uint8Array): MimeBundle | undefined {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte);
  const type = starts(0x89, 0x50, 0x4e, 0x47) ? "image/png" : starts(0xff, 0xd8, 0xff) ? "image/jpeg" : undefined;
  return type && { [type]: Buffer.from(bytes).toString("base64"), "text/plain": `<${type}, ${bytes.length} bytes>` };
}

function textBundle(value: unknown): MimeBundle {
  const shown = textOf(value);
  return { "text/plain": types.isPromise(value) ? `${shown}  // ${text("promiseHint")}` : shown };
}

function failed(value: unknown, error: unknown): MimeBundle {
  writeStream("stderr", text("displayFailed", { reason: reasonOf(error) }));
  return { "text/plain": textOf(value) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : textOf(error);
}

function isObject(value: unknown): value is object {
  return (typeof value === "object" && value !== null) || typeof value === "function";
}

function isPromiseLike(value: unknown): value is PromiseLike<unknown> {
  return isObject(value) && typeof (value as { then?: unknown }).then === "function";
}

function isRecord(value: unknown): value is MimeBundle {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
