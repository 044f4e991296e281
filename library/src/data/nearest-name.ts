/** Edits that turn one word into another: letters inserted, removed, replaced, or two neighbours swapped (Damerau–Levenshtein). */
export function editDistance(from: string, to: string): number {
  const one = [...from];
  const other = [...to];
  const rows = [Array.from({ length: other.length + 1 }, (_, index) => index)];
  const at = (row: number, place: number) => rows[row]?.[place] ?? 0;
  for (let row = 1; row <= one.length; row++) {
    rows.push([row]);
    for (let place = 1; place <= other.length; place++) {
      const replaced = at(row - 1, place - 1) + (one[row - 1] === other[place - 1] ? 0 : 1);
      const isSwap = row > 1 && place > 1 && one[row - 1] === other[place - 2] && one[row - 2] === other[place - 1];
      const swapped = isSwap ? at(row - 2, place - 2) + 1 : Infinity;
      rows[row]?.push(Math.min(replaced, swapped, at(row - 1, place) + 1, at(row, place - 1) + 1));
    }
  }
  return at(one.length, other.length);
}

/** A name without case, spaces, marks and width, so that "Customer ID", "customer_id" and "CustomerID" are one. */
export const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-.·/\\]+/g, "");

/** The name that a mistyped one most likely means; nothing when none is near. */
export function nearestName(name: string, known: readonly string[]): string | undefined {
  const wanted = plainName(name);
  const ranked = known
    .map((other) => {
      const plain = plainName(other);
      const isPart = wanted.length > 2 && (plain.includes(wanted) || (plain.length > 2 && wanted.includes(plain)));
      return { other, distance: Math.min(editDistance(wanted, plain), isPart ? 1.5 : Infinity) };
    })
    .sort((one, two) => one.distance - two.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(2, wanted.length / 2) ? best.other : undefined;
}
