import { currentLanguage, type Language, type Text } from "../../language/language.js";
import type { Displayable } from "../../display.js";
import { detectableDifference } from "../../statistics/detectable-difference.js";
import { showAsTables } from "../../tables/row-table.js";
import type { Result } from "../result.js";
import { drawHoldOut } from "./draw-hold-out.js";
import { segmentAction } from "./segment-actions.js";
import type { RfmValues, SegmentValues } from "./values.js";

export interface ActionOptions {
  /** Share of each segment that is left alone, 0 to 0.5 (default 0.1). */
  readonly holdOut?: number;
  /** The same seed draws the same hold-out (default 1). */
  readonly seed?: number;
  readonly language?: Language;
}

/** What becomes of one customer. */
export interface CustomerAction {
  readonly customer: string;
  /** Id of the segment. */
  readonly segment: string;
  readonly group: "treatment" | "hold-out";
}

/** What becomes of one segment. */
export interface SegmentAction {
  readonly segment: string;
  readonly treatment: number;
  readonly holdOut: number;
  /** The smallest difference in purchase rate (0–1) that the comparison would show; absent where there is nothing to compare. */
  readonly detectable: number | undefined;
}

export interface ActionList extends Displayable {
  readonly customers: readonly CustomerAction[];
  readonly segments: readonly SegmentAction[];
  /** One row per customer in the words of the language, for a file: customer, segment, action, group. */
  readonly rows: readonly Readonly<Record<string, string>>[];
}

const words = {
  customer: { en: "customer", "zh-CN": "客户" },
  segment: { en: "segment", "zh-CN": "分群" },
  action: { en: "action", "zh-CN": "行动" },
  group: { en: "group", "zh-CN": "组别" },
  treatment: { en: "treatment", "zh-CN": "实验组" },
  "hold-out": { en: "hold-out", "zh-CN": "预留对照组" },
  contact: { en: "contact", "zh-CN": "触达人数" },
  leave: { en: "hold out", "zh-CN": "预留人数" },
  detectable: { en: "smallest visible difference (points)", "zh-CN": "最小可检测差异（百分点）" },
  title: { en: "Actions by segment", "zh-CN": "各分群的行动" },
  all: { en: "All segments", "zh-CN": "全部分群" },
} satisfies Record<string, Text>;

function checkOptions(holdOut: number, seed: number): void {
  if (!(holdOut >= 0 && holdOut <= 0.5)) throw new RangeError(`holdOut must lie between 0 and 0.5, not ${holdOut}.`);
  if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`seed must be a whole number from 0, not ${seed}.`);
}

/** Customers by segment, each list in the order of the ids, so that the order of the table does not matter. */
function customersBySegment({ table }: Result<RfmValues>): Map<string, string[]> {
  const lists = new Map<string, string[]>();
  const ids = table.array("customer") as string[];
  const segments = table.array("segment") as string[];
  ids.forEach((id, index) => {
    const segment = segments[index] ?? "";
    const list = lists.get(segment) ?? [];
    lists.set(segment, list);
    list.push(String(id));
  });
  for (const list of lists.values()) list.sort();
  return lists;
}

function assign(customers: readonly string[], segment: string, { holdOut, seed }: { holdOut: number; seed: number }): CustomerAction[] {
  const left = drawHoldOut(customers.length, holdOut, seed);
  return customers.map((customer, index) => ({ customer, segment, group: left.has(index) ? "hold-out" : "treatment" }));
}

function summarise(segment: string, customers: readonly CustomerAction[]): SegmentAction {
  const holdOut = customers.filter(({ group }) => group === "hold-out").length;
  const treatment = customers.length - holdOut;
  return { segment, treatment, holdOut, detectable: detectableDifference(treatment, holdOut) };
}

function overview(segments: readonly SegmentAction[], known: ReadonlyMap<string, SegmentValues>, language: Language) {
  return segments.map(({ segment, treatment, holdOut, detectable }) => ({
    [words.segment[language]]: known.get(segment)?.name[language] ?? words.all[language],
    [words.action[language]]: known.has(segment) ? segmentAction(segment)[language] : "",
    [words.contact[language]]: treatment,
    [words.leave[language]]: holdOut,
    [words.detectable[language]]: detectable && Math.round(detectable * 1000) / 10,
  }));
}

/**
 * Whom to contact with what, and whom to leave alone so that the effect can be measured?
 *
 * Each segment has one action. In each segment a share of the customers is drawn at random as the hold-out; the draw depends on the ids and
 * the seed alone. The overview says how large a difference in purchase rate each comparison could still show.
 *
 * @param result of `rfm`
 * @param options.holdOut share of each segment, 0 to 0.5 (default 0.1)
 * @param options.seed (default 1)
 * @returns one entry per customer and per segment; shows itself as a table of the segments
 * @throws RangeError for a share or a seed out of range
 *
 * @example const actions = actionList(result, { holdOut: 0.1, seed: 1 });
 */
export function actionList(result: Result<RfmValues>, options: ActionOptions = {}): ActionList {
  const { holdOut = 0.1, seed = 1, language = currentLanguage() } = options;
  checkOptions(holdOut, seed);
  const bySegment = customersBySegment(result);
  const known = new Map(result.values.segments.map((segment) => [segment.id, segment]));
  const filled = [...known.keys()].filter((id) => bySegment.has(id));
  const lists = filled.map((id, index) => assign(bySegment.get(id) ?? [], id, { holdOut, seed: seed + index }));
  const customers = lists.flat();
  const segments = lists.map((list, index) => summarise(filled[index] ?? "", list));
  const rows = customers.map(({ customer, segment, group }) => ({
    [words.customer[language]]: customer,
    [words.segment[language]]: known.get(segment)?.name[language] ?? segment,
    [words.action[language]]: segmentAction(segment)[language],
    [words.group[language]]: words[group][language],
  }));
  const shown = overview([...segments, summarise("", customers)], known, language);
  return showAsTables({ customers, segments, rows }, [{ title: words.title[language], rows: shown }]);
}
