export { format, missing, type Format, type Maybe } from "./format.js";
export type { Day } from "./date-format.js";
export { currentLanguage, languages, nearestLanguage, setLanguage, type Language, type Text } from "./language.js";
