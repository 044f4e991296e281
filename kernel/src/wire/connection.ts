import { readFileSync } from "node:fs";
import { text } from "../texts.js";

/** The connection file that a client writes before it starts a kernel. */
export interface Connection {
  readonly transport: "tcp" | "ipc";
  readonly ip: string;
  readonly shellPort: number;
  readonly controlPort: number;
  readonly stdinPort: number;
  readonly iopubPort: number;
  readonly heartbeatPort: number;
  /** The secret that signs messages; an empty one means that the client does not sign. */
  readonly key: string;
}

/**
 * Reads a connection file.
 *
 * @throws Error with a sentence for the user when the file cannot be read, lacks something, or asks for a signature we do not know
 */
export function readConnection(path: string): Connection {
  const refuse = (reason: string) => new Error(text("connectionFile", { path, reason }));
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>;
  } catch {
    throw refuse(text("unreadable"));
  }
  const ports = ["shell_port", "control_port", "stdin_port", "iopub_port", "hb_port"];
  const missing = [
    ...ports.filter((name) => typeof fields[name] !== "number"),
    ...["ip", "key"].filter((name) => typeof fields[name] !== "string"),
  ];
  if (fields["key"] && (fields["signature_scheme"] ?? "hmac-sha256") !== "hmac-sha256") missing.push("signature_scheme hmac-sha256");
  if (missing.length > 0) throw refuse(text("incomplete", { fields: missing.join(", ") }));
  const [shellPort, controlPort, stdinPort, iopubPort, heartbeatPort] = ports.map((name) => fields[name] as number) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const transport = fields["transport"] === "ipc" ? "ipc" : "tcp";
  return {
    transport,
    ip: fields["ip"] as string,
    key: fields["key"] as string,
    shellPort,
    controlPort,
    stdinPort,
    iopubPort,
    heartbeatPort,
  };
}

/** Where a socket listens: only ever the address that the connection file names. */
export function endpoint({ transport, ip }: Connection, port: number): string {
  return transport === "ipc" ? `ipc://${ip}-${port}` : `tcp://${ip}:${port}`;
}
