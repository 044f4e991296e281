import { describe, expect, it } from "vitest";
import { makeChart, type ChartContext } from "../../../charts/index.js";
import { languages, type Language } from "../../../language/index.js";
import { specProblems, unreadable } from "../../../testing/check-spec.js";
import { churnValues, judgedCustomers, madeFeatures, type MadeFeature } from "../../../testing/churn-values.js";
import type { ChurnValues, ModelValues } from "../values.js";
import { churnVocabulary, leadVocabulary } from "../vocabulary.js";
import { makeCharts } from "./index.js";

const long = (text: string) => `${text} of a column <script>alert("x")</script> whose name goes on & on, 名字特别长的一列`;
const longNames = madeFeatures.map(({ name, level, ...feature }): MadeFeature => ({
  ...feature,
  name: long(name),
  ...(level === undefined ? {} : { level: long(level) }),
}));
const sixty = Array.from({ length: 60 }, (_, index) => ({ name: `feature ${index}`, logOdds: ((index % 7) - 3) / 5 }));
const endless: MadeFeature[] = [
  { name: "up", logOdds: 900, standardError: 9e6 },
  { name: "down", logOdds: -900, standardError: 9e6 },
  { name: "sharp", logOdds: 9, standardError: 0.2 },
  { name: "plain", logOdds: 0.2 },
];
const customers = judgedCustomers(1500);
const withModel = (values: ChurnValues, change: (model: ModelValues) => Partial<ModelValues>): ChurnValues =>
  values.model ? { ...values, model: { ...values.model, ...change(values.model) } } : values;
const withoutProfit = (values: ChurnValues): ChurnValues => {
  const { profit, ...model } = values.model as ModelValues;
  expect(profit).toBeDefined();
  return { ...values, model };
};
const usual = churnValues(customers);

/** Values as they should be, and the ugliest that may come. */
const cases: Readonly<Record<string, ChurnValues>> = {
  "a service": usual,
  "no signal": churnValues(judgedCustomers(1500, { signal: 0 })),
  "nearly certain": churnValues(judgedCustomers(800, { signal: 8, rate: 0.4 })),
  "sixty customers": churnValues(judgedCustomers(60, { rate: 0.4 })),
  "long names": churnValues(customers, longNames),
  "one feature": churnValues(customers, madeFeatures.slice(3, 4)),
  "sixty features": churnValues(customers, sixty),
  "endless odds": churnValues(customers, endless),
  "no profit known": withoutProfit(usual),
  "no contact pays": withModel(usual, ({ profit }) =>
    profit ? { profit: { ...profit, best: { ...profit.curve[0], interval: [0, 0] } as typeof profit.best } } : {},
  ),
  "nobody left": churnValues(customers.map((customer) => ({ ...customer, hasLeft: false }))),
  "everybody left": churnValues(customers.map((customer) => ({ ...customer, hasLeft: true }))),
  "one customer": churnValues(customers.slice(0, 1)),
};

const vocabularies = { churn: makeCharts(churnVocabulary), "lead-score": makeCharts(leadVocabulary) } as const;
type Vocabulary = keyof typeof vocabularies;
type Name = keyof (typeof vocabularies)["churn"];
const names = Object.keys(vocabularies.churn) as Name[];
const draw = (name: Name, values: ChurnValues, context: ChartContext, vocabulary: Vocabulary = "churn") =>
  vocabularies[vocabulary][name](values, context);
const chart = (name: Name, values: ChurnValues, context: ChartContext, vocabulary?: Vocabulary) =>
  makeChart({ name, language: context.language, ...draw(name, values, context, vocabulary) });

const source = "customers <b>2024</b>.csv";
const each = names.flatMap((name) => languages.map((language) => [name, language] as const));

