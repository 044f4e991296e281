import type { Compared } from "./figure.js";

/** Decimals that show a number well beyond its tolerance. */
function decimals(tolerance: number): number {
  return tolerance > 0 ? Math.min(12, Math.max(0, Math.ceil(-Math.log10(tolerance)) + 1)) : 0;
}

const shown = (values: readonly number[], tolerance: number): string =>
  values
    .map((value) => (tolerance === 0 || (value !== 0 && Math.abs(value) < tolerance * 1e-3) ? plain(value) : trimmed(value, tolerance)))
    .join(", ");

/** Very small numbers keep their digits instead of becoming zero. */
const plain = (value: number): string => (Number.isInteger(value) || Math.abs(value) >= 1e-3 ? String(value) : value.toPrecision(6));

const trimmed = (value: number, tolerance: number): string =>
  value
    .toFixed(decimals(tolerance))
    .replace(/(\.\d*?)0+$/, "$1")
    .replace(/\.$/, "");

/** What is smaller than a thousandth of the tolerance is the machine's own last digit. */
function difference({ difference: found, figure: { tolerance } }: Compared): string {
  if (found === 0) return "0";
  if (!Number.isFinite(found)) return "not comparable";
  if (found < tolerance * 1e-3) return `< ${(tolerance * 1e-3).toExponential(0)}`;
  return found.toExponential(1);
}

const escapeCell = (text: string): string => text.replaceAll("|", "\\|");
const listOf = (value: number | readonly number[]): readonly number[] => (typeof value === "number" ? [value] : value);

function row(compared: Compared): string {
  const { figure, ours, isWithin } = compared;
  const cells = [
    escapeCell(figure.name),
    escapeCell(figure.source),
    listOf(figure.expected).map(plain).join(", "),
    shown(ours, figure.tolerance),
    difference(compared),
    figure.tolerance === 0 ? "exact" : figure.tolerance.toString(),
    isWithin ? "✓" : "✗",
  ];
  return `| ${cells.join(" | ")} |`;
}

/** How many of the figures are met: the last line of the page. */
export const verdict = (compared: readonly Compared[]): string =>
  `${compared.filter(({ isWithin }) => isWithin).length} of ${compared.length} figures within tolerance`;

/** The proof sheet, in Markdown: one table per analysis, the verdict as its last line. */
export function proofPage(sections: ReadonlyMap<string, readonly Compared[]>, missing: readonly string[]): string {
  const tables = [...sections].flatMap(([analysis, compared]) => [
    `## ${analysis}`,
    [
      "| figure | source | expected | ours | largest difference | tolerance | |",
      "|---|---|---:|---:|---:|---:|---|",
      ...compared.map(row),
    ].join("\n"),
  ]);
  const left = missing.length === 0 ? [] : [`Left out, because their data is not here: ${missing.join("; ")}.`];
  return [
    "# Proof sheet",
    "Published and reference figures beside what Marklab computes. `npm run proof` computes the page anew; the tests run every line of it.",
    "已公开的数值与参考数值，同 Marklab 的计算结果逐一对照。运行 `npm run proof` 可重新计算本页；每一行都在测试中运行。",
    ...tables,
    ...left,
    verdict([...sections.values()].flat()),
  ].join("\n\n");
}
