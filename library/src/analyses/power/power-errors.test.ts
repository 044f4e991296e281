import { describe, expect, it } from "vitest";
import { DataError } from "../../data-error.js";
import { languages, setLanguage } from "../../language/language.js";
import { power } from "./power.js";

const failure = async (options: Readonly<Record<string, unknown>>): Promise<DataError> => {
  const error: unknown = await power.untyped(options).catch((reason: unknown) => reason);
  if (!(error instanceof DataError)) throw new Error(`expected a DataError, not ${String(error)}`);
  return error;
};

const cases: readonly (readonly [options: Readonly<Record<string, unknown>>, code: string, fix: string])[] = [
  [{}, "option-invalid", "0.05"],
  [{ baseline: "five" }, "option-invalid", "0.05"],
  [{ baseline: Number.NaN, effect: 0.1 }, "option-invalid", "0.05"],
  [{ baseline: 0, effect: 0.1 }, "rate-impossible", "0.05"],
  [{ baseline: 1, effect: 0.1 }, "rate-impossible", "0.05"],
  [{ baseline: 5, effect: 0.1 }, "rate-impossible", "0.05"],
  [{ baseline: 0.9, effect: 0.2 }, "effect-impossible", "0.056"],
  [{ baseline: 0.1, effect: -1 }, "effect-impossible", "-0.5"],
  [{ baseline: 0.1, effect: 0.95, effectScale: "absolute" }, "effect-impossible", "0.45"],
  [{ baseline: 0.1, margin: 2 }, "effect-impossible", "0.5"],
  [{ baseline: 0.05, effect: 0 }, "effect-zero", "0.05"],
  [{ baseline: 0.05, effect: Number.POSITIVE_INFINITY }, "option-invalid", "0.1"],
  [{ baseline: 0.05 }, "option-needed", "0.05"],
  [{ metric: "mean", baseline: 20, effect: 0.1 }, "option-needed", "20"],
  [{ metric: "mean", baseline: 20, effect: 0.1, standardDeviation: 0 }, "option-invalid", "60"],
  [{ metric: "mean", baseline: 0, effect: 0.1, standardDeviation: 1 }, "baseline-zero", "absolute"],
  [{ metric: "ratio", baseline: 20, effect: 0.1, standardDeviation: 9 }, "option-needed", "1.5"],
  [{ metric: "ratio", baseline: 20, effect: 0.1, standardDeviation: 9, denominatorMean: 2 }, "option-needed", "0.8"],
  [{ metric: "mean", baseline: 20, effect: 0.1, standardDeviation: 9, method: "pooled" }, "method-for-rates", "welch"],
  [{ baseline: 0.05, effect: 0.1, arms: 1 }, "option-invalid", "2"],
  [{ baseline: 0.05, effect: 0.1, arms: 3, allocation: [1, 1] }, "allocation-wrong", "[1,1,1]"],
  [{ baseline: 0.05, effect: 0.1, allocation: [1, 0] }, "option-invalid", ""],
  [{ baseline: 0.05, effect: 0.1, weeklyUnits: -5 }, "option-invalid", "10000"],
  [{ baseline: 0.05, effect: 0.1, weeklyUnits: 0 }, "option-invalid", "10000"],
  [{ baseline: 0.05, effect: 0.1, power: 1 }, "option-invalid", "0.999"],
  [{ baseline: 0.05, effect: 0.1, varianceReduction: 1 }, "option-invalid", "0.95"],
  [{ baseline: 0.05, efect: 0.1 }, "option-unknown", "effect"],
];

describe("power() refuses", () => {
  it.each(cases)("%j as %s, and offers %s", async (options, code, fix) => {
    for (const language of languages) {
      setLanguage(language);
      const error = await failure(options);
      expect(error.code).toBe(code);
      expect(error.message).toMatch(
        language === "en" ? /^Cannot run Sample size and power: .+ Try .+\.$/ : /^无法运行“样本量与统计功效”：.+请.+。$/,
      );
      expect(error.message).toContain(fix);
      expect(error.message).not.toMatch(/undefined|NaN|null|\[object|\d\.\d{6,}/);
    }
    setLanguage("en");
  });

  it.each(["0.056", "-0.5", "0.45"].map((fix, index) => [cases[6 + index]?.[0] ?? {}, Number(fix)] as const))(
    "no effect that it offered itself: %j with %d",
    async (options, effect) => {
      expect((await power.untyped({ ...options, effect })).reading("en")).toHaveLength(4);
    },
  );
});
