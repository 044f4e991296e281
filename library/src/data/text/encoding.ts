/** How the bytes of a file become text. `name` is for people, `label` for TextDecoder. */
export interface Encoding {
  readonly name: string;
  readonly label: string;
}

const utf8: Encoding = { name: "UTF-8", label: "utf-8" };
const gb18030: Encoding = { name: "GB18030", label: "gb18030" };
const utf16le: Encoding = { name: "UTF-16 LE", label: "utf-16le" };
const utf16be: Encoding = { name: "UTF-16 BE", label: "utf-16be" };
const western: Encoding = { name: "Windows-1252", label: "windows-1252" };

export const isUtf8 = ({ label }: Encoding): boolean => label === "utf-8";

function decodes(bytes: Uint8Array, label: string): boolean {
  try {
    new TextDecoder(label, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Text in two-byte letters has a zero in every other byte where it is Latin. */
function zeroShares(bytes: Uint8Array): { even: number; odd: number } {
  const zeros = [0, 0];
  bytes.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const half = Math.max(1, bytes.length / 2);
  return { even: (zeros[0] ?? 0) / half, odd: (zeros[1] ?? 0) / half };
}

/** Western letters stand alone between plain ones; Chinese ones come as pairs of high bytes. */
function standAlone(bytes: Uint8Array): boolean {
  let alone = 0;
  let runs = 0;
  let length = 0;
  for (const byte of [...bytes, 0]) {
    if (byte >= 0x80) length++;
    else if (length > 0) {
      runs++;
      if (length === 1) alone++;
      length = 0;
    }
  }
  return runs > 0 && alone > runs / 2;
}

/** The encoding of a text by its first bytes; nothing when they are no text in any encoding known here. */
export function detectEncoding(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16le;
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16be;
  const zeros = zeroShares(bytes);
  if (zeros.odd > 0.3 && zeros.even < 0.05) return utf16le;
  if (zeros.even > 0.3 && zeros.odd < 0.05) return utf16be;
  if (isBinary(bytes)) return undefined;
  if (decodes(bytes, "utf-8")) return utf8;
  if (decodes(bytes, "gb18030") && !standAlone(bytes)) return gb18030;
  return western;
}

/** More than a stray control byte in a hundred is no text. */
function isBinary(bytes: Uint8Array): boolean {
  let controls = 0;
  for (const byte of bytes) if (byte < 32 && ![1, 9, 10, 12, 13, 27].includes(byte)) controls++;
  return controls > bytes.length / 100;
}

/** The encoding that a name such as "GBK" stands for; nothing when there is none. */
export function encodingNamed(name: string): Encoding | undefined {
  try {
    const { encoding } = new TextDecoder(name);
    return [utf8, utf16le, utf16be, western].find(({ label }) => label === encoding) ?? { name: name.toUpperCase(), label: encoding };
  } catch {
    return undefined;
  }
}
