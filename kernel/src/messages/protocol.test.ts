import { afterAll, beforeAll, describe, expect, it } from "vitest";
import buildWhenStale from "../testing/build-when-stale.js";
import { TestClient, contents, resultText, streamText } from "../testing/client.js";

let client: TestClient;
beforeAll(async () => {
  buildWhenStale();
  client = await TestClient.start();
}, 60_000);
afterAll(() => client.close());

describe("kernel_info", () => {
  it("says everything, and what a notebook notes about its language", async () => {
    const { reply } = await client.request("kernel_info_request", {});
    expect(reply).toMatchObject({
      status: "ok",
      protocol_version: "5.5",
      implementation: "marklab",
      supported_features: [],
      debugger: false,
      language_info: {
        name: "typescript",
        version: "6.0.3",
        mimetype: "application/typescript",
        file_extension: ".ts",
        pygments_lexer: "typescript",
        codemirror_mode: "typescript",
        nbconvert_exporter: "script",
      },
    });
    expect(Object.keys(reply)).toEqual(expect.arrayContaining(["implementation_version", "banner", "help_links"]));
  });

  it("answers on the control channel too", async () => {
    expect((await client.request("kernel_info_request", {}, "control")).reply).toMatchObject({ status: "ok" });
  });
});

describe("every request", () => {
  it("is busy first and idle last, around its outputs", async () => {
    const { outputs } = await client.execute("console.log(1); 2");
    expect(outputs.map(({ header, content }) => content["execution_state"] ?? header.msg_type)).toEqual([
      "busy",
      "execute_input",
      "stream",
      "execute_result",
      "idle",
    ]);
    for (const { header } of outputs)
      expect(header).toMatchObject({ version: "5.5", session: expect.any(String), date: expect.any(String) });
  });

  it("is ignored when its signature is wrong or it is no message", async () => {
    const stranger = client.codec.create("execute_request", { code: "globalThis.broken = 1" });
    const frames = client.codec.encode(stranger);
    frames[1] = Buffer.from("0".repeat(64));
    await client.sendFrames(frames);
    await client.sendFrames([Buffer.from("no"), Buffer.from("message")]);
    expect(resultText(await client.execute("typeof globalThis.broken"))).toBe("'undefined'");
    const answered = client.received.some(({ parent }) => (parent as { msg_id?: string }).msg_id === stranger.header.msg_id);
    expect(answered).toBe(false);
  });
});

describe("execute", () => {
  it("T7: an error calls off what waits, unless the request says otherwise", async () => {
    const failing = client.sendExecute("throw new Error('A')");
    const waiting = [client.sendExecute("console.log('B')"), client.sendExecute("console.log('C')")];
    expect((await client.exchange(failing)).reply).toMatchObject({ status: "error", evalue: "A" });
    for (const id of waiting) {
      const { reply, outputs } = await client.exchange(id);
      expect(reply).toMatchObject({ status: "error", ename: "Aborted", execution_count: null });
      expect(outputs.map(({ header }) => header.msg_type)).toEqual(["status", "status"]);
    }
    client.sendExecute("throw new Error('A')", { stop_on_error: false });
    expect(streamText(await client.execute("console.log('B')"), "stdout")).toBe("B\n");
  });

  it("T24: silent leaves no trace, and user_expressions answer one by one", async () => {
    const before = (await client.execute("1")).reply["execution_count"];
    const silent = await client.execute("let quiet = 5; quiet", { silent: true });
    expect(silent.outputs.map(({ header }) => header.msg_type)).toEqual(["status", "status"]);
    const asked = await client.execute("quiet", { user_expressions: { a: "quiet + 1", b: "nope" } });
    expect(asked.reply).toMatchObject({
      execution_count: Number(before) + 1,
      user_expressions: { a: { status: "ok", data: { "text/plain": "6" }, metadata: {} }, b: { status: "error", ename: "ReferenceError" } },
    });
  });

  it("an empty cell is no error", async () => {
    expect((await client.execute("  \n// nothing")).reply).toMatchObject({ status: "ok", user_expressions: {}, payload: [] });
    expect((await client.execute("")).reply).toMatchObject({ status: "ok" });
  });
});

describe("while a cell runs", () => {
  it("heartbeat, completion and completeness answer", async () => {
    await client.request("complete_request", { code: "[1].fil", cursor_pos: 7 });
    const busy = client.sendExecute("console.log('working'); const end = Date.now() + 3000; while (Date.now() < end);");
    await client.next((message) => (message.parent as { msg_id?: string }).msg_id === busy && message.header.msg_type === "stream");
    const beat = await client.heartbeat();
    const completion = await client.request("complete_request", { code: "[1].fil", cursor_pos: 7 });
    const complete = await client.request("is_complete_request", { code: "1 +" });
    const isStillBusy = !client.received.some(
      (message) => (message.parent as { msg_id?: string }).msg_id === busy && message.header.msg_type === "execute_reply",
    );
    expect(isStillBusy).toBe(true);
    expect(completion.reply["matches"]).toEqual(expect.arrayContaining(["fill", "filter"]));
    expect(complete.reply).toMatchObject({ status: "incomplete" });
    expect(beat).toBeLessThan(1000);
    await client.exchange(busy);
  });
});

