import type { Text } from "../../language/language.js";
import { texts } from "../texts.js";
import { type AssumptionFacts, attributed, days, drivers, intervals, leftOut, valued } from "./assumption-details.js";
import { requiredSteps } from "./bounds.js";
import { presets } from "./semantics.js";
import { windowText } from "./vocabulary.js";

/** What was assumed on the way to the numbers, in the order in which it matters. */
export const assumptions = (facts: AssumptionFacts): Text[] => [
  counted(facts),
  ordered(facts),
  windowed(facts),
  ...entered(facts),
  ...simultaneous(facts),
  ...excluded(facts),
  ...held(facts),
  ...optionalSteps(facts),
  days(facts),
  ...attributed(facts),
  ...valued(facts),
  intervals,
  ...drivers(facts),
  ...leftOut(facts),
];

const counted = ({ reduced: { plan }, options }: AssumptionFacts): Text => {
  if (plan.counts === "users") return { en: "Each user counts once.", "zh-CN": "每名用户只计一次。" };
  if (plan.counts === "events") {
    return {
      en: "Every entry counts by itself; two entries of a user may lead to the same later steps.",
      "zh-CN": "每次进入单独计数；同一用户的两次进入可能对应相同的后续步骤。",
    };
  }
  return texts(
    (f) =>
      `Each session counts once; where there is no session column, a session ends after ${f.number(options.sessionGapMinutes)} minutes without an event.`,
    (f) => `每个会话只计一次；没有会话列时，${f.number(options.sessionGapMinutes)} 分钟内无事件即视为会话结束。`,
  );
};

function ordered({ reduced: { plan } }: AssumptionFacts): Text {
  if (plan.order === "any") {
    return {
      en: "Steps count in any order: step k means that k different steps were done; the first of them is the entry.",
      "zh-CN": "步骤不分先后：第 k 步表示已完成 k 个不同步骤，其中最早的一个为进入。",
    };
  }
  if (plan.order === "ordered") {
    return {
      en: "Steps count in their order; other events may come between. An event counts for one step only.",
      "zh-CN": "步骤须依次完成，中间可有其他事件；一个事件只计入一个步骤。",
    };
  }
  const strict: Readonly<Record<typeof plan.rules.strict, Text>> = {
    events: { en: "Strict order: any other event between two steps ends the way.", "zh-CN": "严格顺序：两步之间出现任何其他事件即中断。" },
    steps: {
      en: "Strict order: a step that comes although the one before it was never reached ends everything after it.",
      "zh-CN": "严格顺序：某步骤在其上一步从未到达时出现，此后均不再计入。",
    },
    repeats: {
      en: "Strict order: a step that comes again ends everything after it.",
      "zh-CN": "严格顺序：某步骤重复出现后，此后均不再计入。",
    },
  };
  return strict[plan.rules.strict];
}

const windowed = ({ values }: AssumptionFacts): Text => ({
  en: `A step counts up to ${windowText(values.window, "en")} after the entry, that moment included; a day has 24 hours also when clocks change.`,
  "zh-CN": `步骤须在进入后 ${windowText(values.window, "zh-CN")}内完成（含该时刻）；即使遇到夏令时切换，一天也按 24 小时计。`,
});

/** What each product does, told where it bears on the result. */
function entered({ reduced: { plan }, options }: AssumptionFacts): Text[] {
  if (plan.counts === "events") return [];
  const entry: Readonly<Record<typeof plan.rules.entry, Text>> = {
    first: {
      en: "Only the first entry counts, also where a later one would come farther.",
      "zh-CN": "只计首次进入，即使之后的进入走得更远。",
    },
    best: {
      en: "All entries are tried: the one that comes farthest soonest counts, from its latest entry before; times run from there.",
      "zh-CN": "逐一尝试所有进入：取走得最远且最早到达的一次，并以其之前最近的一次进入为起点计时。",
    },
    longest: {
      en: "All entries are tried: the earliest of those that come farthest counts.",
      "zh-CN": "逐一尝试所有进入：取走得最远的各次中最早的一次。",
    },
  };
  const isOwn = presets[options.semantics].entry === plan.rules.entry;
  const name = options.semantics;
  const { en, "zh-CN": chinese } = entry[plan.rules.entry];
  return [isOwn ? { en: `${en} (Rules as in "${name}".)`, "zh-CN": `${chinese}（口径：${name}。）` } : entry[plan.rules.entry]];
}

function simultaneous({ reduced: { plan }, options }: AssumptionFacts): Text[] {
  if (plan.order === "any" || plan.steps.length < 2) return [];
  const { graceSeconds, simultaneous: rule } = plan.rules;
  const asked = options.graceSeconds ?? presets[options.semantics].graceSeconds;
  const same: Text =
    rule === "later"
      ? { en: "Each step must be later than the one before.", "zh-CN": "每一步必须晚于上一步。" }
      : { en: "Steps at the same time count as if in their order.", "zh-CN": "同一时刻的步骤视为按顺序发生。" };
  if (graceSeconds > 0) {
    return [
      texts(
        (f) => `Steps up to ${f.number(graceSeconds)} s apart count in either order; the later time counts.`,
        (f) => `相隔不超过 ${f.number(graceSeconds)} 秒的步骤先后均可计入，以较晚的时间为准。`,
      ),
    ];
  }
  const isUnused = asked > 0 && plan.order === "ordered" && plan.hasSharedEvents;
  const unused: Text = {
    en: "No grace is given for steps in the other order, because one event can be several of these steps.",
    "zh-CN": "由于同一事件可对应多个步骤，未对先后颠倒的步骤设置容差。",
  };
  return [same, ...(isUnused ? [unused] : [])];
}

function excluded({ reduced: { plan } }: AssumptionFacts): Text[] {
  if (plan.exclusions.length === 0) return [];
  return plan.rules.exclusion === "drop"
    ? [
        {
          en: "An entry that an exclusion step follows, between its two steps, counts nowhere; another entry of the unit may still count.",
          "zh-CN": "在指定两步之间触发排除步骤的那次进入完全不计，同一对象的其他进入仍可计入。",
        },
      ]
    : [
        {
          en: "An entry that an exclusion step follows counts up to the steps reached before it.",
          "zh-CN": "触发排除步骤的那次进入只计至此前已到达的步骤。",
        },
      ];
}

const held = ({ reduced: { plan } }: AssumptionFacts): Text[] =>
  plan.held.length === 0
    ? []
    : [
        texts(
          (f) => `All steps of a way have the same ${f.list(plan.held.map(({ name }) => name))}; empty counts as a value.`,
          (f) => `同一路径的各步骤在 ${f.list(plan.held.map(({ name }) => name))} 上取值相同；空值视为一个取值。`,
        ),
      ];

const optionalSteps = ({ reduced: { plan } }: AssumptionFacts): Text[] =>
  requiredSteps(plan).length === plan.steps.length
    ? []
    : [
        {
          en: "Optional steps may be skipped; shares of later steps are of the last required step before.",
          "zh-CN": "可选步骤可以跳过；其后各步的占比以之前最近的必经步骤为基数。",
        },
      ];
