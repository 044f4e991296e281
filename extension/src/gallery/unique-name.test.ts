import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { uniqueName } from "./unique-name.js";

describe("uniqueName()", () => {
  it("is the title when the folder does not hold it", () =>
    expect(uniqueName("RFM customer segments", ["orders.csv"])).toBe("RFM customer segments.ipynb"));

  it("counts up from 2 past every name that is taken", () =>
    expect(uniqueName("RFM 客户分群", ["RFM 客户分群.ipynb", "RFM 客户分群 2.ipynb"])).toBe("RFM 客户分群 3.ipynb"));

  it("takes a gap", () => expect(uniqueName("A", ["A.ipynb", "A 3.ipynb"])).toBe("A 2.ipynb"));

  it("counts upper and lower case as equal, and both ways to write an accent", () => {
    expect(uniqueName("rfm", ["RFM.ipynb"])).toBe("rfm 2.ipynb");
    expect(uniqueName("Ru\u0301ben", ["R\u00FAben.ipynb"])).toBe("Ru\u0301ben 2.ipynb");
  });

  it.each([
    ["A/B test: did it work?", "A B test did it work.ipynb"],
    ["..\\..\\etc", "etc.ipynb"],
    [".hidden", "hidden.ipynb"],
    ["  ", "Notebook.ipynb"],
  ])("makes a file name of %j", (title, name) => expect(uniqueName(title, [])).toBe(name));

  it("never gives a name that is taken, nor one with a folder in it", () =>
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.array(fc.string()), (title, taken) => {
        const first = uniqueName(title, taken);
        const second = uniqueName(title, [...taken, first]);
        return !taken.includes(first) && ![...taken, first].includes(second) && !/[\\/:*?"<>|]|^\./.test(first);
      }),
    ));
});
