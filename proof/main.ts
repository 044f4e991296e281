import { writeFileSync } from "node:fs";
import { proofPage } from "./page.js";
import { prove } from "./prove.js";

/** Computes every figure, prints the page and writes it where the first argument says. Fails when a figure is missed. */
const { compared, missing } = await prove();
const page = proofPage(compared, missing);
const [path] = process.argv.slice(2);
if (path !== undefined && missing.length === 0) writeFileSync(path, `${page}\n`);
process.stdout.write(`${page}\n`, () => process.exit([...compared.values()].flat().every(({ isWithin }) => isWithin) ? 0 : 1));
