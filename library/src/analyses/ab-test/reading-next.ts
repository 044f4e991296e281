import type { Language } from "../../language/language.js";
import { isOneUnit, simpsonOf, type Headline } from "./reading-facts.js";
import { decidingEffect, gap, say, type Sentence, type TestFormat } from "./reading-format.js";
import type { DecisionReason } from "./values.js";

type Step = Sentence<[headline: Headline]>;

const perArm = (f: TestFormat, { comparison: { units } }: Headline, times: number): string =>
  f.compact(Math.max(units.arm, units.control) * times);

/** Names of the guardrails that stand so for the arm. */
const railNames = ({ values, comparison }: Headline, state: "harmed" | "open"): string[] =>
  values.metrics.flatMap(({ name, comparisons }) =>
    comparisons.some((each) => each.arm === comparison.arm && each.guardrail === state) ? [name] : [],
  );

const mix: Step = {
  en: (_, { values }) =>
    `Next: find out why the allotment differs by "${values.segments?.column}", judge the arms at an equal mix (strata: "${values.segments?.column}"), and keep the allotment fixed in the next test.`,
  "zh-CN": (_, { values }) =>
    `下一步：查明各组在“${values.segments?.column}”上的分流比例为何不同，按相同构成重新比较（strata: "${values.segments?.column}"），并在下次测试中固定分流比例。`,
};

const plannedEnd: Step = {
  en: (f, { values: { plan } }) => {
    const end = plan.plannedEnd ? `to ${f.date(plan.plannedEnd)}` : `until all ${f.count(plan.plannedUnits)} planned units are in`;
    return `Next: run ${end}${plan.unitsShare === undefined ? "" : ` (${f.percent(plan.unitsShare)} of the planned units are in)`} and decide then; a test of fixed length says nothing before its end.`;
  },
  "zh-CN": (f, { values: { plan } }) => {
    const end = plan.plannedEnd ? `${f.date(plan.plannedEnd)}` : `计划的 ${f.count(plan.plannedUnits)} 个样本收齐`;
    return `下一步：继续运行到${end}${plan.unitsShare === undefined ? "" : `（目前完成计划样本量的 ${f.percent(plan.unitsShare)}）`}再下结论；固定期限的测试在结束前不能下结论。`;
  },
};

const steps: Readonly<Record<DecisionReason, Step>> = {
  "sample-ratio-mismatch": {
    en: () =>
      "Next: find where units go missing (compare the sizes of the arms by browser, device and day of entry; check redirects, bot filters and when the arm is logged), mend it, and run the test again.",
    "zh-CN": () =>
      "下一步：查明单位在哪里丢失（按浏览器、设备和进入日期比较各组人数，检查跳转、爬虫过滤和分组日志的记录时点），修复后重新测试。",
  },
  "units-in-several-arms": {
    en: () =>
      "Next: allot by an id that stays the same across devices and sessions, and run the test again; the action list names the units.",
    "zh-CN": () => "下一步：改用跨设备、跨会话保持不变的编号分流，然后重新测试；行动清单列出了这些单位。",
  },
  simpson: mix,
  "arms-unlike": {
    en: () =>
      "Next: find out in what the arms were unlike before the change could act (the warnings name it), mend the allotment or the logging, and run the test again.",
    "zh-CN": () => "下一步：查明在改动生效之前各组已有哪些不同（见提示），修正分流或埋点后重新测试。",
  },
  "guardrail-harmed": {
    en: (_, headline) =>
      `Next: keep "${headline.comparison.control}"; find what harms ${railNames(headline, "harmed")
        .map((name) => `"${name}"`)
        .join(", ")}, mend it, and test the new version again.`,
    "zh-CN": (f, headline) =>
      `下一步：保留“${headline.comparison.control}”；查明${f.list(railNames(headline, "harmed").map((name) => `“${name}”`))}受损的环节，修复后重新测试。`,
  },
  "primary-loss": {
    en: (_, { comparison: { arm, control } }) =>
      `Next: keep "${control}", and watch ten recorded sessions in "${arm}" before another version is built.`,
    "zh-CN": (_, { comparison: { arm, control } }) => `下一步：保留“${control}”；在制作下一版之前，先回看“${arm}”中的 10 条会话记录。`,
  },
  "primary-too-few": {
    en: () => "Next: plan the size of the test with power(), run on until it is reached, and read it once.",
    "zh-CN": () => "下一步：用 power() 规划所需样本量，继续运行直至达到，然后只看一次结果。",
  },
  "one-unit-decides": {
    en: () =>
      "Next: look at that unit (a bulk order, a test account, a bot?), and read the test with capped values, winsorise: 0.99, as it should be agreed before the start.",
    "zh-CN": () => "下一步：核查该单位（是否为批量采购、测试账号或爬虫），并按事先约定的缩尾设置 winsorise: 0.99 重新查看结果。",
  },
  "before-planned-end": plannedEnd,
  "guardrail-open": {
    en: (_, headline) =>
      `Next: run on until ${railNames(headline, "open")
        .map((name) => `"${name}"`)
        .join(", ")} can be told; do not ship before.`,
    "zh-CN": (f, headline) =>
      `下一步：继续运行，直至能够判断${f.list(railNames(headline, "open").map((name) => `“${name}”`))}；在此之前不要上线。`,
  },
  "primary-no-clear-difference": {
    en: (f, headline) => {
      const told = decidingEffect(headline.metric, headline.comparison, headline.values.scale);
      const high =
        told && Number.isFinite(told.effect.interval[1]) ? Math.max(...told.effect.interval.map((end) => Math.abs(end))) : undefined;
      const size = told && high !== undefined ? ` of up to ${f.sized(high, told.scale)}` : "";
      return `Next: decide whether an effect${size} would matter; if so, run on to about ${perArm(f, headline, 4)} units an arm, where the interval is half as wide; if not, keep "${headline.comparison.control}".`;
    },
    "zh-CN": (f, headline) => {
      const told = decidingEffect(headline.metric, headline.comparison, headline.values.scale);
      const high =
        told && Number.isFinite(told.effect.interval[1]) ? Math.max(...told.effect.interval.map((end) => Math.abs(end))) : undefined;
      const size = told && high !== undefined ? `最多 ${gap(f.sized(high, told.scale))}的` : "这样的";
      return `下一步：先判断${size}效果是否重要；若重要，继续运行到每组约 ${perArm(f, headline, 4)} 个单位，区间将缩窄一半；若不重要，保留“${headline.comparison.control}”。`;
    },
  },
  "primary-win": {
    en: (_, { comparison: { arm, control } }) =>
      `Next: give "${arm}" to everybody but a random 10 % who keep "${control}", and compare the two again after 30 days.`,
    "zh-CN": (_, { comparison: { arm, control } }) =>
      `下一步：向全部用户上线“${arm}”，随机留出 10% 继续使用“${control}”，30 天后再次比较。`,
  },
};

/** One next step, by the gravest reason of the decision. */
export function readNext(headline: Headline, language: Language): string {
  const [reason = "primary-no-clear-difference"] = headline.values.decision.reasons;
  const isBroken = reason === "sample-ratio-mismatch" || reason === "units-in-several-arms";
  if (isBroken) return say(steps[reason], language, headline);
  if (simpsonOf(headline)) return say(mix, language, headline);
  return say(steps[isOneUnit(headline) ? "one-unit-decides" : reason], language, headline);
}
