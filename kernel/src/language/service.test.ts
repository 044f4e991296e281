import { afterAll, beforeAll, describe, expect, it } from "vitest";
import buildWhenStale from "../testing/build-when-stale.js";
import { TestClient, plainTraceback, streamText } from "../testing/client.js";

let client: TestClient;
/** A question about types prepares the service, so that from then on cells are checked. */
beforeAll(async () => {
  buildWhenStale();
  client = await TestClient.start();
  await client.execute("const orders = [{ amount: 12, channel: 'email', 'Order Date': new Date() }]");
  await matches("orders.");
}, 60_000);
afterAll(() => client.close());

async function matches(code: string, cursor = Array.from(code).length): Promise<string[]> {
  return (await client.request("complete_request", { code, cursor_pos: cursor })).reply["matches"] as string[];
}

async function inspection(code: string, cursor: number): Promise<string | undefined> {
  const { reply } = await client.request("inspect_request", { code, cursor_pos: cursor, detail_level: 0 });
  return (reply["data"] as Record<string, string>)["text/plain"];
}

describe("completion", () => {
  it("knows members, parameters of callbacks, literals and names of earlier cells", async () => {
    expect(await matches("orders.ma")).toContain("map");
    expect(await matches("orders.map(o => o.am)", 20)).toEqual(["amount"]);
    expect(await matches("orders[0].ch")).toEqual(["channel"]);
    expect(await matches("'abc'.toUp")).toContain("toUpperCase");
    expect(await matches("ord")).toContain("orders");
    expect(await matches("disp")).toContain("display");
  });

  it("knows names and paths of imports", async () => {
    expect(await matches("import { km } from 'ml-kmeans'", 11)).toContain("kmeans");
    expect(await matches("import { chu } from 'lodash'", 12)).toContain("chunk");
  });

  it("T13: knows what a getter returns without running it", async () => {
    await client.execute("class Foo { get danger() { console.log('RAN'); return { zz: 1 } } }; const foo = new Foo()");
    expect(await matches("foo.danger.")).toEqual(["zz"]);
  });

  it("asks the value where types know nothing, without running getters", async () => {
    await client.execute("const loose: any = { alpha: 1, beta() {}, get danger() { console.log('RAN'); return { zz: 1 } } }");
    expect(await matches("loose.")).toEqual(expect.arrayContaining(["alpha", "beta", "danger"]));
    expect(await matches("loose.danger.")).toEqual([]);
    const ran = client.received.some((message) => message.header.msg_type === "stream" && String(message.content["text"]).includes("RAN"));
    expect(ran).toBe(false);
  });
});

describe("inspection", () => {
  it("gives type and documentation", async () => {
    expect(await inspection("orders", 3)).toContain("amount: number");
    expect(await inspection("import { chunk } from 'lodash'; chunk", 34)).toContain("Creates an array of elements split into groups");
    expect(await inspection("parseInt(", 9)).toContain("parseInt(string: string");
    const { reply } = await client.request("inspect_request", { code: "   ", cursor_pos: 1 });
    expect(reply).toMatchObject({ status: "ok", found: false, data: {} });
  });
});

describe("checks", () => {
  it("T15: shows a wrong type with its place, and runs the cell", async () => {
    const checked = await client.execute("const u: number = 'x'");
    expect(checked.reply).toMatchObject({ status: "ok" });
    expect(streamText(checked, "stderr")).toMatch(/:1:7 TS2322: Type 'string' is not assignable to type 'number'/);
    await client.execute("const u = 'y'");
    const again = await client.execute("u.toUpperCase()");
    expect(streamText(again, "stderr")).toBe("");
  });

  it("suggests the name of a column that was mistyped", async () => {
    const checked = await client.execute("orders.map(o => o.amout);");
    expect(streamText(checked, "stderr")).toContain("Did you mean 'amount'?");
  });

  it("goes into the error when the cell fails too", async () => {
    const failed = await client.execute("const n: number = 'x'; throw new Error('boom')");
    const types = failed.outputs.map(({ header }) => header.msg_type).filter((type) => type !== "status" && type !== "execute_input");
    expect(types).toEqual(["error"]);
    expect(plainTraceback(failed.reply)).toContain("TS2322");
  });

  it("is silent about what notebooks do: packages, implicit any, JSON, redeclaration with another type", async () => {
    for (const cell of [
      "import { kmeans } from 'ml-kmeans'; import * as vl from 'vega-lite'; import _ from 'lodash'; import * as aq from 'arquero'",
      "function twice(x) { return x * 2 }; twice(2)",
      "let total = 1",
      "let total = 'one'; total.length",
      'const data = JSON.parse(`[{"a":1}]`); data.map(d => d.a)',
      "const table = aq.table({ a: [1, 2] }); table.filter(aq.escape((d) => d.a > 1)).objects()",
      "console.log(_.chunk([1, 2], 1).length, typeof require, __dirname.length > 0)",
      "class Shop { private name = 'x' }; enum Kind { A }; interface Row { a: number }",
      "const shop: Shop = new Shop(); const row: Row = { a: Kind.A }; row",
      "total = 'two'",
    ]) {
      const checked = await client.execute(cell);
      expect(checked.reply, cell).toMatchObject({ status: "ok" });
      expect(streamText(checked, "stderr"), cell).toBe("");
    }
  });
});
