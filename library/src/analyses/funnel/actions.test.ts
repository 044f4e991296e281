import { table } from "arquero";
import { describe, expect, it } from "vitest";
import { funnelValues } from "../../testing/funnel-values.js";
import { actionList } from "../actions/action-list.js";
import type { Result } from "../result.js";
import { funnelActions } from "./actions.js";
import type { FunnelValues } from "./values.js";

const people = [
  ["converted", 5, "2025-06-29T10:00:00.000Z"],
  ["near", 4, "2025-06-28T10:00:00.000Z"],
  ["near long ago", 4, "2025-05-01T10:00:00.000Z"],
  ["lately", 2, "2025-06-16T10:00:00.000Z"],
  ["earlier", 2, "2025-06-14T10:00:00.000Z"],
  ["twice", 2, "2025-06-01T10:00:00.000Z"],
  ["twice", 5, "2025-05-01T10:00:00.000Z"],
  ["again", 2, "2025-04-20T10:00:00.000Z"],
  ["again", 2, "2025-06-20T10:00:00.000Z"],
  ["looked", 1, "2025-06-20T10:00:00.000Z"],
] as const;

const resultOf = (values: FunnelValues, rows: readonly (readonly [string, number, string])[] = people) =>
  ({
    analysis: "funnel",
    values,
    tables: {
      people: {
        table: table({
          customer: rows.map(([name]) => name),
          reached: rows.map(([, reached]) => reached),
          last: rows.map(([, , last]) => last),
        }),
      },
    },
  }) as unknown as Result<FunnelValues>;
const members = (result: Result<FunnelValues>) => Object.fromEntries(funnelActions(result).map((group) => [group.id, group.members]));

describe("funnelActions()", () => {
  it("lists who stopped at the leak, lately and earlier, and who was nearest to conversion", () =>
    expect(members(resultOf(funnelValues()))).toEqual({
      nearest: ["near"],
      "leak-recent": ["lately", "again"],
      "leak-earlier": ["earlier"],
    }));

  it("keeps to those nearest to conversion where no step stands out", () =>
    expect(members(resultOf(funnelValues({ counts: [4000, 2800, 1960, 1372, 960] })))).toEqual({ nearest: ["near"] }));

  it("names nobody twice where the leak is the last step", () => {
    const ids = Object.keys(members(resultOf(funnelValues({ counts: [4000, 3900, 3800, 3700, 900] }))));
    expect(ids).toEqual(["leak-recent", "leak-earlier"]);
  });

  it("proposes nothing where nobody is listed", () => {
    expect(funnelActions({ ...resultOf(funnelValues()), tables: {} })).toEqual([]);
    expect(members(resultOf(funnelValues(), [["a", 5, "2025-06-29T10:00:00.000Z"]]))).toEqual({});
  });

  it("becomes a list with a hold-out in either language", () => {
    const many = Array.from({ length: 100 }, (_, index) => [`u${index}`, 2, "2025-06-29T10:00:00.000Z"] as const);
    const list = actionList(resultOf(funnelValues(), many), { holdOut: 0.2, language: "zh-CN" });
    expect(list.segments).toMatchObject([{ segment: "leak-recent", treatment: 80, holdOut: 20 }]);
    expect(list.rows[0]?.["分群"]).toBe("最近 14 天内止步于“Trial sign-up”之前");
  });
});
