/** The middle value; the mean of the two middle ones where their number is even. */
export function median(values) {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** Three figures that mean something, without an exponent: 0.0123, 1.23, 12.3, 1234. */
export const threeFigures = (value) => (value >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3))));