describe("is_complete", () => {
  it.each([
    ["incomplete", ["1 +", "`abc ", "for (;;)", "a ? b :", "class A { m() {", "if (x", "foo(", "[1,", "const x =", "() => {", "/* a"]],
    ["invalid", ["function function", "const = 3", "let x = ;", "a b", "foo)", "'abc"]],
    ["complete", ["let r = /[(]/", "x as any", "1 + 1", "", "await f()", "`${a}`", "type A = { b: string }", "import x from 'y'"]],
  ])("T18: says %s", async (status, sources) => {
    for (const code of sources) expect((await client.request("is_complete_request", { code })).reply, code).toMatchObject({ status });
  });

  it("indents what goes on", async () => {
    const { reply } = await client.request("is_complete_request", { code: "  if (a) {" });
    expect(reply).toEqual({ status: "incomplete", indent: "    " });
  });
});

describe("history", () => {
  it("gives the tail, a range and what matches a pattern", async () => {
    await client.execute("// one");
    const second = await client.execute("// two");
    const line = Number(second.reply["execution_count"]);
    const ask = async (content: Record<string, unknown>) =>
      (await client.request("history_request", { output: false, raw: true, ...content })).reply["history"];
    expect(await ask({ hist_access_type: "tail", n: 2 })).toEqual([
      [1, line - 1, "// one"],
      [1, line, "// two"],
    ]);
    expect(await ask({ hist_access_type: "range", session: 0, start: line, stop: line + 1 })).toEqual([[1, line, "// two"]]);
    expect(await ask({ hist_access_type: "search", pattern: "*tw?", n: 5, unique: true })).toEqual([[1, line, "// two"]]);
    expect(await ask({ hist_access_type: "tail", n: 1, output: true })).toEqual([[1, line, ["// two", null]]]);
  });
});

describe("comms", () => {
  it("T23: a comm for an unknown target is closed on iopub", async () => {
    const id = client.send("comm_open", { comm_id: "c1", target_name: "nobody", data: {} });
    const closed = await client.next((message) => message.header.msg_type === "comm_close");
    expect(closed).toMatchObject({ channel: "iopub", content: { comm_id: "c1" }, parent: { msg_id: id } });
    expect((await client.request("comm_info_request", {})).reply).toEqual({ status: "ok", comms: {} });
  });
});

describe("start and end", () => {
  it("greets a subscriber before it sends anything else", async () => {
    const fresh = await TestClient.start();
    await fresh.execute("1");
    const iopub = fresh.received.filter(({ channel }) => channel === "iopub");
    expect(iopub[0]).toMatchObject({ header: { msg_type: "iopub_welcome" }, content: { subscription: "" }, parent: {} });
    await fresh.close();
  });

  it("T25: cells sent at once after the start lose no output", async () => {
    const fresh = await TestClient.start({ waits: false });
    await fresh.next((message) => message.header.msg_type === "iopub_welcome");
    const ids = Array.from({ length: 5 }, (_, index) => fresh.sendExecute(`console.log('cell ${index}'); ${index}`));
    for (const [index, id] of ids.entries()) {
      const exchange = await fresh.exchange(id);
      expect(streamText(exchange, "stdout")).toBe(`cell ${index}\n`);
      expect(resultText(exchange)).toBe(String(index));
    }
    await fresh.close();
  });

  it("ends when asked to, and says so on both channels", async () => {
    const fresh = await TestClient.start();
    const exited = new Promise((resolve) => fresh.process.once("exit", resolve));
    fresh.send("shutdown_request", { restart: true }, "control");
    const told = await fresh.next((message) => message.header.msg_type === "shutdown_reply" && message.channel === "iopub");
    expect(told.content).toEqual({ status: "ok", restart: true });
    expect(await exited).toBe(0);
    await fresh.close();
  });
});

describe("text that counts in code points", () => {
  it("T12: completion after emoji", async () => {
    await client.execute("const orders = [{ amount: 1, channel: 'email' }]");
    const code = '"😀😀"; orders.ma';
    const { reply } = await client.request("complete_request", { code, cursor_pos: 15 });
    expect(reply).toMatchObject({ status: "ok", cursor_start: 13, cursor_end: 15 });
    expect(reply["matches"]).toContain("map");
    const types = (reply["metadata"] as Record<string, Record<string, unknown>[]>)["_jupyter_types_experimental"];
    expect(types?.map(({ text }) => text)).toEqual(reply["matches"]);
    expect(types?.[0]).toMatchObject({ start: 13, end: 15, type: "function" });
  });
});

describe("contents", () => {
  it("always carry metadata and transient", async () => {
    const shown = await client.execute("display(1);");
    expect(contents(shown, "display_data")[0]).toMatchObject({ metadata: {}, transient: expect.anything() });
  });
});
