import { step } from "../../scripts/steps/progress.mjs";
import { Ledger } from "../report/ledger.mjs";
import { difference, summarise } from "./answers.mjs";
import { runContender } from "./run-contender.mjs";

/** Of each task: the time of its work, the whole process with its start, and the most memory it held. */
const measures = [
  { suffix: "", title: "", unit: "s", field: "seconds" },
  { suffix: "-process", title: ", whole process", unit: "s", field: "wallSeconds" },
  { suffix: "-memory", title: ", peak memory", unit: "MB", field: "peakMegabytes" },
];

const rowsOf = (task) =>
  measures.map(({ suffix, title, unit }) => ({
    id: task.id + suffix,
    title: task.title + title,
    unit,
    ...(suffix === "" && task.budget ? { budget: task.budget } : {}),
  }));

/**
 * Runs every task, round by round through all contenders that do it, each in a fresh process.
 *
 * @param {{ title: string, tasks: any[], contenders: any[], reference: string, rounds: number }} part `reference` is whose answer the others
 *   must give; a task may name its own `contenders`, its `reference`, and the relative `tolerance` of its numbers
 */
export async function runTasks({ title, tasks, contenders, reference, rounds }) {
  const ledger = new Ledger();
  const present = tasks.filter(({ skipped }) => !skipped);
  for (const task of present) {
    const own = contenders.filter(({ name }) => task.contenders?.includes(name) ?? true);
    for (const { name } of contenders.filter((contender) => !own.includes(contender)))
      for (const { suffix } of measures) ledger.absent(task.id + suffix, name, "does not do this");
    await step(`${title}, ${rounds} rounds: ${task.title}`, async () => {
      for (let round = 0; round < rounds; round++) await runRound({ reference, ...task }, own, ledger);
    });
  }
  const [ours, ...peers] = contenders.map(({ name }) => name);
  const remarks = tasks.filter((task) => task.skipped).map((task) => `Skipped: ${task.skipped}.`);
  return { title, ledger, rows: present.flatMap(rowsOf), contenders: { ours, peers }, remarks };
}

/** Time and memory count only when the answer equals the reference's of the same round. */
async function runRound(task, contenders, ledger) {
  const results = new Map();
  for (const { name, argv } of contenders) {
    if (ledger.isOut(task.id, name)) continue;
    const result = await runContender(argv, task.name, task.path).catch((error) => ({ failure: error.message }));
    results.set(name, result);
  }
  const expected = results.get(task.reference);
  for (const [name, result] of results) {
    const wrong =
      result.failure ??
      (expected?.answer
        ? difference(summarise(result.answer), summarise(expected.answer), { tolerance: task.tolerance, of: task.reference })
        : `no answer of ${task.reference} to compare with`);
    for (const { suffix, field } of measures) {
      if (wrong) ledger.fail(task.id + suffix, name, wrong);
      else ledger.add(task.id + suffix, name, result[field]);
    }
  }
}
