import type { Language } from "../../language/language.js";
import type { KeyNumber } from "../key-number.js";
import { headlineOf, monthly, simpsonOf, type Headline } from "./reading-facts.js";
import { relativeFirst, testFormat, type TestFormat } from "./reading-format.js";
import type { AbTestValues } from "./values.js";

const intervalNote = (f: TestFormat, share: number, interval: string): string =>
  f.language === "en" ? `${f.sure(share)} interval ${interval}` : `${f.sure(share)} 置信区间 ${interval}`;

function lift(f: TestFormat, { values, metric, comparison }: Headline): KeyNumber[] {
  const told = relativeFirst(metric, comparison);
  if (!told) return [];
  return [
    {
      label:
        f.language === "en"
          ? `"${comparison.arm}" against "${comparison.control}" on "${metric.name}"`
          : `“${comparison.arm}”相对“${comparison.control}”的“${metric.name}”`,
      value: f.signed(told.effect.value, told.scale),
      note: intervalNote(f, values.intervalConfidence, f.between(told.effect.interval, told.scale)),
    },
  ];
}

function perMonth(f: TestFormat, headline: Headline): KeyNumber[] {
  const found = monthly(headline);
  if (!found) return [];
  const { metric, values } = headline;
  const whole = (value: number) => (Math.abs(value) < 10 ? value : Math.round(value));
  return [
    {
      label: f.language === "en" ? `"${metric.name}" a month, if all had it` : `若全部上线，每月“${metric.name}”的变化`,
      value: f.signed(whole(found.value), "number"),
      note: intervalNote(f, values.intervalConfidence, f.between([whole(found.interval[0]), whole(found.interval[1])], "number")),
    },
  ];
}

function sizes(f: TestFormat, { units, sampleRatio, arms }: AbTestValues): KeyNumber {
  const worst = arms.find(({ arm }) => arm === sampleRatio.worst.arm);
  const fits = sampleRatio.verdict === "fits";
  if (f.language === "en")
    return {
      label: fits
        ? "units; the arms have the sizes of the design"
        : `of the units are in "${sampleRatio.worst.arm}", ${f.percent(worst?.expectedShare)} by design`,
      value: fits ? f.compact(units) : f.percent(worst?.share),
      note: `${f.p(sampleRatio.p)}, n = ${f.count(units)}`,
    };
  return {
    label: fits ? "个单位，各组样本量与设计相符" : `的单位在“${sampleRatio.worst.arm}”，设计为 ${f.percent(worst?.expectedShare)}`,
    value: fits ? f.compact(units) : f.percent(worst?.share),
    note: `${f.p(sampleRatio.p)}，n=${f.count(units)}`,
  };
}

/** The lift on the deciding metric, what it comes to in a month, and whether the arms have their sizes; of a broken test the sizes alone. */
export function abTestKeyNumbers(values: AbTestValues, language: Language): readonly KeyNumber[] {
  const headline = headlineOf(values);
  const f = testFormat(language);
  if (!headline || headline.comparison.conclusion === "too-few") return [];
  if (values.decision.decision === "fix-the-test" || simpsonOf(headline)) return [sizes(f, values)];
  return [...lift(f, headline), ...perMonth(f, headline), sizes(f, values)];
}
