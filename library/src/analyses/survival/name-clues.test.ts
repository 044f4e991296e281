import { describe, expect, it } from "vitest";
import { meaningOf, unitOf } from "./name-clues.js";

describe("unitOf()", () => {
  it.each([
    ["tenure_months", "month"],
    ["在网月数", "month"],
    ["WeeksActive", "week"],
    ["会员年限", "year"],
    ["lifetime_days", "day"],
    ["存续天数", "day"],
    ["tenure", "period"],
    ["T", "period"],
    ["payday_count", "period"],
  ])("reads %s as %s", (name, unit) => expect(unitOf(name)).toBe(unit));
});

describe("meaningOf()", () => {
  it.each([
    ["Churn", "loss"],
    ["is_cancelled", "loss"],
    ["是否流失", "loss"],
    ["Exited", "loss"],
    ["arrest", "event"],
    ["converted", "event"],
    ["status", "event"],
  ])("reads %s as %s", (name, meaning) => expect(meaningOf(name)).toBe(meaning));
});
