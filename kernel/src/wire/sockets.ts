import { Reply, Router } from "zeromq";
import { endpoint, type Connection } from "./connection.js";
import { Codec, type Content, type Message } from "./message.js";
import { Publisher } from "./publisher.js";

export type Channel = "shell" | "control" | "stdin";

/** The five sockets of a kernel. */
export class Sockets {
  readonly codec: Codec;
  readonly #routers = { shell: new Router(), control: new Router(), stdin: new Router() };
  readonly #iopub = new Publisher();
  readonly #heartbeat = new Reply();
  #sending: Promise<void> = Promise.resolve();

  constructor(readonly connection: Connection) {
    this.codec = new Codec(connection.key);
    for (const router of Object.values(this.#routers)) router.sendHighWaterMark = 0;
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.linger = 1000;
  }

  /** Listens on the addresses of the connection file and hands over what arrives. */
  async open(receive: (channel: Channel, message: Message) => void): Promise<void> {
    const { shellPort, controlPort, stdinPort, iopubPort, heartbeatPort } = this.connection;
    await Promise.all([
      this.#iopub.bind(endpoint(this.connection, iopubPort)),
      this.#routers.shell.bind(endpoint(this.connection, shellPort)),
      this.#routers.control.bind(endpoint(this.connection, controlPort)),
      this.#routers.stdin.bind(endpoint(this.connection, stdinPort)),
      this.#heartbeat.bind(endpoint(this.connection, heartbeatPort)),
    ]);
    for (const channel of ["shell", "control", "stdin"] as const) void this.#listen(channel, receive).catch(() => undefined);
    void this.#echo().catch(() => undefined);
    void this.#welcome().catch(() => undefined);
  }

  /** Sends on a channel, to whom the message's identities name. */
  send(channel: Channel, message: Message): void {
    void this.#enqueue(() => this.#routers[channel].send(this.codec.encode(message)));
  }

  /** Tells all who listen. */
  publish(type: string, content: Content, parent?: Message): void {
    const message = { ...this.codec.create(type, content, parent), identities: [Buffer.from(`kernel.${this.codec.session}.${type}`)] };
    const frames = this.codec.encode(message);
    void this.#enqueue(() => this.#iopub.send(frames));
  }

  /** Waits until everything has been handed to the sockets, then closes them. */
  async close(): Promise<void> {
    await this.#sending;
    for (const socket of [...Object.values(this.#routers), this.#iopub, this.#heartbeat]) socket.close();
  }

  /** zeromq.js takes one message at a time per socket; one line for all keeps the order between output and reply. */
  #enqueue(send: () => Promise<void>): Promise<void> {
    this.#sending = this.#sending.then(send).catch(() => undefined);
    return this.#sending;
  }

  async #listen(channel: Channel, receive: (channel: Channel, message: Message) => void): Promise<void> {
    for await (const frames of this.#routers[channel]) {
      const message = this.codec.decode(frames);
      if (message) receive(channel, message);
    }
  }

  async #echo(): Promise<void> {
    for await (const frames of this.#heartbeat) await this.#heartbeat.send(frames);
  }

  /** A new subscriber is greeted first, so that it knows that from now on it misses nothing. */
  async #welcome(): Promise<void> {
    while (!this.#iopub.closed) {
      const topic = await this.#iopub.nextSubscription();
      const message = { ...this.codec.create("iopub_welcome", { subscription: topic.toString() }), identities: [topic] };
      const frames = this.codec.encode(message);
      await this.#enqueue(() => {
        this.#iopub.acceptSubscription(topic);
        return this.#iopub.send(frames);
      });
    }
  }
}
