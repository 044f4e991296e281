/** Types of what every cell can use without an import. */
export const globalTypes = `
type MarklabMimeBundle = Record<string, unknown>;
interface MarklabDisplayHandle {
  /** The name of the place. */
  readonly id: string;
  /** Shows another value in the same place. */
  update(value: unknown): void;
}
interface MarklabContent { [key: symbol]: () => MarklabMimeBundle; }
interface MarklabContentMaker {
  (text: string): MarklabContent;
  (strings: TemplateStringsArray, ...values: unknown[]): MarklabContent;
}
interface MarklabDisplay {
  javascript(content: string): void;
  html(content: string): void;
  markdown(content: string): void;
  latex(content: string): void;
  svg(content: string): void;
  png(content: string | Uint8Array): void;
  jpeg(content: string | Uint8Array): void;
  gif(content: string | Uint8Array): void;
  pdf(content: string | Uint8Array): void;
  text(content: string): void;
  raw(mimeType: string, content: string | Uint8Array): void;
}
/** Shows a value below the cell: a table, a chart, a picture or its text. */
declare let display: MarklabDisplay & ((value: unknown, options?: { id?: string; raw?: boolean }) => MarklabDisplayHandle);
/** Empties the output of the cell, at once or when the next output comes. */
declare let clearOutput: (options?: { wait?: boolean } | boolean) => void;
/** HTML that shows itself as the value of a cell. */
declare let html: MarklabContentMaker;
/** Markdown that shows itself as the value of a cell. */
declare let md: MarklabContentMaker;
/** An SVG drawing that shows itself as the value of a cell. */
declare let svg: MarklabContentMaker;
declare module "tslab" {
  export const display: MarklabDisplay;
  export function newDisplay(): MarklabDisplay;
}
`;
