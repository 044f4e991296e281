/** The colours of one ground, light or dark; `background` is what a chart is painted on. */
export interface Colours {
  readonly isDark: boolean;
  readonly ink: string;
  readonly muted: string;
  readonly line: string;
  readonly ground: string;
  readonly background: string;
}

export const lightColours: Colours = {
  isDark: false,
  ink: "#1F2933",
  muted: "#6B7785",
  line: "#D8DEE5",
  ground: "#FFFFFF",
  background: "#FFFFFF",
};
export const darkColours: Colours = {
  isDark: true,
  ink: "#E6EAEF",
  muted: "#9AA5B1",
  line: "#3A4450",
  ground: "#111111",
  background: "#111111",
};

export const accents = ["#3B6E9E", "#D9662B", "#5AA9A3", "#8E6BB0", "#C9A227", "#7A8793", "#B8405E", "#4F7F3A"] as const;

/** The colours that fit JupyterLab's theme, with its own ground. A page without JupyterLab's themes counts as light. */
export function themeColours(body: HTMLElement): Colours {
  const colours = body.dataset["jpThemeLight"] === "false" ? darkColours : lightColours;
  const ground = getComputedStyle(body).getPropertyValue("--jp-layout-color0").trim();
  return ground === "" ? colours : { ...colours, ground, background: ground };
}
