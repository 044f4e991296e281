export { instantiateTemplate, templateMetadata, type InstantiateOptions } from "./instantiate.js";
export { kernelspec, languageInfo } from "./kernel-metadata.js";
export { lintTemplate } from "./lint-template.js";
export { localiseNotebook, notebookLanguage } from "./localise.js";
export { nearestName } from "../analyses/nearest-name.js";
export { parameterFromText, parameterSchemas, readParameters, setParameters, type Parameters } from "./parameters.js";
export { sourceText } from "./source.js";
export type { Cell, Notebook, NotebookMetadata, Output, ParameterSchema, TemplateMetadata } from "./template.js";
export { resultMimeType } from "../display.js";
