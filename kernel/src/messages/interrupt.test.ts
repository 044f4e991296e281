import { afterAll, beforeAll, describe, expect, it } from "vitest";
import buildWhenStale from "../testing/build-when-stale.js";
import { TestClient, contents, resultText, streamText } from "../testing/client.js";

let client: TestClient;
beforeAll(async () => {
  buildWhenStale();
  client = await TestClient.start();
  await client.execute("let kept = 42; const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))");
}, 60_000);
afterAll(() => client.close());

const stopWithinMs = 500;

/** The time from the request to stop until the message that shows that the code stopped. */
async function timeToStop(code: string, isAfterCell = false): Promise<{ ms: number; error: Record<string, unknown> | undefined }> {
  const id = client.sendExecute(code);
  const isMine = (message: { parent: object }) => (message.parent as { msg_id?: string }).msg_id === id;
  await client.next((message) => isMine(message) && String(message.content["text"]).includes("started"));
  if (isAfterCell) await client.next((message) => isMine(message) && message.header.msg_type === "execute_reply");
  const start = performance.now();
  client.send("interrupt_request", {}, "control");
  const error = await client.next((message) => isMine(message) && message.header.msg_type === "error");
  return { ms: error.at - start, error: error.content };
}

/** T6. A busy machine may be slow once: the best of three tries counts, and all three must stop with the state kept. */
describe("T6: Stop within half a second, with the state kept", () => {
  const started = "console.log('started');";
  it.each([
    ["a wait", `${started} await sleep(60_000)`, false],
    ["a loop after an await", `${started} await 1; while(true){}`, false],
    ["a loop in a timer", `setTimeout(()=>{ ${started} while(true){} },10);`, true],
    ["a plain loop", `${started} while(true){}`, false],
    ["a regular expression that never ends", `${started} /(a+)+$/.test('a'.repeat(40)+'b')`, false],
    ["a loop in a function", `function spin(){ for(;;){} } ${started} spin()`, false],
  ])("%s", async (_, code, isAfterCell) => {
    const times: number[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const { ms, error } = await timeToStop(code, isAfterCell);
      times.push(ms);
      expect(error).toMatchObject({ ename: "KeyboardInterrupt" });
      expect(resultText(await client.execute("kept"))).toBe("42");
    }
    expect(Math.min(...times)).toBeLessThanOrEqual(stopWithinMs);
  });

  it("a guarded loop runs its `finally`", async () => {
    await timeToStop("let cleaned = false; console.log('started'); await 1; try { while(true){} } finally { cleaned = true }");
    expect(resultText(await client.execute("cleaned"))).toBe("true");
  });

  it("what a plain loop reached is kept", async () => {
    await client.execute("let reached = 0");
    await timeToStop("console.log('started'); for (;;) reached += 1");
    expect(Number(resultText(await client.execute("reached")))).toBeGreaterThan(0);
  });

  it("a loop that swallows errors ends at the second request", async () => {
    await client.execute("let kept2 = 1");
    const id = client.sendExecute("console.log('started'); await 1; while(true){ try { while(true){} } catch {} }");
    const isMine = (message: { parent: object }) => (message.parent as { msg_id?: string }).msg_id === id;
    await client.next((message) => isMine(message) && message.header.msg_type === "stream");
    client.send("interrupt_request", {}, "control");
    await client.next((message) => isMine(message) && String(message.content["text"]).includes("Press Stop again"));
    client.send("interrupt_request", {}, "control");
    const reply = await client.next((message) => isMine(message) && message.header.msg_type === "execute_reply");
    expect(reply.content).toMatchObject({ status: "error", ename: "SessionEnded" });
    expect(resultText(await client.execute("typeof kept2"))).toBe("'undefined'");
    await client.execute("let kept = 42; const sleep = (ms: number) => new Promise(resolve => setTimeout(resolve, ms))");
  });

  it("calls off the cells that wait", async () => {
    const first = client.sendExecute("console.log('started'); await sleep(60_000)");
    const second = client.sendExecute("console.log('second')");
    await client.next((message) => (message.parent as { msg_id?: string }).msg_id === first && message.header.msg_type === "stream");
    client.send("interrupt_request", {}, "control");
    const { reply, outputs } = await client.exchange(second);
    expect(reply).toMatchObject({ status: "error" });
    expect(outputs.map(({ header }) => header.msg_type)).not.toContain("stream");
  });

  it("asking while nothing runs changes nothing", async () => {
    await client.request("interrupt_request", {}, "control");
    const next = await client.execute("await 1; let n = 0; for (const x of [1, 2]) n += x; console.log(n)");
    expect(next.reply).toMatchObject({ status: "ok" });
    expect(streamText(next, "stdout")).toBe("3\n");
    expect(contents(next, "error")).toEqual([]);
  });
});
