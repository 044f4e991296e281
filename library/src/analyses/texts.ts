import { format, type Format } from "../language/format.js";
import type { Text } from "../language/language.js";

/** One text in both languages, each with its own way to write numbers: `texts((f) => f.count(5), (f) => f.count(5))`. */
export const texts = (english: (format: Format) => string, chinese: (format: Format) => string): Text => ({
  en: english(format("en")),
  "zh-CN": chinese(format("zh-CN")),
});
