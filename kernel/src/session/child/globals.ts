import { clearOutput, display } from "./display.js";
import { plainDisplay } from "./tslab.js";

const displaySymbol = Symbol.for("Jupyter.display");

/** A text of one kind that shows itself; usable as a function and as a template tag. */
function content(mimeType: string) {
  return (first: string | TemplateStringsArray, ...values: unknown[]) => {
    const whole = typeof first === "string" ? first : String.raw({ raw: first }, ...values);
    return { [displaySymbol]: () => ({ [mimeType]: whole, "text/plain": whole }) };
  };
}

/** What every cell can use without an import: `display`, `clearOutput`, `html`, `md`, `svg`. */
export function defineGlobals(target: object): void {
  const globals = {
    display: Object.assign(display, plainDisplay),
    clearOutput,
    html: content("text/html"),
    md: content("text/markdown"),
    svg: content("image/svg+xml"),
  };
  for (const [name, value] of Object.entries(globals)) {
    Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
  }
}
