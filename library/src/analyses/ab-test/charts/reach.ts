import type { DotPlot } from "./dot-plot.js";

/** A row may reach this many times as far as the middle one before its ends are cut. */
const mostReach = 4;
const margin = 0.06;

/**
 * From where to where an axis goes: all intervals, but one that reaches far beyond the others does not press them flat. Points that are singled
 * out are always within. Without anything to draw, −10 to 10 %.
 */
export function reachOf({ rows, hasZero }: Pick<DotPlot, "rows" | "hasZero">): readonly [number, number] {
  const drawn = rows.filter(({ value }) => value !== undefined && Number.isFinite(value));
  const zero = hasZero ? [0] : [];
  const points = drawn.map(({ value }) => value as number);
  const middle = hasZero ? 0 : (points.toSorted((one, other) => one - other)[points.length >> 1] ?? 0);
  const ends = drawn.flatMap(({ interval, value }) => [value as number, ...(interval ?? []).filter(Number.isFinite)]);
  const reaches = drawn.map(({ interval, value }) =>
    Math.max(...[value as number, ...(interval ?? []).filter(Number.isFinite)].map((end) => Math.abs(end - middle))),
  );
  const usual = reaches.toSorted((one, other) => one - other)[reaches.length >> 1] ?? 0;
  const singled = drawn.filter(({ look }) => look === "accent").map(({ value }) => value as number);
  const limit = Math.max(usual * mostReach, ...singled.map((value) => Math.abs(value - middle) * 1.2));
  const kept = [...zero, ...ends].map((end) => Math.min(middle + limit, Math.max(middle - limit, end)));
  const low = Math.min(...kept);
  const high = Math.max(...kept);
  if (!(high > low)) return [low - 0.1, low + 0.1];
  return [low - (high - low) * margin, high + (high - low) * margin];
}
