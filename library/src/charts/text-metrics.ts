/** How wide a text is drawn, judged from its signs alone, so that charts are laid out without a browser. */

const wideSign = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2018-\u201d\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

/** Widths in em of a wide Latin sans-serif, so that a narrower one leaves room and never lacks it. */
const groups: readonly [signs: string, width: number][] = [
  ["\u202f\u2009", 0.2],
  ["ijlI.,:;'|!·", 0.28],
  [" \u00a0frt()[]-/\\\"`", 0.36],
  ["cksvxyzJ", 0.54],
  ["abdeghnopquFL0123456789–≤≥<>=+−~^*$?_", 0.62],
  ["ABCDEGHKNOPQRSTUVXYZ&", 0.72],
  ["mwMW%@…—", 0.92],
];
const widths = new Map(groups.flatMap(([signs, width]) => [...signs].map((sign) => [sign, width] as const)));
const combining = /\p{M}|[\u200b-\u200f\ufe0f]/u;

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
const neverLast = /[\uff08\u300c\u300e\u201c\u2018\u300a\u3008\u3010([{–]$/;

/** Pieces a line may be broken between: words with the space after them, and single Chinese signs. */
function pieces(text: string): string[] {
  const signs = text.match(/(?:\d+[年月日])+|[^\s\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]*[ \n]+|[\u00a0\u202f\u2009!-\u2e7f\ua4d0-\uabff\ud7a4-\uf8ff\ufb00-\ufe2f\ufe50-\ufeff]+|./gsu) ?? [];
  return signs.reduce<string[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last !== undefined && (neverFirst.test(piece) || neverLast.test(last)) && !last.endsWith(" ")) joined[joined.length - 1] = last + piece;
    else joined.push(piece);
    return joined;
  }, []);
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
