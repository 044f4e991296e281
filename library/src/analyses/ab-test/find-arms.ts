import { nearestName } from "../nearest-name.js";
import { armKey } from "./arm-key.js";
import { controlMissing, controlUnknown, oneArm, tooManyArms } from "./errors.js";
import { mergeCells, type Cell, type FoundCell } from "./cells.js";

/** The arms of the test: the control first, the others in the order of their names. */
export interface Arms {
  readonly names: readonly string[];
  /** Spellings that were taken for one arm because they differ in case or spaces only; each with its arm first. */
  readonly merged: readonly (readonly string[])[];
  /** Position of the arm that the data write like this; `undefined` for rows without an arm. */
  indexOf(written: unknown): number | undefined;
  /** All ways in which the units write an arm. */
  spellings(arm: number): readonly (string | number)[];
}

/** More different values than this are no arms. */
export const mostArms = 50;

const isBlank = (written: unknown): boolean => typeof written !== "string" || written.trim() === "";

/** Names of controls, the surest first. */
const controlNames: readonly RegExp[] = [
  /^(control|ctrl|对照组?|控制组)$/,
  /(^|[^a-z])(control|ctrl)([^a-z]|$)|对照/,
  /^(baseline|base|original|default|status quo|hold-?out|placebo|原版|原方案|旧版|基准|基线|默认|空白组)$/,
  /(^|[^a-z])(baseline|original|default|current|existing|old)([^a-z]|$)|原版|旧版|现有/,
  /^((variant|variation|group|arm|version|test)[ _-]?)?a( ?组)?$/,
  /^((variant|variation|group|arm|version)[ _-]?)?(0|0\.0|false|off|no|v0)$/,
];

interface Named {
  readonly column: string;
  readonly control: string | undefined;
}

/**
 * Which arms are there, and which is the control? Spellings that differ in case or spaces only are one arm, named as most rows write it.
 *
 * @throws DataError `too-many-arms`, `one-arm`, `control-missing` (with the nearest name), `control-unknown`
 */
export function findArms(cells: readonly FoundCell[], { column, control }: Named): Arms {
  const rows = new Map<string, number>();
  for (const { arm, rows: count } of cells) if (!isBlank(arm)) rows.set(arm as string, (rows.get(arm as string) ?? 0) + count);
  const byKey = new Map<string, string[]>();
  for (const spelling of [...rows.keys()].toSorted(
    (one, other) => (rows.get(other) ?? 0) - (rows.get(one) ?? 0) || (one < other ? -1 : 1),
  )) {
    byKey.set(armKey(spelling), [...(byKey.get(armKey(spelling)) ?? []), spelling]);
  }
  if (byKey.size > mostArms) throw tooManyArms({ column, limit: mostArms });
  const found = [...byKey.values()].map((spellings) => ({ name: (spellings[0] ?? "").trim(), spellings }));
  if (found.length === 1)
    throw oneArm({ arm: found[0]?.name ?? "", rows: [...rows.values()].reduce((sum, count) => sum + count, 0), column });
  const sorted = found.toSorted((one, other) => one.name.localeCompare(other.name, "en", { numeric: true }));
  const names = sorted.map(({ name }) => name);
  const first = controlOf(names, control);
  const ordered = [...sorted.filter(({ name }) => name === first), ...sorted.filter(({ name }) => name !== first)];
  const positions = new Map(ordered.flatMap(({ spellings }, index) => spellings.map((one) => [one, index] as const)));
  return {
    names: ordered.map(({ name }) => name),
    merged: ordered.map(({ spellings }) => spellings).filter((spellings) => spellings.length > 1),
    indexOf: (written) => (isBlank(written) ? undefined : positions.get(written as string)),
    spellings: (arm) => ordered[arm]?.spellings ?? [],
  };
}

function controlOf(arms: readonly string[], given: string | undefined): string {
  if (given !== undefined) {
    const same = arms.find((arm) => arm === given) ?? arms.find((arm) => armKey(arm) === armKey(given));
    if (same === undefined) throw controlMissing({ control: given, arms, nearest: nearestName(given, arms) ?? "" });
    return same;
  }
  for (const pattern of controlNames) {
    const fitting = arms.filter((arm) => pattern.test(armKey(arm)));
    if (fitting.length === 1) return fitting[0] as string;
  }
  throw controlUnknown({ arms });
}

/** The cells of each arm put together, in the order of the arms; cells without an arm are left out. */
export function armCells(cells: readonly FoundCell[], arms: Pick<Arms, "names" | "indexOf">, empty: Cell): Cell[] {
  const sums = arms.names.map(() => empty);
  for (const cell of cells) {
    const arm = arms.indexOf(cell.arm);
    if (arm !== undefined) sums[arm] = mergeCells(sums[arm] ?? empty, cell);
  }
  return sums;
}
