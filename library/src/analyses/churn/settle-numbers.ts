/** Every number to a dozen digits, so that binary fractions do not show in the last ones: 0.3, not 0.30000000000000004. */
export function settleNumbers<Value>(value: Value): Value {
  if (typeof value === "number") return Number(value.toPrecision(12)) as Value;
  if (Array.isArray(value)) return value.map((item: unknown) => settleNumbers(item)) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, settleNumbers(item as unknown)])) as Value;
}
