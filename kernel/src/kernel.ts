/** The kernel's front process: speaks Jupyter's protocol, and leaves the user's code to a process of its own. */
import { dispatch } from "./messages/dispatch.js";
import { makeKernel } from "./messages/kernel.js";
import { readConnection } from "./wire/connection.js";
import { Sockets } from "./wire/sockets.js";
import { watchParent } from "./watch-parent.js";

/** Who started us; read first, since a client may be gone before we are ready. */
const parent = process.ppid;

async function main(connectionFile: string): Promise<void> {
  const sockets = new Sockets(readConnection(connectionFile));
  const opened = sockets.open((channel, message) => dispatch(kernel, channel, message));
  const kernel = makeKernel(sockets, process.cwd(), () => process.exit(0));
  await opened;
  sockets.publish("status", { execution_state: "starting" });
  watchParent(parent, () => void kernel.shutdown());
  process.on("SIGTERM", () => void kernel.shutdown());
  process.on("SIGINT", () => kernel.session.interrupt());
}

main(process.argv[2] ?? "").catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
