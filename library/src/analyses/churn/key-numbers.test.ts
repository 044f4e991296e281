import { describe, expect, it } from "vitest";
import { languages } from "../../language/language.js";
import { churnValues, judgedCustomers } from "../../testing/churn-values.js";
import { keyNumbers } from "../key-numbers.js";
import type { ChurnValues } from "./values.js";

const numbersOf = (values: ChurnValues, analysis = "churn", language: (typeof languages)[number] = "en") =>
  keyNumbers({ analysis, values, language }).map(({ value, label, note }) => `${value} ${label} | ${note}`.replaceAll("\u202f", " "));

describe("the key numbers of churn and lead scores", () => {
  const usual = churnValues(judgedCustomers(2000));

  it("are what the top tenth holds, the AUC and the expected profit", () => {
    for (const analysis of ["churn", "lead-score"])
      expect(languages.map((language) => numbersOf(usual, analysis, language))).toMatchSnapshot();
  });

  it("are the AUC and the base rate alone where the model is no better than that", () => {
    const numbers = numbersOf(churnValues(judgedCustomers(2000, { signal: 0 })));
    expect(numbers).toHaveLength(2);
    expect(numbers.join()).not.toMatch(/expected|are among/);
    expect(numbers[1]).toMatch(/^[\d.]+ % churn rate of all customers \| 95 % interval [\d.–]+ %, n = 2,000$/);
  });

  it("are none where nothing was learnt", () => {
    expect(numbersOf(churnValues(judgedCustomers(300).map((one) => ({ ...one, hasLeft: false }))))).toEqual([]);
  });
});
