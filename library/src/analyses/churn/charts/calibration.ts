import { sizes, type Layers } from "../../../charts/index.js";
import type { CalibrationValues, ModelValues } from "../values.js";
import { axisRoom, sharesAcross, sharesUp } from "./axes.js";
import { population, type Drawing, type Drawn, type Sentence } from "./drawing.js";

const title: Sentence<[calibration: CalibrationValues]> = {
  en: ({ words, points }, { expectedError }) => `Predicted and observed ${words.rate}s differ by ${points(expectedError)} on average`,
  "zh-CN": ({ words, points }, { expectedError }) => `预测与实际的${words.rate}平均相差 ${points(expectedError)}`,
};

const subtitle: Sentence<[calibration: CalibrationValues]> = {
  en: (drawing, { slope }) =>
    `Observed ${drawing.words.rate} by predicted one, groups of equal size; on the diagonal the two agree; lines: ${drawing.confidence} intervals` +
    `${slope ? `; slope ${drawing.number(slope.value)} (${drawing.confidence} CI ${drawing.interval(slope.interval)}, ideally 1)` : ""}; ${population.en(drawing)}`,
  "zh-CN": (drawing, { slope }) =>
    `按预测值等分各组的实际${drawing.words.rate}，落在对角线上即两者一致；细线为 ${drawing.confidence} 置信区间` +
    `${slope ? `；斜率 ${drawing.number(slope.value)}（${drawing.confidence} 置信区间 ${drawing.interval(slope.interval)}，理想值为 1）` : ""}；${population["zh-CN"](drawing)}`,
};

const description: Sentence<[calibration: CalibrationValues]> = {
  en: ({ percent }, { bins }) =>
    `Calibration: predicted and observed rates by group: ${bins.map(({ predicted, observed }) => `${percent(predicted)} and ${percent(observed.value)}`).join("; ")}.`,
  "zh-CN": ({ percent }, { bins }) =>
    `校准：各组的预测值与实际值：${bins.map(({ predicted, observed }) => `${percent(predicted)} 与 ${percent(observed.value)}`).join("；")}。`,
};

const names = {
  en: { predicted: "Predicted", observed: "↑ Observed", interval: "Interval", n: "n" },
  "zh-CN": { predicted: "预测值", observed: "↑ 实际值", interval: "置信区间", n: "n" },
};

function layers(drawing: Drawing, { bins }: CalibrationValues): Layers {
  const { language, percent, percentInterval, count } = drawing;
  const words = names[language];
  const rows = bins.map(({ predicted, observed: { value, interval }, customers }) => ({
    ...{ predicted, observed: value, low: interval[0], high: interval[1] },
    ...{ predictedText: percent(predicted), observedText: percent(value), interval: percentInterval(interval), n: count(customers) },
  }));
  const most = Math.min(1, Math.max(0.01, ...rows.map(({ high, predicted }) => Math.max(high, predicted))) * 1.05);
  const x = (field: string) => sharesAcross(field, { title: words.predicted, language, most });
  const y = (field: string) => sharesUp(field, { title: words.observed, language, most });
  const tooltip = [
    { field: "predictedText", type: "nominal" as const, title: words.predicted },
    { field: "observedText", type: "nominal" as const, title: words.observed.slice(2) },
    { field: "interval", type: "nominal" as const, title: words.interval },
    { field: "n", type: "nominal" as const, title: words.n },
  ];
  return [
    {
      data: {
        values: [
          { predicted: 0, observed: 0 },
          { predicted: most, observed: most },
        ],
      },
      mark: { type: "line" as const, style: "baseline", strokeDash: [4, 4] },
      encoding: { x: x("predicted"), y: y("observed") },
    },
    {
      data: { values: rows },
      layer: [
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x: x("predicted"), y: y("low"), y2: { field: "high" } } },
        {
          mark: { type: "point" as const, style: "base", filled: true, size: 80, opacity: 1 },
          encoding: { x: x("predicted"), y: y("observed"), tooltip },
        },
      ],
    },
  ];
}

/** Does the event happen as often as the model says? */
export const calibration = (drawing: Drawing, { evaluation }: ModelValues): Drawn => ({
  title: title[drawing.language](drawing, evaluation.calibration),
  subtitle: subtitle[drawing.language](drawing, evaluation.calibration),
  description: description[drawing.language](drawing, evaluation.calibration),
  height: 300,
  left: axisRoom,
  below: sizes.belowAxis,
  layers: layers(drawing, evaluation.calibration),
});
