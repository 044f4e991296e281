import { describe, expect, it } from "vitest";
import { eight } from "./eight.js";
import { eleven } from "./eleven.js";
import { rfmR } from "./rfm-r.js";
import { positionOf, segmentTable, type Scores, type SegmentMap } from "./segment-map.js";

const maps = [eleven, eight, rfmR];
const groupCounts = [3, 4, 5];

/** Every combination of scores. */
const cells = (groups: number): Scores[] => {
  const scores = Array.from({ length: groups }, (_, index) => index + 1);
  return scores.flatMap((recency) => scores.flatMap((frequency) => scores.map((monetary) => ({ recency, frequency, monetary, groups }))));
};
const idOf = (map: SegmentMap, scores: Scores) => map.segments[map.assign(scores)]?.id;
const cell = (recency: number, frequency: number, monetary: number, groups = 5): Scores => ({ recency, frequency, monetary, groups });

describe.each(maps.flatMap((map) => groupCounts.map((groups) => [map.id, groups, map] as const)))(
  "map %s with %i groups",
  (_id, groups, map) => {
    it("gives every combination of scores one segment of its own list", () => {
      for (const scores of cells(groups)) expect(idOf(map, scores), JSON.stringify(scores)).toBeTypeOf("string");
    });

    it("is looked up in a table just as it is computed", () => {
      const table = segmentTable(map, groups);
      expect(table).toHaveLength(groups ** 3);
      cells(groups).forEach((scores, index) => expect(table[index]).toBe(map.assign(scores)));
    });
  },
);

describe("eleven", () => {
  it("names the corners", () => {
    expect(idOf(eleven, cell(5, 5, 5))).toBe("champions");
    expect(idOf(eleven, cell(5, 1, 1))).toBe("new");
    expect(idOf(eleven, cell(1, 5, 5))).toBe("cant-lose-them");
    expect(idOf(eleven, cell(1, 1, 1))).toBe("lost");
    for (const groups of groupCounts) {
      expect(idOf(eleven, cell(groups, groups, groups, groups))).toBe("champions");
      expect(idOf(eleven, cell(1, 1, 1, groups))).toBe("lost");
    }
  });

  it("uses every segment with five groups, and leaves none over", () => {
    const used = new Set(cells(5).map((scores) => idOf(eleven, scores)));
    expect([...used].sort()).toEqual(eleven.segments.map(({ id }) => id).sort());
    expect(eleven.segments).toHaveLength(11);
  });

  it("says which segments nobody can be in with fewer groups", () => {
    const unused = (groups: number) => {
      const used = new Set(cells(groups).map((scores) => idOf(eleven, scores)));
      return eleven.segments.filter(({ id }) => !used.has(id)).map(({ name }) => name);
    };
    const [four, three] = [unused(4), unused(3)];
    expect([four.length, three.length]).toEqual([1, 1]);
    expect(eleven.rule.en).toContain(`With four groups per score nobody can be ${four[0]?.en}, with three nobody ${three[0]?.en}.`);
    expect(eleven.rule["zh-CN"]).toContain(`得分为四组时不会出现${four[0]?.["zh-CN"]}\uff0c三组时不会出现${three[0]?.["zh-CN"]}。`);
  });

  it("treats frequency and monetary alike", () => {
    for (const { recency, frequency, monetary } of cells(5)) {
      expect(idOf(eleven, cell(recency, frequency, monetary))).toBe(idOf(eleven, cell(recency, monetary, frequency)));
    }
  });
});

describe("eight", () => {
  it.each([
    [5, 5, 5, "champions"],
    [5, 1, 5, "high-value-newcomers"],
    [1, 5, 5, "high-value-drifting"],
    [1, 1, 5, "high-value-at-risk"],
    [5, 5, 1, "regulars"],
    [5, 1, 1, "newcomers"],
    [1, 5, 1, "low-value-drifting"],
    [1, 1, 1, "low-value-lost"],
    [4, 4, 4, "champions"],
    [3, 3, 3, "low-value-lost"],
  ])("names R%i F%i M%i %s", (recency, frequency, monetary, id) => expect(idOf(eight, cell(recency, frequency, monetary))).toBe(id));

  it("calls a score high above the middle of its scale", () => {
    expect(idOf(eight, cell(3, 3, 3, 4))).toBe("champions");
    expect(idOf(eight, cell(2, 2, 2, 4))).toBe("low-value-lost");
    expect(idOf(eight, cell(2, 2, 2, 3))).toBe("low-value-lost");
    expect(idOf(eight, cell(3, 3, 3, 3))).toBe("champions");
  });

  it("has every segment with 3, 4 and 5 groups", () => {
    for (const groups of groupCounts) expect(new Set(cells(groups).map((scores) => idOf(eight, scores))).size).toBe(8);
  });
});

describe("rfmR", () => {
  it("takes the first rule that fits and Others where none does", () => {
    expect(idOf(rfmR, cell(5, 4, 5))).toBe("champions");
    expect(idOf(rfmR, cell(3, 4, 4))).toBe("loyal-customers");
    expect(idOf(rfmR, cell(5, 1, 1))).toBe("potential-loyalist");
    expect(idOf(rfmR, cell(5, 5, 1))).toBe("others");
    expect(idOf(rfmR, cell(1, 1, 1))).toBe("lost");
  });
});

describe("names", () => {
  it.each(maps.map((map) => [map.id, map] as const))("of %s are filled and different in both languages", (_id, { segments }) => {
    for (const language of ["en", "zh-CN"] as const) {
      const names = segments.map(({ name }) => name[language]);
      expect(names.every((name) => name.length > 0)).toBe(true);
      expect(new Set(names).size).toBe(segments.length);
    }
    expect(new Set(segments.map(({ id }) => id)).size).toBe(segments.length);
  });

  it("positionOf() refuses an id that a map lacks", () => expect(() => positionOf(eleven.segments, "vip")).toThrow('"vip"'));
});
