import type { DrawChart } from "../../../charts/index.js";
import type { ChurnValues } from "../values.js";
import type { Vocabulary } from "../vocabulary.js";
import { calibration } from "./calibration.js";
import { chartOf } from "./drawing.js";
import { drivers } from "./drivers.js";
import { gains } from "./gains.js";
import { lift } from "./lift.js";
import { models } from "./models.js";
import { profit } from "./profit.js";

/** The charts of a result by name, in the words of a question; the first is the main one. */
export const makeCharts = (vocabulary: Vocabulary) =>
  ({
    gains: chartOf(vocabulary, gains),
    drivers: chartOf(vocabulary, drivers),
    lift: chartOf(vocabulary, lift),
    profit: chartOf(vocabulary, profit),
    calibration: chartOf(vocabulary, calibration),
    models: chartOf(vocabulary, models),
  }) as const satisfies Record<string, DrawChart<ChurnValues>>;
