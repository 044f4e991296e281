/**
 * Names as a table can hold them: none empty, none twice (the engine does not tell case apart).
 * A second “price” becomes “price_2”; a column without a name is called by its place, “column_3”.
 */
export function uniqueNames(written: readonly string[]): string[] {
  const taken = new Set<string>();
  const all = new Set(written.map((name) => name.toLowerCase()));
  return written.map((name, index) => {
    const base = name.replaceAll("\0", "") || `column_${index + 1}`;
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()) || (unique !== name && all.has(unique.toLowerCase())); count++) {
      unique = `${base}_${count}`;
    }
    taken.add(unique.toLowerCase());
    return unique;
  });
}
