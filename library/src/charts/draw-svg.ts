import type { TopLevelSpec } from "vega-lite";
import { escapeHtml } from "../escape-html.js";
import { textWidth } from "./text-metrics.js";

interface TextItem {
  readonly fontSize?: number;
  readonly fontWeight?: string | number;
  readonly limit?: number;
}

/** The part of Vega that measures text; its types leave it out. */
interface TextMetrics {
  width: (item: TextItem, text: string) => number;
  readonly estimateWidth: TextMetrics["width"];
}

const isBold = ({ fontWeight }: TextItem) => fontWeight === "bold" || Number(fontWeight) >= 600;

/** Texts with a limit are cut to it with an ellipsis. */
function drawnWidth(item: TextItem, text: string): number {
  const width = textWidth(String(text ?? ""), { size: item.fontSize ?? 11, isBold: isBold(item) });
  return item.limit ? Math.min(width, item.limit) : width;
}

async function loadVega() {
  const [vega, vegaLite] = await Promise.all([import("vega"), import("vega-lite")]);
  const { textMetrics } = vega as unknown as { textMetrics: TextMetrics };
  const hasNoCanvas = textMetrics.width === textMetrics.estimateWidth;
  if (hasNoCanvas) textMetrics.width = drawnWidth;
  return { vega, vegaLite };
}

let loading: ReturnType<typeof loadVega> | undefined;

/** A short name for a text: FNV-1a, 32 bits. Ids made from it differ from chart to chart and are the same from run to run. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** Ids of one drawing are numbered under a name of their own, so that several drawings can stand on one page and drawing twice makes no difference. */
function withOwnIds(svg: string, name: string): string {
  const ids = [...svg.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  const own = (id: string) => `m${name}-${ids.indexOf(id)}`;
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${own(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${own(id)})`);
}

/** The whole is one picture with one alternative text; what Vega says of its parts, in English, goes. */
const withoutParts = (svg: string) => svg.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/ (?:role|aria-[a-z]+)="[^"]*"/g, ""));

/** Hundredths of a pixel are enough, and half the size. */
const roundCoordinates = (svg: string) =>
  svg.replace(/ (?:d|transform|x1|x2|y1|y2|x|y|width|height)="[^"]*"/g, (attribute) =>
    attribute.replace(/\d+\.\d{3,}/g, (number) => String(Math.round(Number(number) * 100) / 100)),
  );

/** Draws a specification as SVG, without a browser. Vega is loaded at the first call. */
export async function drawSvg(spec: TopLevelSpec, description: string): Promise<string> {
  const { vega, vegaLite } = await (loading ??= loadVega());
  const compiled = vegaLite.compile(structuredClone(spec), { logger: vega.logger(vega.Error) });
  const view = new vega.View(vega.parse(compiled.spec), { renderer: "none", logger: vega.logger(vega.Error) });
  try {
    const svg = withOwnIds(withoutParts(roundCoordinates(await view.toSVG())), shortHash(JSON.stringify(spec)));
    const label = `role="img" aria-label="${escapeHtml(description)}" style="max-width:100%;height:auto"`;
    return svg.replace("<svg ", `<svg ${label} `);
  } finally {
    view.finalize();
  }
}
