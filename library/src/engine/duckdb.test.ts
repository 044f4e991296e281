import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { DataError } from "../data-error.js";
import { DuckdbEngine } from "./duckdb.js";
import { column, sql } from "./sql.js";
import { temporaryTable } from "./temporary-table.js";

const engine = new DuckdbEngine();
afterAll(() => engine.close());

const only = async (query: ReturnType<typeof sql>) => (await engine.query(query)).object() as Record<string, unknown>;

describe("query()", () => {
  it("gives numbers of every kind as typed arrays, missing ones as NaN", async () => {
    const table = await engine.query(sql`
      SELECT n::TINYINT AS a, n::USMALLINT AS b, n::INTEGER AS c, n::BIGINT AS d, n::HUGEINT AS e, n::UHUGEINT AS f, n::FLOAT AS g,
        (n / 4)::DECIMAL(4, 2) AS h, (n / 4)::DECIMAL(9, 2) AS i, (n / 4)::DECIMAL(18, 2) AS j, (n / 4)::DECIMAL(38, 2) AS k, n::UBIGINT AS l
      FROM (VALUES (1), (NULL), (101)) AS t(n)`);
    for (const name of table.columnNames()) {
      const values = table.column(name) as unknown as Float64Array;
      expect(values).toBeInstanceOf(Float64Array);
      expect([...values]).toEqual("hijk".includes(name) ? [0.25, NaN, 25.25] : [1, NaN, 101]);
    }
  });

  it.each([-1, 2 ** 31, -(2 ** 31) - 1, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER, -(2 ** 32)])(
    "keeps %d exactly as BIGINT, HUGEINT and DECIMAL(38, 0)",
    async (value) =>
      expect(await only(sql`SELECT ${value}::BIGINT AS a, ${value}::HUGEINT AS b, ${value}::DECIMAL(38, 0) AS c`)).toEqual({
        a: value,
        b: value,
        c: value,
      }),
  );

  it("gives dates and times in UTC, before 1970 too, and what no Date can hold as missing", async () => {
    expect(
      await only(sql`SELECT DATE '1969-12-31' AS day, TIMESTAMP '1960-02-29 23:59:59.999' AS time, TIMESTAMP_NS '2024-01-03 01:02:03.5' AS nano,
        TIMESTAMP_S '2024-01-03 01:02:03' AS seconds, DATE 'infinity' AS never, NULL::TIMESTAMP AS missing`),
    ).toEqual({
      day: new Date("1969-12-31"),
      time: new Date("1960-02-29T23:59:59.999Z"),
      nano: new Date("2024-01-03T01:02:03.500Z"),
      seconds: new Date("2024-01-03T01:02:03Z"),
      never: null,
      missing: null,
    });
  });

  it("gives text of any length, booleans, and other types as their text", async () => {
    const long = "很长的文本🙂".repeat(1000);
    expect(
      await only(sql`SELECT ${long} AS long, '' AS empty, 'twelve bytes' AS inline, NULL::VARCHAR AS missing, true AS yes, [1, 2] AS list`),
    ).toEqual({
      long,
      empty: "",
      inline: "twelve bytes",
      missing: null,
      yes: true,
      list: "[1, 2]",
    });
  });

  it("keeps missing texts apart from neighbours across many chunks", async () => {
    const table = await engine.query(
      sql`SELECT CASE WHEN i % 3 = 0 THEN NULL ELSE 'a text longer than twelve bytes ' || i END AS t FROM range(5000) r(i)`,
    );
    const texts = [...(table.column("t") as unknown as Iterable<string | null>)];
    expect(texts).toEqual(Array.from({ length: 5000 }, (_, i) => (i % 3 === 0 ? null : `a text longer than twelve bytes ${i}`)));
  });

  it("gives an empty table with its columns when no row is found", async () => {
    const table = await engine.query(sql`SELECT 1 AS a, 'x' AS b WHERE false`);
    expect([table.numRows(), table.columnNames()]).toEqual([0, ["a", "b"]]);
  });

  it("throws query-failed with the query and the engine's error", async () => {
    const error = await engine.query(sql`SELECT nothing FROM nowhere`).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DataError);
    expect(error).toMatchObject({ code: "query-failed", sql: "SELECT nothing FROM nowhere", cause: expect.any(Error) as Error });
    expect((error as DataError).message).toContain("nowhere");
  });

  it("stops when the signal aborts, and the engine stays usable", async () => {
    const endless = sql`SELECT sum(a.i * b.i) AS s FROM range(10000000) a(i), range(10000000) b(i)`;
    const started = performance.now();
    await expect(engine.query(endless, { signal: AbortSignal.timeout(50) })).rejects.toMatchObject({ name: "TimeoutError" });
    expect(performance.now() - started).toBeLessThan(5000);
    expect(await only(sql`SELECT 1 AS one`)).toEqual({ one: 1 });
  });

  it("does not start when the signal has aborted before", () =>
    expect(engine.query(sql`SELECT 1`, { signal: AbortSignal.abort() })).rejects.toMatchObject({ name: "AbortError" }));

  it("leaves other queries alone when one is aborted", async () => {
    const other = engine.query(sql`SELECT count(*) AS n FROM range(50000000) a(i) WHERE i % 7 = 0`);
    const endless = engine.query(sql`SELECT sum(a.i * b.i) FROM range(10000000) a(i), range(10000000) b(i)`, {
      signal: AbortSignal.timeout(20),
    });
    await expect(endless).rejects.toMatchObject({ name: "TimeoutError" });
    expect((await other).object()).toEqual({ n: 7142858 });
  });

  it("reports progress from 0 to 1", async () => {
    const shares: number[] = [];
    await engine.query(sql`SELECT count(*) FROM range(1000) a(i)`, { onProgress: (share) => shares.push(share) });
    expect(shares.at(-1)).toBe(1);
    expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
  });
});

