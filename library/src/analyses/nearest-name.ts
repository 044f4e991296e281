/** How many letters must be inserted, removed or replaced to turn one text into the other. */
export function editDistance(one: string, other: string): number {
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row += 1) {
    const current = [row];
    for (let place = 1; place <= other.length; place += 1) {
      const replaced = (previous[place - 1] ?? 0) + (one[row - 1] === other[place - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[place] ?? 0) + 1, (current[place - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[other.length] ?? 0;
}

/** The name that is written most like the given one, whatever the case; the first of equals. */
export function nearestName<Name extends string>(given: string, names: readonly Name[]): Name | undefined {
  const distance = (name: string) => editDistance(given.toLowerCase(), name.toLowerCase());
  return names.toSorted((one, other) => distance(one) - distance(other))[0];
}
