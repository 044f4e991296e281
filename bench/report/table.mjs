import { median, threeFigures } from "./statistics.mjs";
import { budgetText, ratio, verdict } from "./verdict.mjs";

const line = (cells) => `| ${cells.join(" | ")} |`;
const escape = (text) => text.replaceAll("|", "\\|").replaceAll("\n", " ");

/** Footnotes of one table: each distinct text gets one number. */
class Footnotes {
  /** @type {string[]} */
  texts = [];

  mark(text) {
    if (!this.texts.includes(text)) this.texts.push(text);
    return `[${this.texts.indexOf(text) + 1}]`;
  }
}

/** `12.3 (11.9–14.0)`, with marks for what went wrong; a dash where a row does not apply. */
function cell({ values, failures, flaws, absent }, contender, notes) {
  if (absent !== undefined) return `– ${notes.mark(`${contender}: ${absent}`)}`;
  const figures =
    values.length > 0 ? `${threeFigures(median(values))} (${threeFigures(Math.min(...values))}–${threeFigures(Math.max(...values))})` : "";
  const faults = (kind, texts) => (texts.length === 0 ? [] : [`${contender} ${kind} in ${rounds(texts.length)}: ${texts[0]}`]);
  const marks = [...faults("failed", failures), ...faults("is not counted, flawed", flaws)].map((text) => notes.mark(text));
  return [figures || "no answer", ...marks].join(" ");
}

const rounds = (count) => (count === 1 ? "one round" : `${count} rounds`);

/**
 * A section with a Markdown table, a row per measure and a column per contender.
 *
 * @param {{ title: string, ledger: import("./ledger.mjs").Ledger, rows: import("./verdict.mjs").Row[],
 *   contenders: { ours: string, peers: string[] }, remarks: string[] }} part
 */
export function section({ title, ledger, rows, contenders, remarks }) {
  const { ours, peers } = contenders;
  const notes = new Footnotes();
  const body = rows.map((row) => {
    const compared = ratio(ledger, row, contenders);
    return line([
      `${row.title}, ${row.unit}`,
      ...[ours, ...peers].map((name) => cell(ledger.of(row.id, name), name, notes)),
      compared ? `${threeFigures(compared.value)} (${compared.peer})` : "–",
      budgetText(row),
      verdict(ledger, row, contenders),
    ]);
  });
  const head = ["median (least–most)", ours, ...peers, "ours / best peer", "budget", "budget met?"];
  const marked = notes.texts.map((text, index) => `[${index + 1}] ${escape(text)}  `);
  return [`## ${title}`, "", line(head), line(head.map(() => "---")), ...body, "", ...marked, ...remarks].join("\n");
}
