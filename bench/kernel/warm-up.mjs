import { KernelFailure } from "./client.mjs";

const escapes = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

/** All text that a cell showed, as result, print-out, warning or error, without colours. */
const shownText = ({ outputs }) =>
  outputs
    .map(({ content }) => content.text ?? content.data?.["text/plain"] ?? content.traceback?.join("\n") ?? "")
    .join("\n")
    .replace(escapes, "");

/** Runs a cell and makes sure that it did what it should: the answer must be found in what it shows. */
export async function runCell(running, { code, answer = "" }) {
  const exchange = await running.execute(code);
  const shown = shownText(exchange);
  if (exchange.reply.status === "ok" && shown.includes(answer)) return exchange;
  throw new KernelFailure(`wrong answer to ${JSON.stringify(code.slice(0, 60))}: ${shown.trim().slice(0, 120) || "nothing shown"}`);
}

/** Waits until outputs arrive (a kernel's first ones may be lost before the client is subscribed), then runs the first cell. */
export async function warmUp(running, { cells }) {
  for (let attempt = 0; attempt < 20; attempt++) {
    const info = await running.request("kernel_info_request", {}, hasReplied);
    if (await running.waitFor(info, ({ idleAt }) => idleAt !== undefined, 500)) break;
  }
  return runCell(running, cells.trivial(0));
}

export const hasReplied = ({ repliedAt }) => repliedAt !== undefined;

/** Does the kernel name a wrong type? Checkers that load in the background get three chances. */
export async function checksTypes(running, { code, complaint }) {
  for (let attempt = 0; attempt < 3; attempt++) {
    if (complaint.test(shownText(await running.execute(code)))) return true;
  }
  return false;
}
