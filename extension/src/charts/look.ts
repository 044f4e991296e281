import { dark, fonts, light, onDarkGround, type Palette, sizes } from "marklab/report";
import type { Config, TopLevelSpec } from "vega-lite";

/** What a chart is drawn on: JupyterLab's page in one of its themes, or a white page of its own, as in a saved picture. */
export type Ground = "light page" | "dark page" | "white paper";

const paletteOf = (ground: Ground): Palette => (ground === "dark page" ? dark : light);
const backgroundOn = (ground: Ground) => (ground === "white paper" ? light.ground : "transparent");

/** The ground of the page in JupyterLab's theme of now; a page without JupyterLab's themes counts as light. */
export const pageGround = (body: HTMLElement): Ground => (body.dataset["jpThemeLight"] === "false" ? "dark page" : "light page");

/** How charts look that say nothing about it themselves; whatever a chart's own `config` says wins. */
export function houseConfig(ground: Ground): Config {
  const { ink, muted, line, base, categories, sequential, diverging } = paletteOf(ground);
  const text = { labelFontSize: sizes.label, titleFontSize: sizes.label, titleFontWeight: 500, labelLimit: 320, maxExtent: 400 } as const;
  const title = { fontSize: sizes.title, fontWeight: 600, subtitleFontSize: sizes.subtitle } as const;
  return {
    background: backgroundOn(ground),
    font: fonts,
    padding: 8,
    view: { stroke: null },
    title: { anchor: "start", frame: "group", color: ink, subtitleColor: muted, offset: 12, ...title },
    axis: { ...text, labelColor: muted, titleColor: ink, domainColor: line, tickColor: line, gridColor: line },
    axisBand: { grid: false },
    legend: { ...text, labelColor: ink, titleColor: muted },
    header: { ...text, labelColor: ink, titleColor: ink },
    mark: { color: base },
    text: { color: ink },
    rule: { color: muted },
    range: { category: [...categories], heatmap: [...sequential], ramp: [...sequential], diverging: [...diverging] },
  };
}

/** A specification as it should look on this ground: charts of Marklab change their colours with it, others keep those they name. */
export function onGround(spec: TopLevelSpec, ground: Ground): TopLevelSpec {
  const dressed = ground === "dark page" ? onDarkGround(spec) : spec;
  const isPlain = dressed.config?.background === light.ground;
  return isPlain ? { ...dressed, config: { ...dressed.config, background: backgroundOn(ground) } } : dressed;
}
