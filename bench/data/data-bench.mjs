import { step } from "../../scripts/steps/progress.mjs";
import { Ledger } from "../report/ledger.mjs";
import { difference, summarise } from "./answers.mjs";
import { contenders, reference } from "./contenders.mjs";
import { runContender } from "./run-contender.mjs";
import { dataTasks } from "./tasks.mjs";

/** Of each task: the time from opening the data to the answer, the whole process with its start, and the most memory it held. */
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

/** Runs every task, round by round through all contenders, each in a fresh process. */
export async function benchData({ dataRuns, quick }) {
  const ledger = new Ledger();
  const tasks = await dataTasks(quick);
  const present = tasks.filter(({ skipped }) => !skipped);
  for (const task of present) {
    await step(`Data, ${dataRuns} rounds: ${task.title}`, async () => {
      for (let round = 0; round < dataRuns; round++) await runRound(task, ledger);
    });
  }
  const [ours, ...peers] = contenders.map(({ name }) => name);
  const remarks = tasks.filter((task) => task.skipped).map((task) => `Skipped: ${task.skipped}.`);
  return { title: "Data", ledger, rows: present.flatMap(rowsOf), contenders: { ours, peers }, remarks };
}

/** Time and memory count only when the answer equals the plain SQL's of the same round. */
async function runRound(task, ledger) {
  const results = new Map();
  for (const { name, argv } of contenders) {
    if (ledger.isOut(task.id, name)) continue;
    const result = await runContender(argv, task.name, task.path).catch((error) => ({ failure: error.message }));
    results.set(name, result);
  }
  const expected = results.get(reference);
  for (const [name, result] of results) {
    const wrong =
      result.failure ??
      (expected?.answer ? difference(summarise(result.answer), summarise(expected.answer)) : "no plain SQL to compare with");
    for (const { suffix, field } of measures) {
      if (wrong) ledger.fail(task.id + suffix, name, wrong);
      else ledger.add(task.id + suffix, name, result[field]);
    }
  }
}
