import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { instantiateTemplate } from "./instantiate.js";
import { kernelspec, languageInfo } from "./kernel-metadata.js";
import { localiseNotebook } from "./localise.js";
import { readParameters } from "./parameters.js";
import { sourceText } from "./source.js";
import type { Notebook } from "./template.js";

const template = JSON.parse(readFileSync(new URL("../../../templates/rfm.ipynb", import.meta.url), "utf8")) as Notebook;
const texts = ({ cells }: Notebook) => cells.filter((cell) => cell.cell_type === "markdown").map((cell) => sourceText(cell.source));
const codes = ({ cells }: Notebook) => cells.filter((cell) => cell.cell_type === "code").map((cell) => sourceText(cell.source));

describe("localiseNotebook()", () => {
  it("shows each text in Chinese and leaves the code alone", () => {
    const chinese = localiseNotebook(template, "zh-CN");
    expect(texts(chinese)).toEqual(template.cells.flatMap((cell) => cell.metadata.marklab?.["zh-CN"] ?? []));
    expect(codes(chinese)).toEqual(codes(template));
  });

  it("comes back to what it was", () => {
    const back = localiseNotebook(localiseNotebook(template, "zh-CN"), "en");
    expect(back.cells).toEqual(template.cells);
  });

  it("changes nothing when asked twice or for its own language", () => {
    const chinese = localiseNotebook(template, "zh-CN");
    expect(localiseNotebook(chinese, "zh-CN")).toEqual(chinese);
    expect(localiseNotebook(template, "en")).toEqual(template);
  });
});

describe("instantiateTemplate()", () => {
  const made = instantiateTemplate(template, { language: "zh-CN", parameters: { data: "订单.csv", groups: 4 } });

  it("fills in the parameters and the language", () =>
    expect(readParameters(made)).toEqual({ ...readParameters(template), data: "订单.csv", groups: 4, language: "zh-CN" }));

  it("says in its metadata what the kernel says, and where it comes from", () =>
    expect(made.metadata).toEqual({
      kernelspec,
      language_info: languageInfo,
      marklab: { template: "rfm", version: "1.0.0", language: "zh-CN", parameters: readParameters(made) },
    }));

  it("leaves the template as it was", () => expect(readParameters(template)["data"]).toBe("sample:orders"));
});
