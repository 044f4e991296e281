import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import { displaySymbol } from "../display.js";
import { column, sql } from "../engine/sql.js";
import { setLanguage } from "../language/index.js";
import type { Dataset } from "./dataset.js";
import { load } from "./load.js";
import { fileRow } from "./relation-dataset.js";
import { dataFiles } from "../testing/data-files.js";

const files = dataFiles();

interface Order {
  customer: string;
  amount: number;
}

const orders = () =>
  load<Order>(Array.from({ length: 25 }, (_, row) => ({ customer: row % 2 ? "Ann" : "Bob <b>", amount: row === 3 ? NaN : row / 4 })));
const display = async (data: Dataset<object>) => (await data[displaySymbol]()) as Record<string, string>;

afterEach(() => setLanguage("en"));

describe("Dataset", () => {
  it("gives as many rows as asked for", async () => {
    const data = await orders();
    expect(await data.rows(1)).toEqual([{ customer: "Bob <b>", amount: 0 }]);
    expect([(await data.rows()).length, (await data.rows(0)).length]).toEqual([25, 0]);
    await expect(data.rows(-1)).rejects.toBeInstanceOf(RangeError);
  });

  it("where() keeps rows by a condition, select() columns, and the data set itself stays", async () => {
    const data = await orders();
    const some = data.where(sql`${column("customer")} = ${"Ann"}`).where(sql`${column("amount")} > ${5}`);
    expect([await some.count(), await data.count()]).toEqual([2, 25]);
    const amounts = some.select("amount");
    expect(await amounts.rows()).toEqual([{ amount: 5.25 }, { amount: 5.75 }]);
    expect(amounts.columns.map(({ name }) => name)).toEqual(["amount"]);
    expect(some.input).toBe(data.input);
  });

  it("select() refuses a column that is not there, for programs and for the compiler", async () => {
    const data = await orders();
    // @ts-expect-error no such column
    expect(() => data.select("amuont")).toThrow(
      expect.objectContaining({ code: "column-missing", data: expect.objectContaining({ nearest: "amount" }) }),
    );
    expectTypeOf(data.select("amount")).toEqualTypeOf<Dataset<Pick<Order, "amount">>>();
  });

  it("toArquero() gives typed numbers", async () => {
    const table = await (await orders()).toArquero();
    expect([table.numRows(), table.array("amount")[3]]).toEqual([25, NaN]);
    expect(table.column("amount")).toBeInstanceOf(Float64Array);
  });

  it("knows the rows of its file, past the header and rows that were set aside", async () => {
    const data = await load(files.write("aside.csv", "a,b\n1,2\nbroken\n3,4\n"));
    expect([fileRow(data, 1), fileRow(data, 2)]).toEqual([2, 4]);
    expect(fileRow(data.where(sql`a = 3`), 1)).toBe(1);
    expect(fileRow(await orders(), 1)).toBe(1);
  });

  it("shows its first rows with types and shape, escaped, in the language of the session", async () => {
    const english = await display(await orders());
    expect(english["text/plain"]).toContain("25 rows × 2 columns");
    expect(english["text/html"]).toContain("Bob &lt;b&gt;");
    expect(english["text/html"]).not.toMatch(/<b>|undefined|null|NaN/);
    expect(english["text/plain"]).toMatch(/^Ann +–$/m);
    setLanguage("zh-CN");
    const chinese = await display(await orders());
    expect(chinese["text/html"]).toMatch(/customer.*文本.*25 行 × 2 列/s);
  });
});
