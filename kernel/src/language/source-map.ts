import type { PositionMap, Segment } from "./positions.js";

const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Reads the `mappings` of a version 3 source map that has one source. */
export function readMappings(mappings: string): PositionMap {
  let line = 0;
  let column = 0;
  return mappings.split(";").map((generatedLine) => {
    let generated = 0;
    const segments: Segment[] = [];
    for (const part of generatedLine.split(",")) {
      const [generatedStep, , lineStep, columnStep] = readNumbers(part);
      generated += generatedStep ?? 0;
      if (lineStep === undefined || columnStep === undefined) continue;
      line += lineStep;
      column += columnStep;
      segments.push([generated, line, column]);
    }
    return segments;
  });
}

function readNumbers(text: string): number[] {
  const numbers: number[] = [];
  let value = 0;
  let shift = 0;
  for (const character of text) {
    const digit = digits.indexOf(character);
    value += (digit & 31) << shift;
    shift += 5;
    if (digit & 32) continue;
    numbers.push(value & 1 ? -(value >> 1) : value >> 1);
    value = 0;
    shift = 0;
  }
  return numbers;
}
