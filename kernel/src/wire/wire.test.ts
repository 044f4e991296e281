import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { toCodePoints, toUnits } from "./code-points.js";
import { endpoint, readConnection } from "./connection.js";
import { Codec } from "./message.js";

describe("Codec", () => {
  const codec = new Codec("key");

  it("reads what it wrote, with identities and buffers", () => {
    const message = { ...codec.create("x", { text: "渠道 😀" }), identities: [Buffer.from("id")], buffers: [Buffer.from([1, 2])] };
    expect(codec.decode(codec.encode(message))).toEqual(message);
  });

  it("answers with the parent's identities and user", () => {
    const parent = { ...codec.create("x_request", {}), identities: [Buffer.from("id")] };
    expect(codec.create("x_reply", {}, parent)).toMatchObject({ parent: parent.header, identities: parent.identities });
  });

  it("refuses another key's signature, a changed part, a cut message and what is no JSON", () => {
    const frames = codec.encode(codec.create("x", { a: 1 }));
    expect(new Codec("other").decode(frames)).toBeUndefined();
    expect(codec.decode([...frames.slice(0, -1), Buffer.from('{"a":2}')])).toBeUndefined();
    expect(codec.decode(frames.slice(0, 4))).toBeUndefined();
    expect(codec.decode([])).toBeUndefined();
    const unsigned = new Codec("");
    const [delimiter, signature] = unsigned.encode(unsigned.create("x", {}));
    const parts = ["{", "{}", "{}", "{}"].map((part) => Buffer.from(part));
    expect(unsigned.decode([delimiter ?? Buffer.of(), signature ?? Buffer.of(), ...parts])).toBeUndefined();
  });
});

describe("code points", () => {
  it("are as many as the characters of a text, back and forth", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(30), (text, position) => {
        const points = Array.from(text);
        const units = toUnits(text, position);
        expect(text.slice(0, units)).toBe(points.slice(0, position).join(""));
        expect(toCodePoints(text, units)).toBe(Math.min(position, points.length));
      }),
    );
  });
});

describe("readConnection()", () => {
  const folder = mkdtempSync(join(tmpdir(), "marklab-connection-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const fields = {
    transport: "tcp",
    ip: "127.0.0.1",
    key: "k",
    signature_scheme: "hmac-sha256",
    shell_port: 1,
    control_port: 2,
    stdin_port: 3,
    iopub_port: 4,
    hb_port: 5,
  };

  function write(content: unknown): string {
    const path = join(folder, "connection.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
    return path;
  }

  it("listens on the address of the file and nowhere else", () => {
    const connection = readConnection(write(fields));
    expect(endpoint(connection, connection.shellPort)).toBe("tcp://127.0.0.1:1");
    expect(endpoint({ ...connection, transport: "ipc", ip: "/tmp/s" }, 2)).toBe("ipc:///tmp/s-2");
  });

  it.each([
    ["a missing port", { ...fields, shell_port: undefined }, "lacks shell_port"],
    ["an unknown signature", { ...fields, signature_scheme: "none" }, "lacks signature_scheme hmac-sha256"],
    ["no key", { ...fields, key: undefined }, "lacks key"],
    ["no JSON", "{", "cannot be read"],
  ])("refuses %s", (_, content, reason) => {
    expect(() => readConnection(write(content))).toThrow(reason);
  });
});
