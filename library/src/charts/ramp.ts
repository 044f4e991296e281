import { light } from "./theme.js";

/** From few to many on the theme's one-hue ramp; the square root keeps one giant from bleaching all others. */
export const rampScale = (values: readonly number[]) =>
  ({ type: "sqrt", range: "ramp", interpolate: "rgb", domain: [0, Math.max(...values, 0) || 1] as number[] }) as const;

/** Luminance at which black and white text have equal contrast (4.6 : 1) with what is behind them. */
const middle = 0.179;

/** The colour of text on a tile whose colour comes from `field`: black on the light ones and white on the deep ones, on any ramp and ground. */
export const textOnColour = (field: string) => ({
  condition: { test: `luminance(scale('color', datum['${field}'])) > ${middle}`, value: light.onLight },
  value: light.onDeep,
});
