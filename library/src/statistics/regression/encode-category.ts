import type { ChoiceRows, DesignColumn } from "./design-column.js";
import type { CategoryFeature } from "./feature.js";

/** No category has more columns than this; the rarest levels beyond are pooled. */
const mostLevels = 30;

/** Rows per code among those that take part. */
export function countCodes({ codes, levels }: CategoryFeature, include?: Uint8Array): Float64Array {
  const counts = new Float64Array(Math.max(levels.length + 2, 2));
  for (let row = 0; row < codes.length; row += 1) {
    if (include && include[row] === 0) continue;
    const code = Math.min(codes[row] as number, counts.length - 1);
    counts[code] = (counts[code] as number) + 1;
  }
  return counts;
}

/** What each code of a category means: a column, or undefined for the reference; and how many levels were pooled. */
export function encodeCategory(
  feature: CategoryFeature,
  index: number,
  { include, rareRows }: ChoiceRows,
): { meanings: (DesignColumn | undefined)[]; pooled: number } {
  const counts = countCodes(feature, include);
  const unnamed = counts.length - 1;
  const byCount = Array.from(counts.keys()).sort((a, b) => (counts[b] as number) - (counts[a] as number) || a - b);
  const reference = byCount[0] as number;
  const common = byCount.filter((code) => code !== unnamed && (counts[code] as number) >= rareRows).slice(0, mostLevels + 1);
  const rare = byCount.filter((code) => code !== reference && !common.includes(code));
  const rareCount = rare.reduce((sum, code) => sum + (counts[code] as number), 0);
  const meaning = (rows: number, code?: number): DesignColumn => ({
    feature: index,
    kind: "level",
    ...(code === undefined ? {} : { code }),
    reference,
    unit: 1,
    rows,
  });
  const other = rareCount >= rareRows ? meaning(rareCount) : undefined;
  const meanings = Array.from(counts, (rows, code) => {
    if (code === reference) return undefined;
    return common.includes(code) ? meaning(rows, code) : other;
  });
  return { meanings, pooled: rare.filter((code) => code !== 0 && code !== unnamed && (counts[code] as number) > 0).length };
}
