import { scaledValue, type Design } from "../../statistics/regression/design.js";
import type { LogisticModel } from "../../statistics/regression/logistic-model.js";

/** What each feature adds to the log odds of a row. */
export type Contributions = (row: number) => Float64Array;

/** How to work out what each of `count` features adds to the log odds of the rows of a design, less what it adds to the average customer. */
export function contributionsOf({ encoding, fit }: LogisticModel, design: Design, averages: Float64Array): Contributions {
  const { denseFeatures, factorFeatures } = encoding;
  return (row) => {
    const result = averages.map((average) => -average);
    design.dense.forEach((column, index) => {
      add(result, denseFeatures[index], scaledValue(column, column.values[row] as number) * (fit.beta[index + 1] as number));
    });
    design.factors.forEach(({ codes, columnOf }, index) => {
      const column = columnOf[codes[row] as number] ?? -1;
      if (column >= 0) add(result, factorFeatures[index], fit.beta[column] as number);
    });
    return result;
  };
}

function add(sums: Float64Array, feature: number | undefined, value: number): void {
  if (feature !== undefined) sums[feature] = (sums[feature] as number) + value;
}

/** Mean and standard deviation over the rows learnt from of what each feature adds. */
export function contributionSpread(model: LogisticModel, features: number): { averages: Float64Array; deviations: Float64Array } {
  const { design } = model.encoding;
  const plain = contributionsOf(model, design, new Float64Array(features));
  const step = Math.max(1, Math.floor(design.rows / mostRows));
  const averages = new Float64Array(features);
  const squares = new Float64Array(features);
  let count = 0;
  for (let row = 0; row < design.rows; row += step) {
    count += 1;
    plain(row).forEach((value, feature) => {
      const before = value - (averages[feature] as number);
      averages[feature] = (averages[feature] as number) + before / count;
      squares[feature] = (squares[feature] as number) + before * (value - (averages[feature] as number));
    });
  }
  return { averages, deviations: squares.map((sum) => Math.sqrt(sum / Math.max(1, count))) };
}

/** Averages of more rows than these would not differ in a digit that anybody reads. */
const mostRows = 200_000;
