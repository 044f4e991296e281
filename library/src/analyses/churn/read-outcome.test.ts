import { describe, expect, it } from "vitest";
import { DataError } from "../../data-error.js";
import { load } from "../../data/index.js";
import { languages } from "../../language/language.js";
import { leadScore } from "../lead-score/lead-score.js";
import { churn } from "./churn.js";
import type { ChurnValues } from "./values.js";

const rowsOf = (values: readonly unknown[]) =>
  Array.from({ length: 120 }, (_, index) => ({ id: `c${index}`, x: (index * 37) % 101, churn: values[index % values.length] }));
const outcomeOf = async (values: readonly unknown[], options: Readonly<Record<string, unknown>> = {}) =>
  ((await churn.untyped(await load(rowsOf(values)), { compare: false, outcome: "churn", ...options })).values as ChurnValues).outcome;

const failure = async (promise: Promise<unknown>): Promise<DataError> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (error instanceof DataError) return error;
  throw new Error(`No DataError but ${String(error)}`);
};

describe("the value that means the event", () => {
  it.each([
    [["Yes", "No"], "Yes"],
    [[1, 0], "1"],
    [[1.5 - 0.5, 0], "1"],
    [[true, false], "true"],
    [["流失", "未流失"], "流失"],
    [["是", "否"], "是"],
    [["Churned", "Stayed"], "Churned"],
    [["Existing Customer", "Attrited Customer"], "Attrited Customer"],
    [["retained", "gone fishing"], "gone fishing"],
    [[" yes ", "no", ""], "yes"],
  ])("is found in %j", async (values, positive) => expect((await outcomeOf(values)).positive).toBe(positive));

  it("is the one the user names, in any case, among any number of values", async () => {
    expect((await outcomeOf(["lost", "won", "open"], { positive: "LOST" })).positive).toBe("lost");
    expect((await outcomeOf(["a", "b", "c"], { positive: "b" })).others).toEqual(["a", "c"]);
  });

  it.each([[["a", "b"]], [["Yes", "No", "Maybe"]], [["1", "2"]], [["churned", "left"]]])(
    "is asked for where %j leaves it open",
    async (values) => {
      const error = await failure(outcomeOf(values));
      expect(error.code).toBe("outcome-ambiguous");
      for (const language of languages) for (const value of values) expect(error.text[language]).toContain(value);
    },
  );

  it("is refused when it is not there, with the nearest", async () => {
    const error = await failure(outcomeOf(["Yes", "No"], { positive: "Yess" }));
    expect(error.code).toBe("positive-missing");
    expect(error.text.en).toContain('{ positive: "Yes" }');
  });

  it("cannot be found in an empty column", async () => {
    const rows = rowsOf(["Yes"]).map((row) => ({ ...row, churn: null }));
    expect((await failure(churn.untyped(await load(rows), { outcome: "churn" }))).code).toBe("outcome-empty");
  });

  it("is won for leads, where lost is not", async () => {
    const rows = rowsOf(["Closed Won", "Closed Lost"]);
    const { outcome } = (await leadScore.untyped(await load(rows), { outcome: "churn", compare: false })).values as ChurnValues;
    expect(outcome.positive).toBe("Closed Won");
  });
});

describe("the columns of churn", () => {
  it("are asked for when there is neither an outcome nor a log", async () => {
    const error = await failure(churn.untyped(await load([{ a: 1, b: "x" }]), {}));
    expect(error.code).toBe("columns-missing");
    expect(error.text["zh-CN"]).toContain("“结果”列");
  });

  it("must be dates to be split by", async () => {
    const error = await failure(churn.untyped(await load(rowsOf(["Yes", "No"])), { outcome: "churn", timeColumn: "x" }));
    expect(error.code).toBe("time-column-unreadable");
  });
});
