import { createHmac, randomUUID } from "node:crypto";

const delimiter = "<IDS|MSG>";
const session = randomUUID();

const sign = (key, parts) => parts.reduce((hash, part) => hash.update(part), createHmac("sha256", key)).digest("hex");

/** The frames of one request and the id that its answers will carry. */
export function encode(key, type, content) {
  const header = { msg_id: randomUUID(), session, username: "bench", date: new Date().toISOString(), msg_type: type, version: "5.5" };
  const parts = [header, {}, {}, content].map((part) => JSON.stringify(part));
  return { id: header.msg_id, frames: [delimiter, sign(key, parts), ...parts] };
}

/**
 * One message from its frames.
 *
 * @param {string} key
 * @param {Buffer[]} frames
 * @returns {{ type: string, parent: string | undefined, content: any }}
 * @throws Error when the signature is not the kernel's
 */
export function decode(key, frames) {
  const start = frames.findIndex((frame) => frame.toString() === delimiter);
  const [signature, ...parts] = frames.slice(start + 1, start + 6);
  if (start < 0 || sign(key, parts) !== signature?.toString()) throw new Error("a message without a valid signature");
  const [header, parent, , content] = parts.map((part) => JSON.parse(part.toString()));
  return { type: header.msg_type, parent: parent.msg_id, content };
}
