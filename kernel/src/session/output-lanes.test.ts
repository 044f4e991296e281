import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { OutputLanes } from "./output-lanes.js";
import { streamMark, type StreamName } from "./protocol.js";

const secret = "\u0001secret:";

function collect() {
  const log: string[] = [];
  const lanes = new OutputLanes<string>(secret, {
    text: (run, name, text) => log.push(`${name === "stdout" ? "out" : "err"}${run}:${text}`),
    message: (message) => log.push(`message:${message}`),
  });
  return { log, lanes };
}

const bytes = (text: string) => Buffer.from(text);

describe("OutputLanes", () => {
  it("holds text back until both streams have reached its epoch", () => {
    const { log, lanes } = collect();
    lanes.receive("stdout", bytes(`${streamMark(secret, 1, 7)}later`));
    expect(log).toEqual([]);
    lanes.receive("stderr", bytes(`before${streamMark(secret, 1, 7)}`));
    expect(log).toEqual(["err0:before", "out7:later"]);
  });

  it("puts a message between the texts around it", () => {
    const { log, lanes } = collect();
    lanes.receiveMessage(2, "shown");
    lanes.receive("stdout", bytes(`${streamMark(secret, 1, 1)}a${streamMark(secret, 2, 1)}${streamMark(secret, 3, 1)}b`));
    lanes.receive("stderr", bytes([1, 2, 3].map((epoch) => streamMark(secret, epoch, 1)).join("")));
    expect(log).toEqual(["out1:a", "message:shown", "out1:b"]);
  });

  it("lets text of programs through that write to the streams themselves", () => {
    const { log, lanes } = collect();
    lanes.receive("stdout", bytes("raw"));
    lanes.receive("stderr", bytes("\u0001 no mark"));
    expect(log).toEqual(["out0:raw", "err0:\u0001 no mark"]);
  });

  it("gives out everything at the end, also the beginning of a mark that never came", () => {
    const { log, lanes } = collect();
    lanes.receive("stdout", bytes(`${streamMark(secret, 5, 1)}text\u0001sec`));
    lanes.receiveMessage(9, "last");
    lanes.end();
    expect(log).toEqual(["out1:text", "out1:\u0001sec", "message:last"]);
  });

  it("keeps order and every character however the bytes are cut", () => {
    const piece = fc.record({ name: fc.constantFrom<StreamName>("stdout", "stderr"), text: fc.string({ unit: "grapheme", minLength: 1 }) });
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), fc.integer({ min: 1, max: 9 }), (pieces, size) => {
        const { log, lanes } = collect();
        const streams = { stdout: "", stderr: "" };
        pieces.forEach(({ name, text }, index) => {
          streams.stdout += streamMark(secret, index + 1, index);
          streams.stderr += streamMark(secret, index + 1, index);
          streams[name] += text;
        });
        for (const name of ["stdout", "stderr"] as const) {
          const all = bytes(streams[name]);
          for (let start = 0; start < all.length; start += size) lanes.receive(name, all.subarray(start, start + size));
        }
        lanes.end();
        expect(log.map((line) => line.replace(/^(out|err)\d+:/, "")).join("")).toBe(pieces.map(({ text }) => text).join(""));
      }),
    );
  });
});
