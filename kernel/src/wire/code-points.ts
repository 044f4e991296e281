/** The protocol counts Unicode code points; JavaScript counts UTF-16 units. */

/** Code points → UTF-16 units. */
export function toUnits(text: string, codePoints: number): number {
  let units = 0;
  let left = codePoints;
  for (const character of text) {
    if (left <= 0) break;
    units += character.length;
    left -= 1;
  }
  return units;
}

/** UTF-16 units → code points. */
export function toCodePoints(text: string, units: number): number {
  return Array.from(text.slice(0, units)).length;
}
