import { describe, expect, it } from "vitest";
import { displaySymbol, type MimeBundle } from "../../display.js";
import { churnValues, judgedCustomers } from "../../testing/churn-values.js";
import type { Result } from "../result.js";
import { leakLesson } from "./leak-lesson.js";
import type { ChurnValues } from "./values.js";

const resultOf = (values: ChurnValues) => ({ values }) as Result<ChurnValues>;
const leak = { column: "Exit <call>", signs: ["predicts-alone"], verdict: "certain", leftOut: true, aucAlone: 0.97 } as const;
const honest = churnValues(judgedCustomers(1500));
const kept = churnValues(judgedCustomers(1500, { signal: 6 }));
const textOf = async (lesson: ReturnType<typeof leakLesson>): Promise<MimeBundle> => lesson[displaySymbol]();

describe("leakLesson()", () => {
  it("puts the wrong answer before the honest one, under the name of the column at fault", async () => {
    const lesson = leakLesson(resultOf(kept), resultOf({ ...honest, leaks: [leak] }), "en");
    expect(lesson.columns).toEqual(["Exit <call>"]);
    expect(lesson.rows.map(({ model, auc }) => [model, auc])).toEqual([
      ["with", kept.model?.evaluation.auc.value],
      ["without", honest.model?.evaluation.auc.value],
    ]);
    const bundle = await textOf(lesson);
    expect(bundle["text/plain"]).toMatch(/^Known only after the outcome: Exit <call>\n/);
    expect(bundle["text/html"]).not.toContain("<call>");
  });

  it("says so where no column leaks, and has no number where nothing was learnt", async () => {
    const none = leakLesson(resultOf(honest), resultOf(honest), "zh-CN");
    expect((await textOf(none))["text/plain"]).toBe("这份数据中没有哪一列看起来要在结果发生之后才知道。");
    const nothing = resultOf(churnValues(judgedCustomers(300).map((one) => ({ ...one, hasLeft: false }))));
    expect(leakLesson(nothing, nothing).rows.map(({ auc, topTenth }) => [auc, topTenth])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });
});
