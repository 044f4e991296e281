import { type Language, nearestLanguage } from "marklab/language";

/** The language of JupyterLab's interface, as its translator reports it ("zh-CN", "zh_CN", "en"); English where there is no translator. */
export const interfaceLanguage = (translator?: { readonly languageCode: string } | null): Language =>
  nearestLanguage(translator?.languageCode);
