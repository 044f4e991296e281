import { currentLanguage, type Language, type Text } from "../../language/language.js";
import type { Displayable } from "../../display.js";
import { detectableDifference } from "../../statistics/detectable-difference.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import type { ActionGroup } from "./action-group.js";
import { drawHoldOut } from "./draw-hold-out.js";
import { plans } from "./plans.js";

export interface ActionOptions {
  /** Share of each group that is left alone, 0 to 0.5 (default 0.1). */
  readonly holdOut?: number;
  /** The same seed draws the same hold-out (default 1). */
  readonly seed?: number;
  readonly language?: Language;
}

/** What becomes of one person. */
export interface CustomerAction {
  readonly customer: string;
  /** Id of the group that the person belongs to. */
  readonly segment: string;
  readonly group: "treatment" | "hold-out";
}

/** What becomes of one group. */
export interface SegmentAction {
  readonly segment: string;
  readonly treatment: number;
  readonly holdOut: number;
  /** The smallest difference in a rate (0–1) that the comparison would show; absent where there is nothing to compare. */
  readonly detectable: number | undefined;
}

export interface ActionList extends Displayable {
  readonly customers: readonly CustomerAction[];
  readonly segments: readonly SegmentAction[];
  /** One row per person in the words of the language, for a file: customer, segment, action, group, and a note where there is one. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const words = {
  customer: { en: "customer", "zh-CN": "客户" },
  segment: { en: "segment", "zh-CN": "分群" },
  action: { en: "action", "zh-CN": "行动" },
  group: { en: "group", "zh-CN": "组别" },
  note: { en: "note", "zh-CN": "说明" },
  treatment: { en: "treatment", "zh-CN": "实验组" },
  "hold-out": { en: "hold-out", "zh-CN": "预留对照组" },
  contact: { en: "contact", "zh-CN": "触达人数" },
  leave: { en: "hold out", "zh-CN": "预留人数" },
  detectable: { en: "smallest visible difference (points)", "zh-CN": "最小可检测差异（百分点）" },
  title: { en: "Actions by segment", "zh-CN": "各分群的行动" },
  none: { en: "No action is proposed from this result.", "zh-CN": "该结果暂不建议任何行动。" },
  all: { en: "All segments", "zh-CN": "全部分群" },
} satisfies Record<string, Text>;

function checkOptions(holdOut: number, seed: number): void {
  if (!(holdOut >= 0 && holdOut <= 0.5)) throw new RangeError(`holdOut must lie between 0 and 0.5, not ${holdOut}.`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be a whole number from 0, not ${seed}.`);
}

/** The draw depends on the ids and the seed, not on the order of the rows. */
function assign({ id, members, isWhole = false }: ActionGroup, { holdOut, seed }: { holdOut: number; seed: number }): CustomerAction[] {
  const left = drawHoldOut(members.length, isWhole ? 0 : holdOut, seed);
  return members.toSorted().map((customer, index) => ({ customer, segment: id, group: left.has(index) ? "hold-out" : "treatment" }));
}

function summarise(segment: string, customers: readonly CustomerAction[]): SegmentAction {
  const holdOut = customers.filter(({ group }) => group === "hold-out").length;
  const treatment = customers.length - holdOut;
  return { segment, treatment, holdOut, detectable: detectableDifference(treatment, holdOut) };
}

function overview(segments: readonly SegmentAction[], groups: ReadonlyMap<string, ActionGroup>, language: Language) {
  return segments.map(({ segment, treatment, holdOut, detectable }) => ({
    [words.segment[language]]: groups.get(segment)?.name[language] ?? words.all[language],
    [words.action[language]]: groups.get(segment)?.action[language] ?? "",
    [words.contact[language]]: treatment,
    [words.leave[language]]: holdOut,
    [words.detectable[language]]: detectable && Math.round(detectable * 1000) / 10,
  }));
}

function fileRow({ customer, group }: CustomerAction, { name, action, notes }: ActionGroup, language: Language): Record<string, string> {
  return {
    [words.customer[language]]: customer,
    [words.segment[language]]: name[language],
    [words.action[language]]: action[language],
    [words.group[language]]: words[group][language],
    ...(notes && { [words.note[language]]: notes.get(customer)?.[language] ?? "" }),
  };
}

/**
 * Whom to contact with what, and whom to leave alone so that the effect can be measured?
 *
 * Each group of people has one action. In each a share is drawn at random as the hold-out; the draw depends on the ids and the seed alone. The
 * overview says how large a difference in a rate each comparison could still show.
 *
 * @param result of an analysis that proposes actions, such as `rfm`, `funnel` or `churn`
 * @param options.holdOut share of each group, 0 to 0.5 (default 0.1)
 * @param options.seed (default 1)
 * @returns one entry per person and per group; shows itself as a table of the groups
 * @throws RangeError for a share or a seed out of range
 *
 * @example const actions = actionList(result, { holdOut: 0.1, seed: 1 });
 */
export const actionList = <Values>(result: Result<Values>, options: ActionOptions = {}): ActionList =>
  actionListOf(plans[result.analysis]?.(result as Result<never>) ?? [], options);

/** The action list of groups that are known already. */
export function actionListOf(groups: readonly ActionGroup[], options: ActionOptions = {}): ActionList {
  const { holdOut = 0.1, seed = 1, language = currentLanguage() } = options;
  checkOptions(holdOut, seed);
  const byId = new Map(groups.map((group) => [group.id, group]));
  const lists = groups.map((group, index) => assign(group, { holdOut, seed: seed + index }));
  const customers = lists.flat();
  const segments = lists.map((list, index) => summarise(groups[index]?.id ?? "", list));
  const rows = lists.flatMap((list, index) => list.map((one) => fileRow(one, groups[index] as ActionGroup, language)));
  if (groups.length === 0) return showAsTables({ customers, segments, rows }, [{ title: words.none[language], rows: [] }]);
  const shown = overview([...segments, summarise("", customers)], byId, language);
  return showAsTables({ customers, segments, rows }, [{ title: words.title[language], rows: shown }]);
}
