import { KernelFailure } from "./client.mjs";
import { hasReplied } from "./exchange.mjs";

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** All text that a cell showed, as result, print-out, warning or error, without colours. */
const shownText = ({ outputs }) =>
  outputs
    .map(({ content }) => content.text ?? content.data?.["text/plain"] ?? content.traceback?.join("\n") ?? "")
    .join("\n")
    .replace(escapes, "");

/** How long an answer may come after the kernel said that it was done: Deno's may. */
const lateness = 3_000;

/**
 * Runs a cell and makes sure that it did what it should: the answer must be found in what it shows.
 *
 * @returns milliseconds until reply, idle and all that the cell shows are there
 */
export async function runCell(running, { code, answer = "" }) {
  const exchange = await running.execute(code);
  const isRight = () => exchange.reply.status === "ok" && shownText(exchange).includes(answer);
  if (exchange.reply.status === "ok") await running.waitFor(exchange, isRight, lateness);
  if (isRight()) return Math.max(exchange.repliedAt, exchange.idleAt, exchange.outputs.at(-1)?.at ?? 0);
  const shown = shownText(exchange).trim().slice(0, 120) || "nothing shown";
  throw new KernelFailure(`wrong answer to ${JSON.stringify(code.slice(0, 60))}: ${exchange.reply.status}, ${shown}`);
}

/** Waits until outputs arrive (a kernel's first ones may be lost before the client is subscribed), then runs the first cell. */
export async function warmUp(running, { cells }) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const info = await running.request("kernel_info_request", {}, hasReplied);
    if (await running.waitFor(info, ({ idleAt }) => idleAt !== undefined, 500)) break;
  }
  return runCell(running, cells.trivial(0));
}

/** Does the kernel name a wrong type? Checkers that load in the background get three chances. */
export async function checksTypes(running, { code, complaint }) {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (complaint.test(shownText(await running.execute(code)))) return true;
  }
  return false;
}
