import { fileURLToPath } from "node:url";
import { pythonOf } from "../setup/places.mjs";

const program = (name) => fileURLToPath(new URL(`contenders/${name}`, import.meta.url));
const python = (name) => [pythonOf("models"), program(name)];

/** Ours first; each is a program that takes a task and a path and prints its answer, its time and its memory. */
export const contenders = [
  { name: "Marklab", argv: [process.execPath, program("with-marklab.mjs")] },
  { name: "scikit-learn", argv: python("with_sklearn.py") },
  { name: "statsmodels", argv: python("with_statsmodels.py") },
  { name: "lifelines", argv: python("with_lifelines.py") },
];
