import { z } from "zod";
import type { Text } from "../language/language.js";

/** What an option is called and what it does, as forms, help and docs show it. */
export interface OptionTexts {
  readonly title: Text;
  readonly description: Text;
}

/** An option that takes the name of one column; `defineAnalysis` sees that the data has it. */
export const columnOption = (texts: OptionTexts) => z.string().min(1).optional().meta({ format: "column", "x-text": texts });

/** An option that takes the names of columns. */
export const columnsOption = (texts: OptionTexts) => z.array(z.string().min(1)).optional().meta({ format: "columns", "x-text": texts });
