/** Names as a table can hold them: without spaces around them, none empty, none twice (the engine does not tell case apart). */
export function uniqueNames(written: readonly string[]): string[] {
  const taken = new Set<string>();
  const all = new Set(written.map((name) => name.trim().toLowerCase()));
  return written.map((name, index) => {
    const base = name.replaceAll("\0", "").trim() || `column_${index + 1}`;
    let unique = base;
    for (let count = 2; taken.has(unique.toLowerCase()) || (unique !== base && all.has(unique.toLowerCase())); count++)
      unique = `${base}_${count}`;
    taken.add(unique.toLowerCase());
    return unique;
  });
}