describe("sql and column()", () => {
  const text = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom('"', "''", "a.b", "[x]", "金额(元)", "🙂", "a\nb", "$1", "; DROP TABLE t --", "\\", "%"),
  );

  it("bring any value back as it was", () =>
    fc.assert(
      fc.asyncProperty(text, fc.double({ noNaN: true }), fc.maxSafeInteger(), async (word, number, integer) => {
        expect(
          await only(sql`SELECT ${word} AS word, ${number}::DOUBLE AS number, ${integer} AS integer, ${null} IS NULL AS missing`),
        ).toEqual({
          word,
          number: number + 0,
          integer,
          missing: true,
        });
      }),
    ));

  it("bring any name back as it was", () =>
    fc.assert(
      fc.asyncProperty(
        text.filter((name) => name !== "" && !name.includes("\0")),
        async (name) => {
          expect(await only(sql`SELECT ${column(name)} AS ${column(name)} FROM (SELECT 7 AS ${column(name)})`)).toEqual({ [name]: 7 });
        },
      ),
    ));
});

describe("temporaryTable()", () => {
  it("keeps rows for later queries until it is disposed of", async () => {
    const kept = await temporaryTable(engine, sql`SELECT ${"x"} AS word FROM range(3)`);
    expect(await only(sql`SELECT count(*) AS n FROM ${kept.name} WHERE word = 'x'`)).toEqual({ n: 3 });
    await kept.dispose();
    await expect(engine.query(sql`SELECT * FROM ${kept.name}`)).rejects.toMatchObject({ code: "query-failed" });
  });
});

describe("memory", () => {
  it("stays within its bound: what does not fit goes to disk and comes back whole", async () => {
    const small = new DuckdbEngine({ memoryBytes: 96 * 2 ** 20, threads: 1 });
    const rows = 4_000_000;
    await small.run(sql`CREATE TABLE words AS SELECT hash(i) AS h, 'customer number ' || i AS word FROM range(${rows}) r(i)`);
    const table = await small.query(
      sql`SELECT count(*) AS n, min(h) < max(h) AS ordered FROM (SELECT * FROM words ORDER BY h LIMIT ${rows})`,
    );
    expect(table.object()).toEqual({ n: rows, ordered: true });
    await small.close();
  });
});

describe("close()", () => {
  it("refuses queries that come later", async () => {
    const closing = new DuckdbEngine();
    await closing.run(sql`SELECT 1`);
    await closing.close();
    await expect(closing.query(sql`SELECT 1`)).rejects.toMatchObject({ code: "engine-closed" });
  });
});
