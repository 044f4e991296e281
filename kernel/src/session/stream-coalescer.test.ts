import { describe, expect, it } from "vitest";
import type { CellOutput } from "./protocol.js";
import { StreamCoalescer, textLimit } from "./stream-coalescer.js";

function collect() {
  const sent: [number, CellOutput][] = [];
  return {
    sent,
    streams: new StreamCoalescer(
      (run, output) => sent.push([run, output]),
      (lines) => `hidden ${lines}`,
    ),
  };
}

const stdout = (text: string): CellOutput => ({ type: "stream", name: "stdout", text });

describe("StreamCoalescer", () => {
  it("joins what one run writes to one stream, and keeps apart what differs", () => {
    const { sent, streams } = collect();
    streams.add(1, "stdout", "a");
    streams.add(1, "stdout", "b");
    streams.add(1, "stderr", "c");
    streams.add(2, "stderr", "d");
    streams.flush();
    expect(sent).toEqual([
      [1, stdout("ab")],
      [1, { type: "stream", name: "stderr", text: "c" }],
      [2, { type: "stream", name: "stderr", text: "d" }],
    ]);
  });

  it("sends large texts without waiting", () => {
    const { sent, streams } = collect();
    streams.add(1, "stdout", "x".repeat(70_000));
    expect(sent).toHaveLength(1);
    streams.flush();
  });

  it("stops at the limit at the end of a line and counts the rest", () => {
    const { sent, streams } = collect();
    const line = `${"x".repeat(99)}\n`;
    for (let written = 0; written < textLimit; written += line.length) streams.add(1, "stdout", line);
    streams.add(1, "stdout", `${line}${line}`);
    streams.add(1, "stdout", line);
    streams.finish(1);
    const text = sent.map(([, output]) => (output.type === "stream" && output.name === "stdout" ? output.text : "")).join("");
    expect(text).toHaveLength(textLimit);
    expect(sent.at(-1)).toEqual([1, { type: "stream", name: "stderr", text: "hidden 3" }]);
    streams.add(2, "stdout", "another cell");
    streams.finish(2);
    expect(sent.at(-1)).toEqual([2, stdout("another cell")]);
  });
});
