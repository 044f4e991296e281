/** Something a person has to mend: the message says what is missing and how to get it, so no stack is shown. */
export class Problem extends Error {}

/** Prints a problem as it is and any other error with its stack, then ends the process with exit code 1. */
export function reportAndExit(error) {
  console.error(error instanceof Problem ? `\n${error.message}` : error);
  process.exit(1);
}
