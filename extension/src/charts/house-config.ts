import type { Config } from "vega-lite";
import { accents, type Colours } from "./colours.js";

const font = 'Inter, "Segoe UI", "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", system-ui, sans-serif';

/** How charts look that say nothing about it themselves; whatever a chart's own `config` says wins. */
export function houseConfig({ ink, muted, line, background }: Colours): Config {
  const text = { labelFontSize: 12, titleFontSize: 12, titleFontWeight: 500 } as const;
  return {
    background,
    font,
    padding: 8,
    view: { stroke: null },
    title: {
      anchor: "start",
      frame: "group",
      color: ink,
      fontSize: 16,
      fontWeight: 600,
      subtitleColor: muted,
      subtitleFontSize: 12,
      offset: 12,
    },
    axis: { ...text, labelColor: muted, titleColor: ink, domainColor: line, tickColor: line, gridColor: line },
    axisBand: { grid: false },
    legend: { ...text, labelColor: ink, titleColor: muted },
    header: { ...text, labelColor: ink, titleColor: ink },
    mark: { color: accents[0] },
    text: { color: ink },
    rule: { color: muted },
    range: { category: [...accents] },
  };
}