describe.each(each)("the %s chart in %s", (name, language) => {
  it.each(Object.entries(cases))("of %s is valid, compiles without a warning and shows nothing unreadable", async (_, values) => {
    for (const vocabulary of Object.keys(vocabularies) as Vocabulary[]) {
      const drawn = chart(name, values, { language, source }, vocabulary);
      expect(specProblems(drawn.spec)).toEqual([]);
      const svg = await drawn.toSvg();
      expect(unreadable(svg)).toEqual([]);
      expect(svg).not.toMatch(/<script|<b>/);
    }
  });

  it("is as readable on a dark page", async () => {
    expect(unreadable(await chart(name, usual, { language, source }).toSvg({ theme: "dark" }))).toEqual([]);
  });

  it("does not change the values it is given, and gives the same specification for the same values", () => {
    const before = structuredClone(usual);
    const spec = draw(name, usual, { language });
    expect(usual).toEqual(before);
    expect(draw(name, before, { language })).toEqual(spec);
  });

  it.each([400, 640, 1200])("is %d pixels wide when asked to, whatever the names", async (width) => {
    for (const values of [usual, cases["long names"], cases["endless odds"], cases["one customer"]] as ChurnValues[]) {
      const svg = await chart(name, values, { language, source, width }).toSvg();
      const padding = 16;
      expect(Number(/ width="([\d.]+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(width + padding + 12);
    }
  });

  it("says in its alternative text what the picture shows", () => {
    const { description } = draw(name, usual, { language });
    expect(description.length).toBeGreaterThan(40);
    expect(description).toMatch(language === "en" ? /^[A-Z].*\.$/ : /^[\p{L}\d].*。$/u);
  });

  it("reads as reviewed", async () => {
    const { spec } = draw(name, churnValues(judgedCustomers(200)), { language, source: "customers.csv" });
    const brief = (key: string, value: unknown) =>
      key === "values" && Array.isArray(value) && value.length > 12 ? `${value.length} rows` : value;
    await expect(`${JSON.stringify(spec, brief, 2)}\n`).toMatchFileSnapshot(`snapshots/${name}.${language}.json.snap`);
  });
});

const titleOf = (values: ChurnValues, name: Name, language: Language, vocabulary?: Vocabulary) => {
  const { title } = draw(name, values, { language }, vocabulary).spec as { title: { text: string[] } };
  return title.text.join(language === "en" ? " " : "").replaceAll("\u202f", " ");
};

describe("titles", () => {
  it.each(Object.keys(vocabularies) as Vocabulary[])("state the finding of %s with its number", (vocabulary) => {
    expect(languages.map((language) => names.map((name) => titleOf(usual, name, language, vocabulary)))).toMatchSnapshot();
  });

  it.each(["no signal", "no profit known", "no contact pays", "endless odds", "nobody left"])("stay true for %s", (which) => {
    const values = cases[which] as ChurnValues;
    expect(languages.map((language) => names.map((name) => titleOf(values, name, language)))).toMatchSnapshot();
  });

  it("speak of leads, and never of customers, where leads are scored", () => {
    for (const values of Object.values(cases)) {
      for (const name of names) {
        const english = JSON.stringify(draw(name, values, { language: "en" }, "lead-score"));
        expect(english).not.toMatch(/customer|churn|leav/i);
        expect(JSON.stringify(draw(name, values, { language: "zh-CN" }, "lead-score"))).not.toMatch(/客户|流失/);
      }
    }
  });

  it("use full-width punctuation in Chinese", () => {
    const halfWidth = /\p{Script=Han}[,;:()?!]|[,;:()?!]\p{Script=Han}/u;
    for (const values of Object.values(cases).filter((value) => value !== cases["long names"])) {
      for (const name of names) {
        const { spec, description } = draw(name, values, { language: "zh-CN", source: "customers.csv" });
        expect(JSON.stringify([description, spec.title]).replaceAll('",', "")).not.toMatch(halfWidth);
      }
    }
  });
});

describe("the drivers chart", () => {
  it("shows the twelve strongest of sixty, sorted by odds ratio", () => {
    const { spec } = draw("drivers", cases["sixty features"] as ChurnValues, { language: "en" });
    const figures = JSON.stringify(spec).match(/"text":\["[\d.]+ \([\d.]+–[\d.]+\)"\]/g) ?? [];
    const odds = figures.map((figure) => Number(/\["([\d.]+)/.exec(figure)?.[1]));
    expect(odds).toHaveLength(12);
    expect(odds).toEqual(odds.toSorted((one, other) => other - one));
  });
});
