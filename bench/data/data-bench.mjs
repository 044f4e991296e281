import { contenders, reference } from "./contenders.mjs";
import { runTasks } from "./run-tasks.mjs";
import { dataTasks } from "./tasks.mjs";

/** Files to answers: loading, RFM, funnels, A/B tests, beside plain SQL and data frames. */
export const benchData = async ({ dataRuns, quick }) =>
  runTasks({ title: "Data", tasks: await dataTasks(quick), contenders, reference, rounds: dataRuns });
