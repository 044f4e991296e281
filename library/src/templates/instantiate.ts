import type { Language } from "../language/language.js";
import { kernelspec, languageInfo } from "./kernel-metadata.js";
import { localiseNotebook } from "./localise.js";
import { parameterLines, readParameters, setParameters, type Parameters } from "./parameters.js";
import type { Notebook, NotebookMetadata, TemplateMetadata } from "./template.js";

export interface InstantiateOptions {
  /** Language of the texts and, where the template has this parameter, of the results. */
  language: Language;
  /** Values by name; the others keep the template's. */
  parameters?: Parameters;
}

/** What `metadata.marklab` of a template says; a notebook made from one has no `parameters` schema and is no template. */
export function templateMetadata({ metadata }: Notebook): TemplateMetadata | undefined {
  const marklab = metadata.marklab;
  return marklab && "id" in marklab && "sections" in marklab ? marklab : undefined;
}

/**
 * A notebook of the user's own, made from a template: one language, the parameters filled in, the metadata just as the kernel reports it, so
 * that it opens clean.
 *
 * @throws DataError as `setParameters`
 *
 * @example instantiateTemplate(template, { language: "zh-CN", parameters: { data: "orders.csv" } });
 */
export function instantiateTemplate(template: Notebook, { language, parameters = {} }: InstantiateOptions): Notebook {
  const marklab = templateMetadata(template);
  const takesLanguage = parameterLines(template).some(({ name }) => name === "language");
  const filled = setParameters(template, takesLanguage ? { language, ...parameters } : parameters, marklab?.parameters);
  const about: NotebookMetadata | undefined = marklab && {
    template: marklab.id,
    version: marklab.version,
    language,
    parameters: readParameters(filled),
  };
  return {
    ...localiseNotebook(filled, language),
    metadata: { kernelspec: { ...kernelspec }, language_info: { ...languageInfo }, ...(about && { marklab: about }) },
  };
}
