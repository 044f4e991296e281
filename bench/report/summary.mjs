import { median, threeFigures } from "./statistics.mjs";
import { best, budgetText, ratio, verdict } from "./verdict.mjs";

const line = (cells) => `| ${cells.join(" | ")} |`;

/** One line per row that has a budget: ours, the best peer, their ratio, the verdict. */
function summaryLines({ ledger, rows, contenders }) {
  return rows
    .filter(({ budget }) => budget)
    .map((row) => {
      const own = ledger.of(row.id, contenders.ours).values;
      const rival = best(ledger, row, contenders.peers);
      const compared = ratio(ledger, row, contenders);
      return line([
        row.title,
        own.length > 0 ? `${threeFigures(median(own))} ${row.unit}` : "no answer",
        rival ? `${rival.name} ${threeFigures(rival.value)} ${row.unit}` : "–",
        compared ? threeFigures(compared.value) : "–",
        budgetText(row),
        verdict(ledger, row, contenders),
      ]);
    });
}

/**
 * The budgets of all tables in one.
 *
 * @param {string} head date and machine
 * @param {{ ledger: import("./ledger.mjs").Ledger, rows: import("./verdict.mjs").Row[], contenders: { ours: string, peers: string[] } }[]} parts
 */
export function summary(head, parts) {
  const titles = ["row", "ours", "best peer", "ratio", "budget", "met?"];
  return [head, "", line(titles), line(titles.map(() => "---")), ...parts.flatMap(summaryLines)].join("\n");
}

const [opening, closing] = ["<!-- summary -->", "<!-- /summary -->"];

/** A page with another summary between its two marks. */
export function withSummary(page, text) {
  const [before, after] = [page.indexOf(opening), page.indexOf(closing)];
  if (before < 0 || after < before) throw new Error(`The page lacks the marks ${opening} and ${closing}.`);
  return `${page.slice(0, before + opening.length)}\n${text}\n${page.slice(after)}`;
}
