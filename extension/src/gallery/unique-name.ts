/** Characters that some file system or the browser's addresses refuse in a file name. */
const refused = /[\\/:*?"<>|\p{Cc}]/gu;

/**
 * A file name for a notebook with this title that the folder does not hold yet: "RFM customer segments.ipynb", then "RFM customer segments 2.ipynb".
 * Upper and lower case count as equal, since they do on Windows and macOS.
 */
export function uniqueName(title: string, taken: readonly string[]): string {
  const used = new Set(taken.map((name) => name.normalize("NFC").toLowerCase()));
  const stem =
    title
      .replace(refused, " ")
      .replace(/\s+/g, " ")
      .replace(/^[.\s]+/, "")
      .trim() || "Notebook";
  const nameOf = (number: number) => `${stem}${number === 1 ? "" : ` ${number}`}.ipynb`;
  let number = 1;
  while (used.has(nameOf(number).normalize("NFC").toLowerCase())) number++;
  return nameOf(number);
}
