import { light } from "./theme.js";

/** Luminance at which black and white text have equal contrast (4.6 : 1) with what is behind them. */
const middle = 0.179;

/** The colour of text on a tile whose colour comes from `field`: black on the light ones and white on the deep ones, on any ramp and ground. */
export const textOnColour = (field: string) => ({
  condition: { test: `luminance(scale('color', datum['${field}'])) > ${middle}`, value: light.onLight },
  value: light.onDeep,
});
