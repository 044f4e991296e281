/** How wide a text is drawn, judged from its signs alone, so that charts are laid out without a browser. */

const wideSign =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Widths in em of a wide Latin sans-serif, so that a narrower one leaves room and never lacks it. */
const groups: readonly [signs: string, width: number][] = [
  ["\u202f\u2009", 0.2],
  ["ijlI.,:;'|!·", 0.28],
  [' \u00a0frt()[]-/\\"`', 0.36],
  ["cksvxyzJ", 0.54],
  ["abdeghnopquFL0123456789–≤≥<>=+−~^*$?_", 0.62],
  ["ABCDEGHKNOPQRSTUVXYZ&", 0.72],
  ["mwMW%@…—", 0.92],
];
const widths = new Map(groups.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)));
const combining = /\p{M}|\p{Cf}/u;

function signWidth(sign: string): number {
  const known = widths.get(sign);
  if (known !== undefined) return known;
  if (combining.test(sign)) return 0;
  return wideSign.test(sign) ? 1 : 0.66;
}

export interface TextStyle {
  readonly size: number;
  readonly isBold?: boolean;
}

/** Width in pixels: a Chinese sign is one em wide, Latin signs have their own widths. */
export function textWidth(text: string, { size, isBold = false }: TextStyle): number {
  let em = 0;
  for (const sign of text) em += signWidth(sign);
  return em * size * (isBold ? 1.05 : 1);
}

/** The text, or as much of it as fits with an ellipsis; nothing where not even two signs would. */
export function shorten(text: string, width: number, style: TextStyle): string {
  if (textWidth(text, style) <= width) return text;
  const signs = [...text];
  while (signs.length > 0 && textWidth(`${signs.join("")}…`, style) > width) signs.pop();
  return signs.length < 2 ? "" : `${signs.join("").trimEnd()}…`;
}

/** Signs that may not begin a line, and signs that may not end one, in either language. */
const neverFirst = /^[\uff0c\u3002\u3001\uff1b\uff1a\uff1f\uff01\uff09\u300d\u300f\u201d\u2019\u300b\u3009\u3011\u2026%,.;:?!)\]}·–]/;
const neverLast = /[\uff08\u300c\u300e\u201c\u2018\u300a\u3008\u3010([{]$/;

const words = new Intl.Segmenter("zh-CN", { granularity: "word" });
const wide = /[\u2e80-\ua4cf\uf900-\ufaff\uff00-\uff60\u201d]/;
/** Dates such as 2010年12月1日 are read as one. */
const chineseDate = /^\d+$|^[年月日]$/;

/** Whether a line may be broken between two neighbours: after a space, and between Chinese words where punctuation allows. */
function mayBreak(before: string, after: string): boolean {
  if (neverFirst.test(after) || neverLast.test(before) || /^ +$/.test(after)) return false;
  if (/ $/.test(before)) return true;
  const isChinese = wide.test(before.slice(-1)) || wide.test(after[0] ?? "") || /\p{Script=Han}–$/u.test(before);
  return isChinese && !(chineseDate.test(before.slice(-1)) && chineseDate.test(after));
}

/** Pieces a line may be broken between: Latin words with the space after them, and Chinese words. */
function pieces(text: string): string[] {
  const joined: string[] = [];
  for (const { segment } of words.segment(text)) {
    const last = joined.at(-1);
    if (last !== undefined && !mayBreak(last, segment)) joined[joined.length - 1] = last + segment;
    else joined.push(segment);
  }
  return joined;
}

/** Lines no wider than `width`, broken between words, or between Chinese signs where punctuation allows. */
export function wrapText(text: string, width: number, style: TextStyle): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces(text)) {
    if (line !== "" && textWidth((line + piece).trimEnd(), style) > width) {
      lines.push(line.trimEnd());
      line = "";
    }
    line += line === "" ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()].filter((each) => each !== "").map((each) => shorten(each, width, style));
}

/** As `wrapText`, with lines of about the same length, so that no single word is left over for the last one. */
export function balancedLines(text: string, width: number, style: TextStyle): string[] {
  const lines = wrapText(text, width, style);
  let [low, high] = [width / 2, width];
  while (high - low > 4 && lines.length > 1) {
    const middle = (low + high) / 2;
    if (wrapText(text, middle, style).length > lines.length) low = middle;
    else high = middle;
  }
  return wrapText(text, high, style);
}
