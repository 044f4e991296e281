/** Rows of a Cox model in the order in which the risk sets grow: latest times first. */
export interface OrderedRows {
  readonly rows: number;
  readonly width: number;
  readonly times: Float64Array;
  readonly events: Uint8Array;
  /** Covariates less their means over their spreads, row after row. */
  readonly x: Float64Array;
  readonly means: Float64Array;
  /** Standard deviations; 0 for constants. */
  readonly spreads: Float64Array;
  /** Where each row stood in the input. */
  readonly order: Uint32Array;
  /** Row that begins each distinct time, and the number of rows after the last. */
  readonly starts: Uint32Array;
}

export interface CoxInput {
  readonly durations: Float64Array;
  /** 1 where the duration ends with the event. */
  readonly happened: Uint8Array;
  /** One array per covariate, none of the values NaN. */
  readonly covariates: readonly Float64Array[];
}

function moments(values: Float64Array): readonly [mean: number, spread: number] {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = values.length === 0 ? 0 : sum / values.length;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const spread = Math.sqrt(squares / Math.max(1, values.length));
  return [mean, spread > 1e-12 * Math.max(1, Math.abs(mean)) ? spread : 0];
}

function startsOf(times: Float64Array): Uint32Array {
  const starts: number[] = [];
  for (let row = 0; row < times.length; row += 1) if (row === 0 || times[row] !== times[row - 1]) starts.push(row);
  return Uint32Array.from([...starts, times.length]);
}

/** Sorts once and stores the covariates row after row, centred and scaled, so that each pass reads memory in order. */
export function orderRows({ durations, happened, covariates }: CoxInput): OrderedRows {
  const rows = durations.length;
  const width = covariates.length;
  const order = new Uint32Array(rows).map((_, row) => row).sort((one, other) => (durations[other] as number) - (durations[one] as number));
  const x = new Float64Array(rows * width);
  const [means, spreads] = [new Float64Array(width), new Float64Array(width)];
  covariates.forEach((values, column) => {
    const [mean, spread] = moments(values);
    means[column] = mean;
    spreads[column] = spread;
    for (let row = 0; row < rows; row += 1) {
      x[row * width + column] = spread > 0 ? ((values[order[row] as number] as number) - mean) / spread : 0;
    }
  });
  const times = Float64Array.from(order, (row) => durations[row] as number);
  const events = Uint8Array.from(order, (row) => happened[row] as number);
  return { rows, width, times, events, x, means, spreads, order, starts: startsOf(times) };
}
