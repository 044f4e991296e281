export type { Cell, Notebook, NotebookMetadata, Output, ParameterSchema, TemplateMetadata } from "./template.js";
