import type { Language, Text } from "../language/language.js";
import type { Role } from "../data/dataset.js";

/** A notebook as nbformat 4.5 stores it; only what Marklab reads is named. */
export interface Notebook {
  cells: Cell[];
  metadata: Record<string, unknown> & { marklab?: TemplateMetadata | NotebookMetadata };
  nbformat: number;
  nbformat_minor: number;
}

export interface Cell {
  id: string;
  cell_type: "markdown" | "code" | "raw";
  source: string | string[];
  metadata: Record<string, unknown> & {
    tags?: string[];
    marklab?: Partial<Record<Language, string>> & { report?: "show" | "hide" | "appendix" };
  };
  outputs?: Output[];
  execution_count?: number | null;
}

export type Output =
  | { output_type: "stream"; name: "stdout" | "stderr"; text: string | string[] }
  | {
      output_type: "display_data" | "execute_result";
      data: Record<string, unknown>;
      metadata: Record<string, unknown>;
      execution_count?: number | null;
    }
  | { output_type: "error"; ename: string; evalue: string; traceback: string[] };

/** `metadata.marklab` of a file in templates/. */
export interface TemplateMetadata {
  id: string;
  version: string;
  title: Text;
  description: Text;
  question: Text;
  decision: Text;
  category: Text;
  roles: Partial<Record<Role, { required: boolean; description: Text; synonyms?: readonly string[] }>>;
  /** JSON Schema of the parameters cell: the form. Properties carry `title` and `description` as `x-text: { title: Text, description: Text }`. */
  parameters: { type: "object"; properties: Record<string, ParameterSchema>; required?: string[] };
  /** The known-answer data set, as `load` takes it: "sample:orders". */
  sample: string;
  /** Headings of the six sections, in order. */
  sections: readonly Text[];
}

export interface ParameterSchema {
  type: "string" | "number" | "integer" | "boolean" | "array";
  default?: unknown;
  enum?: readonly unknown[];
  minimum?: number;
  maximum?: number;
  format?: string;
  items?: ParameterSchema;
  "x-text": { title: Text; description: Text };
}

/** `metadata.marklab` of a notebook made from a template. */
export interface NotebookMetadata {
  template: string;
  version: string;
  language: Language;
  parameters: Record<string, unknown>;
}
