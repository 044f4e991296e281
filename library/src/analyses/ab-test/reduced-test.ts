import type { Cell } from "./cells.js";
import type { ArmQuantile } from "./moments.js";
import type { PlannedMetric } from "./plan-metrics.js";
import type { AbTestValues, MetricType, SetAside } from "./values.js";

/** A metric whose type is settled, with what its column needed. */
export interface ReducedMetric extends Omit<PlannedMetric, "type" | "column" | "denominator" | "covariates"> {
  readonly type: MetricType;
  readonly column: string;
  readonly denominator: string | undefined;
  readonly covariates: readonly string[];
  readonly winsorised: { readonly above: number; readonly units: number } | undefined;
  /** Quantile metrics: one per arm; `undefined` for an arm with too few units. */
  readonly quantiles: readonly (ArmQuantile | undefined)[];
}

/** The units of one group (a day, a segment, a stratum): one cell per arm. */
export interface CellGroup<Name> {
  readonly name: Name;
  readonly cells: readonly Cell[];
}

/** Groups by a column; the one without a name holds the units that have no value there. */
export interface GroupedCells {
  readonly column: string;
  readonly groups: readonly CellGroup<string | undefined>[];
}

/** An A/B test brought down to one cell per arm, day, segment and stratum. */
export interface ReducedTest {
  readonly source: AbTestValues["source"];
  readonly metrics: readonly ReducedMetric[];
  /** The control first. */
  readonly arms: readonly string[];
  /** One per arm. */
  readonly cells: readonly Cell[];
  /** In the order of the days, in days since 1970-01-01; empty without dates. */
  readonly days: readonly CellGroup<number>[];
  readonly segments: GroupedCells | undefined;
  readonly strata: GroupedCells | undefined;
  readonly rows: { readonly read: number; readonly used: number };
  readonly setAside: readonly SetAside[];
  readonly crossed: { readonly units: number; readonly rows: number };
  /** Spellings that were taken for one arm. */
  readonly mergedSpellings: readonly (readonly string[])[];
  readonly hasUnitColumn: boolean;
  /** Rows that repeat another one in every column; absent where there are too many cells to look. */
  readonly repeatedRows: number | undefined;
}
