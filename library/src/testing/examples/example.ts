import type { Role } from "../../data/dataset.js";

/** Plain data for an analysis: what the bad-input suite begins with before it breaks it. */
export interface Example {
  /** The value of a role in row `index`; together with `options` they give a result without a blocking warning. */
  readonly values: Partial<Record<Role, (index: number) => unknown>>;
  /** Further columns that the rows have, by name, for analyses that read columns without a role. */
  readonly columns?: Readonly<Record<string, (index: number) => unknown>>;
  /** Roles that are given beside those that the analysis requires. */
  readonly roles?: readonly Role[];
  /** Options that the analysis cannot do without, such as the steps of a funnel. */
  readonly options?: Readonly<Record<string, unknown>>;
  /** Rows that the analysis needs for a result (default 200). */
  readonly rows?: number;
  /** Roles that hold names or choices, so that words are no mistake in them (default customer and order). */
  readonly names?: readonly Role[];
  /** Roles without which every row still counts, though nothing is left when all lack it. */
  readonly tolerates?: {
    /** Roles that may be empty in every row. */
    readonly allMissing?: readonly Role[];
    /** The analysis says what it can of a single row without a blocking warning. */
    readonly oneRow?: boolean;
    /** The analysis says what it can of rows that are all equal without a blocking warning. */
    readonly equalRows?: boolean;
  };
}
