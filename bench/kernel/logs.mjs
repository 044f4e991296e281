import { KernelFailure } from "./client.mjs";
import { hasReplied, isAnswered } from "./exchange.mjs";
import { logLines } from "./kernels.mjs";

const patience = 10_000;
/** How long nothing may arrive before the lines that are missing count as lost. */
const silence = 1_500;

const streams = ({ outputs }) => outputs.filter(({ type }) => type === "stream");
const lines = (outputs) => outputs.reduce((count, { content }) => count + content.text.split("\n").length - 1, 0);
const count = (number) => number.toLocaleString("en");

/**
 * Prints 20,000 lines. The time ends when reply, idle and the last line that arrives are all there; a front end may stop listening at idle,
 * so lines that come later, or never, are a flaw.
 */
export async function measureLogs({ kernel, running }) {
  const exchange = await running.send(kernel.cells.logs);
  const isComplete = await running.waitFor(exchange, isAnswered, patience);
  if (!hasReplied(exchange)) throw new KernelFailure(`no reply within ${patience / 1000} s while printing`);
  await untilSilent(running, exchange);
  const early = lines(streams(exchange).filter(({ at }) => at <= (exchange.idleAt ?? 0)));
  const all = lines(streams(exchange));
  const messages = streams(exchange).length;
  const value = Math.max(exchange.repliedAt, exchange.idleAt ?? 0, exchange.outputs.at(-1)?.at ?? 0);
  return { value, messages, flaw: describe({ all, early, isComplete }) };
}

function describe({ all, early, isComplete }) {
  if (all === logLines && early === logLines) return undefined;
  const idle = isComplete ? `${count(early)} of ${count(logLines)} lines before idle` : `no idle within ${patience / 1000} s`;
  return `${idle}, ${count(all - early)} after it, ${count(logLines - all)} never`;
}

async function untilSilent(running, exchange) {
  for (let seen = -1; seen < exchange.outputs.length && lines(streams(exchange)) < logLines;) {
    seen = exchange.outputs.length;
    await running.waitFor(exchange, () => false, silence);
  }
}
