/** Segments by recency score 5 to 1 and value, the mean of the frequency and monetary scores: under 2, under 3, under 4, 4 and above. */
const segmentGrid = {
  5: ["new", "potential-loyalists", "loyal", "champions"],
  4: ["promising", "potential-loyalists", "loyal", "champions"],
  3: ["about-to-sleep", "need-attention", "loyal", "loyal"],
  2: ["hibernating", "about-to-sleep", "at-risk", "at-risk"],
  1: ["lost", "hibernating", "at-risk", "cant-lose-them"],
};

function segmentOf([recency, frequency, monetary]) {
  const level = Math.floor((frequency + monetary) / 2) - 1;
  return segmentGrid[recency][Math.min(3, Math.max(0, level))];
}

function countBy(cells, keyOf) {
  const counts = {};
  for (const cell of cells) counts[keyOf(cell)] = (counts[keyOf(cell)] ?? 0) + cell[3];
  return counts;
}

/**
 * One form for every contender's RFM: how many customers, what they spent, the edges of the quintiles, customers per cell of the grid and per
 * segment. Peers give one row per combination of scores: recency, frequency, monetary, customers, orders, revenue.
 */
export function summarise(answer) {
  if (!answer.cells) return answer;
  const { cells, edges } = answer;
  return {
    customers: cells.reduce((sum, cell) => sum + cell[3], 0),
    revenue: cells.reduce((sum, cell) => sum + cell[5], 0),
    edges,
    grid: countBy(cells, ([recency, frequency]) => `${recency}${frequency}`),
    segments: countBy(cells, segmentOf),
  };
}

/** Every number of an answer by its path; what is zero counts as not there, since some list empty groups and some do not. */
function numbersOf(value, path = "") {
  if (typeof value === "number") return value === 0 ? [] : [[path, value]];
  if (value === null || typeof value !== "object") return [[path, Number.NaN]];
  return Object.entries(value).flatMap(([key, part]) => numbersOf(part, path ? `${path}.${key}` : key));
}

const areClose = (one, other, tolerance) => Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other));

/** Where two answers first differ, in words, or undefined when they are equal: counts exactly, sums to the ninth digit unless told. */
export function difference(found, expected, { tolerance = 1e-9, of = "the plain SQL" } = {}) {
  const wanted = new Map(numbersOf(expected));
  const given = new Map(numbersOf(found));
  for (const path of new Set([...wanted.keys(), ...given.keys()])) {
    const [one, other] = [given.get(path) ?? 0, wanted.get(path) ?? 0];
    if (!areClose(one, other, tolerance)) return `${path} is ${one}, that of ${of} is ${other}`;
  }
  return undefined;
}
