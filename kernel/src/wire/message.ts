import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";

/** The version of Jupyter's messaging protocol that we speak. */
export const protocolVersion = "5.5";

export interface Header {
  readonly msg_id: string;
  readonly msg_type: string;
  readonly session: string;
  readonly username: string;
  readonly date: string;
  readonly version: string;
}

export type Content = Readonly<Record<string, unknown>>;

/** A message of the Jupyter protocol. */
export interface Message {
  /** The routing identities that a reply must carry. */
  readonly identities: readonly Buffer[];
  readonly header: Header;
  readonly parent: Header | Record<string, never>;
  readonly metadata: Content;
  readonly content: Content;
  readonly buffers: readonly Buffer[];
}

const delimiter = "<IDS|MSG>";

/** Reads and writes messages of one connection: JSON parts, signed with its key. */
export class Codec {
  readonly session = randomUUID();

  constructor(readonly key: string) {}

  /** A message of ours, in answer to `parent`. */
  create(type: string, content: Content, parent?: Message): Message {
    const header = {
      msg_id: randomUUID(),
      msg_type: type,
      session: this.session,
      username: parent?.header.username ?? "kernel",
      date: new Date().toISOString(),
      version: protocolVersion,
    };
    return { identities: parent?.identities ?? [], header, parent: parent?.header ?? {}, metadata: {}, content, buffers: [] };
  }

  encode(message: Message): Buffer[] {
    const parts = [message.header, message.parent, message.metadata, message.content].map((part) => Buffer.from(JSON.stringify(part)));
    return [...message.identities, Buffer.from(delimiter), Buffer.from(this.#sign(parts)), ...parts, ...message.buffers];
  }

  /** A message that arrived; `undefined` when it is malformed or its signature is not ours. */
  decode(frames: readonly Buffer[]): Message | undefined {
    const start = frames.findIndex((frame) => frame.toString() === delimiter);
    const signature = frames[start + 1];
    const parts = frames.slice(start + 2, start + 6);
    if (start < 0 || !signature || parts.length < 4 || !this.#isSigned(signature, parts)) return undefined;
    try {
      const [header, parent, metadata, content] = parts.map((part) => JSON.parse(part.toString("utf8")) as unknown);
      if (typeof (header as Header | null)?.msg_type !== "string" || typeof content !== "object" || content === null) return undefined;
      return {
        identities: frames.slice(0, start),
        header: header as Header,
        parent: parent as Header,
        metadata: metadata as Content,
        content: content as Content,
        buffers: frames.slice(start + 6),
      };
    } catch {
      return undefined;
    }
  }

  #sign(parts: readonly Buffer[]): string {
    if (!this.key) return "";
    const hmac = createHmac("sha256", this.key);
    for (const part of parts) hmac.update(part);
    return hmac.digest("hex");
  }

  #isSigned(signature: Buffer, parts: readonly Buffer[]): boolean {
    if (!this.key) return true;
    const expected = Buffer.from(this.#sign(parts));
    return signature.length === expected.length && timingSafeEqual(signature, expected);
  }
}
