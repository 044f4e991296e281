import type { Text } from "../../../language/language.js";

/** What an option is called, what it takes, and values that would do. */
export const text = (title: Text, description: Text, ...examples: readonly number[]) => ({
  "x-text": { title, description },
  ...(examples.length > 0 ? { examples: [...examples] } : {}),
});
