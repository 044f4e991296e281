import { table } from "arquero";
import { afterEach, describe, expect, it } from "vitest";
import { displaySymbol, type MimeBundle } from "../../display.js";
import { setLanguage } from "../../language/index.js";
import { rfmValues, shoppers } from "../../testing/rfm-values.js";
import type { Result } from "../result.js";
import { actionList } from "./action-list.js";
import { eight } from "../rfm/segments/eight.js";
import { eleven } from "../rfm/segments/eleven.js";
import { rfmR } from "../rfm/segments/rfm-r.js";
import { segmentAction } from "../rfm/segment-actions.js";
import type { RfmValues } from "../rfm/values.js";

const values = rfmValues(shoppers(900));
const ids = values.segments.flatMap(({ id, customers }) => Array.from({ length: customers }, () => id));
const names = ids.map((_, index) => `c${index}`);

/** What `actionList` reads of a result. */
const resultOf = (customer: readonly string[], segment: readonly string[]) =>
  ({ analysis: "rfm", values, table: table({ customer, segment }) }) as unknown as Result<RfmValues>;
const result = resultOf(names, ids);

afterEach(() => setLanguage("en"));

describe("actionList()", () => {
  const actions = actionList(result, { holdOut: 0.2, seed: 7 });

  it("gives each customer one segment and one group", () => {
    expect(actions.customers).toHaveLength(names.length);
    expect(new Set(actions.customers.map(({ customer }) => customer)).size).toBe(names.length);
    const segmentOf = new Map(names.map((name, index) => [name, ids[index]]));
    expect(actions.customers.every(({ customer, segment }) => segmentOf.get(customer) === segment)).toBe(true);
  });

  it("holds out the share of every segment and adds up", () => {
    for (const { segment, treatment, holdOut } of actions.segments) {
      const size = values.segments.find(({ id }) => id === segment)?.customers ?? 0;
      expect([treatment + holdOut, holdOut]).toEqual([size, Math.round(size * 0.2)]);
    }
    expect(actions.customers.filter(({ group }) => group === "hold-out")).toHaveLength(
      actions.segments.reduce((sum, { holdOut }) => sum + holdOut, 0),
    );
  });

  it("does not depend on the order of the rows, and does on the seed", () => {
    const sorted = (list: typeof actions) => list.customers.toSorted((a, b) => (a.customer < b.customer ? -1 : 1));
    const turned = actionList(resultOf(names.toReversed(), ids.toReversed()), { holdOut: 0.2, seed: 7 });
    expect(sorted(turned)).toEqual(sorted(actions));
    expect(sorted(actionList(result, { holdOut: 0.2, seed: 8 }))).not.toEqual(sorted(actions));
  });

  it("says how small a difference can be seen, and nothing where there is no hold-out", () => {
    expect(actions.segments.every(({ detectable, holdOut }) => (detectable ?? 0) > 0 || holdOut < 10)).toBe(true);
    expect(actionList(result, { holdOut: 0 }).segments.every(({ detectable }) => detectable === undefined)).toBe(true);
  });

  it("has rows in the language, and shows the segments as a table", async () => {
    setLanguage("zh-CN");
    const chinese = actionList(result);
    expect(Object.keys(chinese.rows[0] ?? {})).toEqual(["客户", "分群", "行动", "组别"]);
    expect(new Set(chinese.rows.map((row) => row["组别"]))).toEqual(new Set(["实验组", "预留对照组"]));
    const bundle: MimeBundle = await chinese[displaySymbol]();
    expect(bundle["text/html"]).toContain("冠军客户");
    expect(bundle["text/plain"]).toContain("全部分群");
  });

  it("shows a hostile name as text", async () => {
    const hostile = actionList({
      ...result,
      values: { ...values, segments: values.segments.map((segment) => ({ ...segment, name: { en: "<script>", "zh-CN": "x" } })) },
    });
    expect((await hostile[displaySymbol]())["text/html"]).not.toContain("<script>");
  });

  it.each([{ holdOut: 0.6 }, { holdOut: -0.1 }, { holdOut: NaN }, { seed: 1.5 }, { seed: -1 }])("refuses %j", (options) =>
    expect(() => actionList(result, options)).toThrow(RangeError),
  );
});

describe("segmentAction()", () => {
  const known = [eleven, eight, rfmR].flatMap(({ segments }) => segments.map(({ id }) => id)).filter((id) => id !== "others");

  it.each(known)("has an action for %s in both languages", (id) => {
    expect(segmentAction(id)).not.toBe(segmentAction("others"));
    expect(segmentAction(id)["zh-CN"]).toMatch(/\p{Script=Han}/u);
  });
});
