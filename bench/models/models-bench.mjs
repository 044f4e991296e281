import { runTasks } from "../data/run-tasks.mjs";
import { contenders } from "./contenders.mjs";
import { modelTasks } from "./tasks.mjs";

/** Fits of models on numbers that are in memory, beside the Python tools for statistics. */
export const benchModels = async ({ dataRuns, quick }) =>
  runTasks({ title: "Models", tasks: await modelTasks(quick), contenders, reference: "Marklab", rounds: dataRuns });
