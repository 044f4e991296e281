import { describe, expect, it } from "vitest";
import { filledIn } from "./filled-in.js";

describe("filledIn()", () => {
  it("leaves out empty texts and nothing else", () =>
    expect(filledIn({ a: "", b: "x", c: 0, d: false, e: undefined })).toEqual({ b: "x", c: 0, d: false }));
});
