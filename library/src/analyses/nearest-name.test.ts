import { describe, expect, it } from "vitest";
import { nearestName } from "./nearest-name.js";

describe("nearestName()", () => {
  it("takes the closest, whatever the case", () => {
    expect(nearestName("CUSTMER", ["date", "customer", "amount"])).toBe("customer");
  });

  it("takes the first where none is near, and nothing from nothing", () => {
    expect(nearestName("zzzzzz", ["alpha", "beta"])).toBe("alpha");
    expect(nearestName("x", [])).toBeUndefined();
  });
});
