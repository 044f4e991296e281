import { expect, test } from "vitest";
import { difference, summarise } from "./answers.mjs";

const edges = { recency: [1, 2, 3, 4], frequency: [1, 2, 3, 4], monetary: [1, 2, 3, 4] };
const cells = [
  [5, 5, 4, 10, 30, 100.5],
  [5, 5, 5, 2, 8, 50],
  [1, 1, 2, 7, 7, 9],
];

test("summarise() adds customers up by cell of the grid and by segment when rows are given", () => {
  expect(summarise({ cells, edges })).toEqual({
    customers: 19,
    revenue: 159.5,
    edges,
    grid: { 55: 12, 11: 7 },
    segments: { champions: 12, lost: 7 },
  });
});

test("difference() is undefined when only empty groups and the last digits differ", () => {
  const one = summarise({ cells, edges });
  expect(difference({ ...one, revenue: 159.5 + 1e-10, grid: { ...one.grid, 33: 0 } }, one)).toBeUndefined();
});

test.each([
  [{ grid: { 55: 11, 11: 7 } }, "grid.55 is 11, that of the plain SQL is 12"],
  [{ segments: { champions: 12 } }, "segments.lost is 0, that of the plain SQL is 7"],
  [{ customers: null }, "customers is NaN, that of the plain SQL is 19"],
  [{ edges: { ...edges, monetary: [1, 2, 3] } }, "edges.monetary.3 is 0, that of the plain SQL is 4"],
])("difference() names the first number that differs: %j", (change, expected) => {
  const one = summarise({ cells, edges });
  expect(difference({ ...one, ...change }, one)).toBe(expected);
});
