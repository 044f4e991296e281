import { randomUUID } from "node:crypto";
import type { MimeBundle } from "../protocol.js";
import { show } from "./display.js";

/** The ways of tslab's `display` to show something, and the MIME type behind each. */
const mimeTypes = {
  javascript: "application/javascript",
  html: "text/html",
  markdown: "text/markdown",
  latex: "text/latex",
  svg: "image/svg+xml",
  png: "image/png",
  jpeg: "image/jpeg",
  gif: "image/gif",
  pdf: "application/pdf",
  text: "text/plain",
} as const;

type Content = string | Uint8Array;
export type TslabDisplay = Record<keyof typeof mimeTypes, (content: Content) => void> & { raw(mimeType: string, content: Content): void };

function makeDisplay(send: (bundle: MimeBundle) => void): TslabDisplay {
  const raw = (mimeType: string, content: Content) =>
    send({ [mimeType]: typeof content === "string" ? content : Buffer.from(content).toString("base64") });
  const methods = Object.entries(mimeTypes).map(([name, mimeType]) => [name, (content: Content) => raw(mimeType, content)]);
  return Object.assign(Object.fromEntries(methods), { raw }) as TslabDisplay;
}

/** A display that stays in its place: its first content makes the place, later ones replace it. */
function newDisplay(): TslabDisplay {
  const id = randomUUID();
  let isShown = false;
  return makeDisplay((bundle) => {
    show(isShown ? "update_display_data" : "display_data", bundle, id);
    isShown = true;
  });
}

/** Shows each content below the cell that runs. */
export const plainDisplay = makeDisplay((bundle) => show("display_data", bundle, randomUUID()));

/** What `import … from "tslab"` gives, so that notebooks written for tslab run as they are. */
export const tslab = { display: plainDisplay, newDisplay };
