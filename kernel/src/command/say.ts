import { currentLanguage, type Text } from "marklab/language";

/** Results go to standard output, whole, before the process may end. */
export const print = (text: string): Promise<void> =>
  new Promise((resolve) => {
    process.stdout.write(text.endsWith("\n") ? text : `${text}\n`, () => resolve());
  });

/** Progress and messages go to standard error. */
export const say = (text: Text | string): void => {
  process.stderr.write(`${typeof text === "string" ? text : text[currentLanguage()]}\n`);
};
