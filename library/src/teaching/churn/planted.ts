import type { Language, Text } from "../../language/language.js";
import type { Random } from "../random.js";

/** One reason, planted, why the outcome is likelier or rarer. */
export interface PlantedDriver {
  readonly column: Text;
  /** The level that the log odds belong to; nothing for a number. */
  readonly level: Text | undefined;
  /** Log odds of the outcome: for the level against the column's other planted levels, which have 0; for a number, per unit. */
  readonly logOdds: number;
  /** Whether a sound analysis of the default size should find it clear. */
  readonly isStrong: boolean;
}

/** What was planted in a table of rows with an outcome: what a model of it should find. */
export interface OutcomeTruth {
  readonly seed: number;
  readonly story: string;
  /** Different rows with a known outcome, and how many of them have it. */
  readonly known: number;
  readonly positive: number;
  readonly drivers: readonly PlantedDriver[];
  /** Columns that have nothing to do with the outcome. */
  readonly noise: readonly Text[];
  /** Columns that are known only after the outcome. */
  readonly leaks: readonly Text[];
  /** Rows that repeat another one in every column, and rows whose outcome is blank. */
  readonly repeatedRows: number;
  readonly rowsWithoutOutcome: number;
  /** The probability that was drawn from, by id. */
  readonly probabilityOf: Readonly<Record<string, number>>;
  /** Ids of those with the outcome. */
  readonly positiveIds: readonly string[];
}

/** A driver as the generator uses it: what it counts in one row. */
export interface DriverRule<Row> {
  readonly logOdds: number;
  readonly isStrong: boolean;
  readonly column: Text;
  readonly level?: Text;
  readonly value: (row: Row) => number;
}

/** One drawn row as the truth counts it. */
export interface DrawnRow {
  readonly id: string;
  readonly probability: number;
  readonly isPositive: boolean;
  readonly lacksOutcome: boolean;
}

interface Planted extends Pick<OutcomeTruth, "seed" | "story" | "noise" | "leaks" | "repeatedRows"> {
  readonly drivers: readonly DriverRule<never>[];
}

/** What was planted and what was drawn from it; rows that were repeated count once. */
export function outcomeTruth(rows: readonly DrawnRow[], { drivers, ...planted }: Planted): OutcomeTruth {
  const known = rows.filter(({ lacksOutcome }) => !lacksOutcome);
  const positive = known.filter(({ isPositive }) => isPositive);
  return {
    ...planted,
    known: known.length,
    positive: positive.length,
    drivers: drivers.map(({ column, level, logOdds, isStrong }) => ({ column, level, logOdds, isStrong })),
    rowsWithoutOutcome: rows.length - known.length,
    probabilityOf: Object.fromEntries(rows.map(({ id, probability }) => [id, probability])),
    positiveIds: positive.map(({ id }) => id),
  };
}

/** The probability that the drivers give a row. */
export function probability<Row>(row: Row, intercept: number, drivers: readonly DriverRule<Row>[]): number {
  const logOdds = drivers.reduce((sum, driver) => sum + driver.logOdds * driver.value(row), intercept);
  return 1 / (1 + Math.exp(-logOdds));
}

/** A position of `weights`, each as likely as its weight; weights are whole numbers. */
export function pickWeighted(random: Random, weights: readonly number[]): number {
  let left = random.below(weights.reduce((sum, weight) => sum + weight, 0));
  return weights.findIndex((weight) => (left -= weight) < 0);
}

/** How many of `tries` happen. */
export const countOf = (random: Random, tries: number, chance: number): number =>
  Array.from({ length: tries }, () => random.chance(chance)).filter(Boolean).length;

/** A draw around the mean, whole and kept between the ends. */
export function wholeNormal(random: Random, [low, high]: readonly [number, number], [mean, spread]: readonly [number, number]): number {
  return Math.min(high, Math.max(low, Math.round(mean + spread * random.normal())));
}

/** The rows with some of them a second time, further down: what an export does that was run twice over a page. */
export function withRepeats<Row>(random: Random, rows: readonly Row[], repeats: number): Row[] {
  const result = [...rows];
  for (let index = 0; index < Math.min(repeats, rows.length); index += 1) {
    const from = random.below(rows.length);
    result.splice(result.indexOf(rows[from] as Row) + 1 + random.below(40), 0, rows[from] as Row);
  }
  return result;
}

const isText = (cell: unknown): cell is Text => typeof cell === "object" && cell !== null && "en" in cell;

/** One row of an export in a language: the cells by the names of their columns, texts in that language. */
export const rowInWords = (
  columns: Readonly<Record<string, Text>>,
  cells: Readonly<Record<string, unknown>>,
  language: Language,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(cells).map(([name, cell]) => [columns[name]?.[language] ?? name, isText(cell) ? cell[language] : cell]),
  );
