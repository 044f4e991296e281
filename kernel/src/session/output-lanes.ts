import { StringDecoder } from "node:string_decoder";
import type { StreamName } from "./protocol.js";

type Lane = StreamName | "messages";

interface Piece<Message> {
  readonly epoch: number;
  readonly run: number;
  readonly item: { readonly text: string; readonly name: StreamName } | { readonly message: Message };
}

/** What comes out of the lanes, in the order in which the child made it. */
export interface Receiver<Message> {
  text(run: number, name: StreamName, text: string): void;
  message(message: Message): void;
}

/**
 * Puts the three ways out of the child (its two streams, its messages) back into one order.
 *
 * The child counts epochs: it starts a new one, and marks it on both streams, when it changes from one way to another.
 * What reached us of an epoch waits until both streams have reached that epoch.
 */
export class OutputLanes<Message> {
  readonly #epochs: Record<StreamName, number> = { stdout: 0, stderr: 0 };
  readonly #runs: Record<StreamName, number> = { stdout: 0, stderr: 0 };
  readonly #rest: Record<StreamName, string> = { stdout: "", stderr: "" };
  readonly #decoders: Record<StreamName, StringDecoder> = { stdout: new StringDecoder("utf8"), stderr: new StringDecoder("utf8") };
  readonly #waiting: Record<Lane, Piece<Message>[]> = { stdout: [], stderr: [], messages: [] };

  constructor(
    readonly secret: string,
    readonly receiver: Receiver<Message>,
  ) {}

  /** Bytes of a stream, cut anywhere. */
  receive(name: StreamName, bytes: Buffer): void {
    const parts = (this.#rest[name] + this.#decoders[name].write(bytes)).split(this.secret);
    this.#rest[name] = "";
    parts.forEach((part, index) => {
      const text = index === 0 ? part : this.#takeMark(name, part, index === parts.length - 1);
      this.#keep(name, text, index === parts.length - 1);
    });
    this.#release();
  }

  /** A message that the child sent in an epoch. */
  receiveMessage(epoch: number, message: Message): void {
    this.#waiting.messages.push({ epoch, run: 0, item: { message } });
    this.#release();
  }

  /** The child is gone: everything that waits comes out. */
  end(): void {
    for (const name of ["stdout", "stderr"] as const) {
      this.#push(name, this.#rest[name]);
      this.#rest[name] = "";
      this.#epochs[name] = Number.POSITIVE_INFINITY;
    }
    this.#release();
  }

  #takeMark(name: StreamName, part: string, isLast: boolean): string {
    const end = part.indexOf("\n");
    if (end < 0) {
      if (isLast) this.#rest[name] = this.secret + part;
      return "";
    }
    const [epoch, run] = part.slice(0, end).split(":").map(Number);
    this.#epochs[name] = epoch ?? 0;
    this.#runs[name] = run ?? 0;
    return part.slice(end + 1);
  }

  /** The last piece may end in the beginning of a mark; that part waits for what follows. */
  #keep(name: StreamName, text: string, isLast: boolean): void {
    const start = isLast ? text.lastIndexOf(this.secret.charAt(0)) : -1;
    const isCut = start >= 0 && this.secret.startsWith(text.slice(start));
    this.#push(name, isCut ? text.slice(0, start) : text);
    if (isCut) this.#rest[name] = text.slice(start);
  }

  #push(name: StreamName, text: string): void {
    if (text) this.#waiting[name].push({ epoch: this.#epochs[name], run: this.#runs[name], item: { name, text } });
  }

  #release(): void {
    const reached = Math.min(this.#epochs.stdout, this.#epochs.stderr);
    for (let next = this.#earliest(); next && next.epoch <= reached; next = this.#earliest()) this.#emit(next);
  }

  #earliest(): Piece<Message> | undefined {
    const heads = [this.#waiting.stdout[0], this.#waiting.stderr[0], this.#waiting.messages[0]];
    return heads.reduce((a, b) => (!a || (b && b.epoch < a.epoch) ? b : a));
  }

  #emit(piece: Piece<Message>): void {
    const { item } = piece;
    if ("message" in item) {
      this.#waiting.messages.shift();
      this.receiver.message(item.message);
    } else {
      this.#waiting[item.name].shift();
      this.receiver.text(piece.run, item.name, item.text);
    }
  }
}
