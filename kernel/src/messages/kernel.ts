import { LanguageClient } from "../language/client.js";
import type { CellOutput } from "../session/protocol.js";
import { Session } from "../session/session.js";
import type { Content, Message } from "../wire/message.js";
import type { Channel, Sockets } from "../wire/sockets.js";
import { History } from "./history.js";

/** What a handler may use. */
export interface Kernel {
  readonly sockets: Sockets;
  readonly language: LanguageClient;
  readonly session: Session<Message>;
  readonly history: History;
  /** Cells wait for one another; whoever asks while one runs is answered at once. */
  readonly cells: CellQueue;
  executionCount: number;
  publishOutput(parent: Message, output: CellOutput): void;
  reply(channel: Channel, request: Message, type: string, content: Content): void;
  shutdown(): Promise<void>;
}

/** The line of cells that wait to run. */
export class CellQueue {
  #last: Promise<void> = Promise.resolve();
  #waiting = 0;
  #generation = 0;

  /** Runs an action after all that were added before; it learns whether an error in between called the line off. */
  add(action: (isAborted: boolean) => Promise<void>): Promise<void> {
    const generation = this.#generation;
    this.#waiting += 1;
    this.#last = this.#last.then(() => action(generation !== this.#generation)).finally(() => (this.#waiting -= 1));
    return this.#last;
  }

  /** Calls off everything that waits. */
  abort(): void {
    this.#generation += 1;
  }

  get isEmpty(): boolean {
    return this.#waiting === 0;
  }
}

/** Brings a kernel to life on open sockets. */
export function makeKernel(sockets: Sockets, cwd: string, onShutdown: () => void): Kernel {
  const language = new LanguageClient(cwd);
  const session = new Session<Message>({
    cwd,
    env: process.env,
    transformer: language,
    onOutput: (parent, output) => {
      if (parent) kernel.publishOutput(parent, output);
    },
    onRestart: () => void language.ask({ type: "forget" }),
  });
  const kernel: Kernel = {
    sockets,
    language,
    session,
    history: new History(),
    cells: new CellQueue(),
    executionCount: 0,
    publishOutput: (parent, output) => publishOutput(kernel, parent, output),
    reply: (channel, request, type, content) => sockets.send(channel, sockets.codec.create(type, content, request)),
    shutdown: async () => {
      session.close();
      await sockets.close();
      onShutdown();
    },
  };
  return kernel;
}

function publishOutput({ sockets, executionCount }: Kernel, parent: Message, output: CellOutput): void {
  const { type, ...content } = output;
  if (type === "execute_result") sockets.publish(type, { ...content, execution_count: executionCount }, parent);
  else if (output.type === "display_data" || output.type === "update_display_data") {
    const transient = output.displayId === undefined ? {} : { display_id: output.displayId };
    sockets.publish(type, { data: output.data, metadata: output.metadata, transient }, parent);
  } else sockets.publish(type, content, parent);
}
