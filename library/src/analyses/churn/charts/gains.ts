import { sizes, type Layers } from "../../../charts/index.js";
import { gainOf, topTenth } from "../top-tenth.js";
import type { ModelValues } from "../values.js";
import { axisRoom, sharesAcross, sharesUp } from "./axes.js";
import type { Drawing, Drawn } from "./drawing.js";
import { description, mark, names, subtitle, title, type Chosen } from "./gains-text.js";

/** The likeliest tenth, and the share that pays best where that is known and neither nobody nor everybody. */
function chosen({ profit, evaluation }: ModelValues, confidence: number): readonly Chosen[] {
  const top = topTenth(evaluation, confidence);
  const best = profit?.best;
  const paying =
    best && best.share > 0 && best.share < 1 ? [{ share: best.share, gain: gainOf(best.events, evaluation.events, confidence) }] : [];
  const isApart = paying.every(({ share }) => Math.abs(share - (top?.share ?? 0)) > closest);
  return [...(top && isApart ? [top] : []), ...paying];
}

/** Shares that are closer than this are marked once. */
const closest = 0.04;

/** Labels stand at the foot of the plot, below the diagonal, one above the other. */
const foot = [0.05, 0.14] as const;
const firstLabelAt = 0.12;

function layers(drawing: Drawing, { evaluation }: ModelValues, points: readonly Chosen[]): Layers {
  const { language, percent, percentInterval } = drawing;
  const words = names[language];
  const curve = evaluation.gain.map(({ share, gain }) => {
    const { interval } = gainOf(gain * evaluation.events, evaluation.events, drawing.values.confidence);
    return {
      share,
      gain,
      low: interval[0],
      high: interval[1],
      shareText: percent(share),
      gainText: percent(gain),
      interval: percentInterval(interval),
    };
  });
  const x = sharesAcross("share", { title: words.share, language });
  const y = (field: string) => sharesUp(field, { title: words.gain, language });
  const tooltip = [
    { field: "shareText", type: "nominal" as const, title: words.share },
    { field: "gainText", type: "nominal" as const, title: words.gain.slice(2) },
    { field: "interval", type: "nominal" as const, title: words.interval },
  ];
  const at = points.map((point, index) => ({
    ...{ share: point.share, gain: point.gain.value, low: point.gain.interval[0], high: point.gain.interval[1] },
    ...{ foot: foot[index] ?? 0, labelAt: Math.max(point.share, firstLabelAt), isRight: point.share > 0.55 },
    ...{ text: mark[language](drawing, point), isLast: index === points.length - 1 },
  }));
  return [
    {
      data: { values: curve },
      layer: [
        { mark: { type: "area" as const, style: "pale", opacity: 0.45 }, encoding: { x, y: y("low"), y2: { field: "high" } } },
        {
          mark: { type: "line" as const, style: "base", strokeWidth: 2.5, point: { opacity: 0, size: 90 } },
          encoding: { x, y: y("gain"), tooltip },
        },
      ],
    },
    {
      data: {
        values: [
          { share: 0, gain: 0 },
          { share: 1, gain: 1 },
        ],
      },
      mark: { type: "line" as const, style: "baseline", strokeDash: [4, 4] },
      encoding: { x, y: y("gain") },
    },
    {
      data: { values: [{ share: 0.78, gain: 0.78 }] },
      mark: { type: "text" as const, style: "note", align: "left" as const, baseline: "top" as const, dx: 6, dy: 4, text: words.random },
      encoding: { x, y: y("gain") },
    },
    {
      data: { values: at },
      layer: [
        {
          mark: { type: "rule" as const, style: "baseline", strokeDash: [3, 3] },
          encoding: { x, y: y("foot"), y2: { field: "gain" } },
        },
        { mark: { type: "rule" as const, style: "interval" }, encoding: { x, y: y("low"), y2: { field: "high" } } },
        ...[true, false].map((isLast) => ({
          transform: [{ filter: `datum.isLast === ${isLast}` }],
          mark: { type: "point" as const, style: isLast ? "accent" : "base", filled: true, size: 90, opacity: 1 },
          encoding: { x, y: y("gain") },
        })),
        ...[true, false].map((isRight) => ({
          transform: [{ filter: `datum.isRight === ${isRight}` }],
          mark: { type: "text" as const, style: "strong", align: isRight ? ("right" as const) : ("left" as const), dx: isRight ? -8 : 8 },
          encoding: { x: { ...x, field: "labelAt" }, y: y("foot"), text: { field: "text", type: "nominal" as const } },
        })),
      ],
    },
  ];
}

/** How many of those with the event are reached when the likeliest are contacted first, against contacting at random? */
export function gains(drawing: Drawing, model: ModelValues): Drawn {
  const { confidence } = drawing.values;
  const points = chosen(model, confidence);
  const point = points.at(-1) ?? { share: 1, gain: gainOf(model.evaluation.events, model.evaluation.events, confidence) };
  return {
    title: title[drawing.language](drawing, point, model.evaluation.beatsBaseRate),
    subtitle: subtitle[drawing.language](drawing),
    description: description[drawing.language](drawing, point),
    height: sizes.density,
    left: axisRoom,
    below: sizes.belowAxis,
    layers: layers(drawing, model, points),
  };
}
