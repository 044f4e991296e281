/** Content by MIME type, as Jupyter front ends take it. JSON types hold objects, the others text (images in base64). */
export type MimeBundle = Readonly<Record<string, unknown>>;

/** An object with this method shows itself in a notebook; kernels that know the symbol call it. */
export const displaySymbol: unique symbol = Symbol.for("Jupyter.display") as never;

export interface Displayable {
  [displaySymbol](): MimeBundle | Promise<MimeBundle>;
}

/** Outputs that hold a whole result as JSON (`ResultJson` without its table): what the command and reports read back from a notebook. */
export const resultMimeType = "application/vnd.marklab.result+json";
export const vegaLiteMimeType = "application/vnd.vegalite.v6+json";
