/** Fields of the first rows of a CSV text: quotes, doubled quotes and line ends within quotes as RFC 4180 has them; blank lines are left out. */
export function csvRows(text: string, delimiter: string, most: number): string[][] {
  const rows: string[][] = [];
  let position = 0;
  while (position < text.length && rows.length < most) {
    const { fields, end } = csvRow(text, position, delimiter);
    if (fields.length > 1 || fields[0] !== "") rows.push(fields);
    position = end;
  }
  return rows;
}

function csvRow(text: string, start: number, delimiter: string): { fields: string[]; end: number } {
  const fields: string[] = [];
  let position = start;
  for (;;) {
    const field = text[position] === '"' ? quotedField(text, position + 1) : { value: "", end: position };
    let end = field.end;
    while (end < text.length && text[end] !== delimiter && text[end] !== "\n" && text[end] !== "\r") end++;
    fields.push(field.value + text.slice(field.end, end));
    if (text[end] !== delimiter) return { fields, end: text.startsWith("\r\n", end) ? end + 2 : end + 1 };
    position = end + 1;
  }
}

function quotedField(text: string, start: number): { value: string; end: number } {
  let value = "";
  let position = start;
  for (;;) {
    const quote = text.indexOf('"', position);
    if (quote < 0) return { value: value + text.slice(position), end: text.length };
    value += text.slice(position, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    position = quote + 2;
  }
}
