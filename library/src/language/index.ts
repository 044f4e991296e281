export { currentLanguage, languages, nearestLanguage, setLanguage, type Language, type Text } from "./language.js";
