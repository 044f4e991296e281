import type { Dataset } from "../../data/dataset.js";
import { column, sql, type Sql } from "../../engine/sql.js";
import type { Text } from "../../language/language.js";
import type { ActionGroup } from "../actions/action-group.js";
import { actionListOf, type ActionList, type ActionOptions } from "../actions/action-list.js";
import type { Result } from "../result.js";
import { texts } from "../texts.js";
import { armKey } from "./arm-key.js";
import type { AbTestValues } from "./values.js";

/** What is done with the units of a test, in both languages. */
const words = {
  switched: (arm: string): Text => ({ en: `Saw "${arm}" in the test`, "zh-CN": `测试中看到“${arm}”` }),
  give: (winner: string, control: string): Text => ({
    en: `Give "${winner}" now; the hold-out keeps "${control}"`,
    "zh-CN": `现在上线“${winner}”；预留对照组继续使用“${control}”`,
  }),
  back: (control: string): Text => ({ en: `Back to "${control}" now`, "zh-CN": `现在恢复为“${control}”` }),
  several: (units: number): Text =>
    texts(
      (f) => `Seen in more than one arm (${f.count(units)})`,
      (f) => `出现在多个组别中（${f.count(units)}）`,
    ),
  check: {
    en: "Check how they were allotted (two devices, cleared cookies, two accounts?); they take no part",
    "zh-CN": "核查其分组过程（是否跨设备、清除 Cookie 或有多个账号）；未参与计算",
  },
} as const;

interface UnitArm {
  readonly unit: string;
  readonly arm: string;
}

const unitArms = ({ relation, engine: { dialect } }: Dataset<object>, unit: string, arm: string): Sql => sql`
  SELECT DISTINCT unit, arm
  FROM (SELECT ${dialect.toText(column(unit))} AS unit, ${dialect.toText(column(arm))} AS arm FROM ${relation}) AS units
  WHERE unit IS NOT NULL AND TRIM(unit) <> '' AND arm IS NOT NULL AND TRIM(arm) <> ''`;

/** Units by the one arm they were in, and those that were in several. */
async function unitsOf(data: Dataset<object>, { parameters }: Result<AbTestValues>) {
  const { customer, variant } = parameters;
  const byArm = new Map<string, string[]>();
  const several: string[] = [];
  if (typeof customer !== "string" || typeof variant !== "string") return { byArm, several };
  const found = (await data.engine.query(unitArms(data, customer, variant))).objects({ limit: Infinity }) as UnitArm[];
  const armOf = new Map<string, string>();
  const inArm = (arm: string): string[] => {
    const units = byArm.get(arm) ?? [];
    byArm.set(arm, units);
    return units;
  };
  const isSeveral = new Set<string>();
  for (const { unit, arm } of found) {
    const known = armOf.get(unit);
    if (known !== undefined && known !== armKey(arm)) isSeveral.add(unit);
    armOf.set(unit, armKey(arm));
  }
  for (const [unit, arm] of armOf) {
    if (isSeveral.has(unit)) several.push(unit);
    else inArm(arm).push(unit);
  }
  return { byArm, several };
}

/** The groups of the plan: who gets the winner, who goes back, whom to check. */
function groupsOf({ values, warnings }: Result<AbTestValues>, { byArm, several }: Awaited<ReturnType<typeof unitsOf>>): ActionGroup[] {
  const { decision, control, arms } = values;
  const inArm = (arm: string) => byArm.get(armKey(arm)) ?? [];
  const check: ActionGroup[] =
    several.length === 0
      ? []
      : [{ id: "several-arms", name: words.several(several.length), action: words.check, members: several, isWhole: true }];
  if (warnings.some(({ level }) => level === "blocks")) return check;
  if (decision.decision === "ship")
    return [
      ...arms
        .filter(({ arm }) => arm !== decision.arm)
        .map(({ arm }) => ({ id: arm, name: words.switched(arm), action: words.give(decision.arm, control), members: inArm(arm) })),
      ...check,
    ].filter(({ members }) => members.length > 0);
  if (decision.decision === "do-not-ship") {
    const members = inArm(decision.arm);
    return [
      ...(members.length > 0
        ? [{ id: decision.arm, name: words.switched(decision.arm), action: words.back(control), members, isWhole: true }]
        : []),
      ...check,
    ];
  }
  return check;
}

/**
 * Who gets the winner now, and who keeps the old version so that the long-run effect can be measured?
 *
 * When the test says ship: the units of all other arms get the winner, but for a random hold-out of each. When it says that the arm harms: its
 * units go back. When the test goes on, or a warning blocks it: nobody is moved, and units that were in several arms are listed to be checked.
 *
 * @param data what `abTest` was given; it must have a column of units
 * @param result what `abTest` answered
 * @param options.holdOut share of each group that keeps the old version, 0 to 0.5 (default 0.1)
 * @param options.seed (default 1)
 * @returns one entry per unit and per group; shows itself as a table of the groups
 * @throws RangeError for a share or a seed out of range
 *
 * @example const actions = await rollOut(visitors, result, { holdOut: 0.1, seed: 1 });
 */
export async function rollOut(data: Dataset<object>, result: Result<AbTestValues>, options: ActionOptions = {}): Promise<ActionList> {
  return actionListOf(groupsOf(result, await unitsOf(data, result)), options);
}
