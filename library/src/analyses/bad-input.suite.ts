import { afterEach, describe, expect, it } from "vitest";
import { load } from "../data/index.js";
import type { Role } from "../data/dataset.js";
import { DataError } from "../data-error.js";
import { sql } from "../engine/sql.js";
import { languages, setLanguage } from "../language/language.js";
import type { Analysis } from "./analysis.js";
import type { Example } from "../testing/examples/example.js";
import type { Result } from "./result.js";

type Rows = Record<string, unknown>[];

/** Names that break what is pasted, split or escaped by hand. */
const hostile = [
  'a "quoted" one',
  "it's; DROP TABLE orders --",
  "a.b.c",
  "[0]",
  "金额(元)",
  "👩‍🚀 emoji",
  "<script>alert(1)</script>",
  " ",
  "select",
  "a\nb",
];

const unshowable = /\bNaN\b|\bundefined\b|\bnull\b|\[object|\d\.\d{12,}/;

/** The columns that an analysis cannot do without: required ones, the first of the groups that would do, and those of the example. */
const rolesOf = ({ roles, oneOf }: Analysis, example: Example): Role[] => [
  ...new Set([...(Object.keys(roles) as Role[]).filter((role) => roles[role]?.required), ...(oneOf[0] ?? []), ...(example.roles ?? [])]),
];

const makeRowsOf =
  ({ values, columns = {} }: Example) =>
  (roles: readonly Role[], count: number, name: (role: Role) => string = (role) => role): Rows =>
    Array.from({ length: count }, (_, index) => ({
      ...Object.fromEntries(roles.map((role) => [name(role), values[role]?.(index)])),
      ...Object.fromEntries(Object.entries(columns).map(([column, value]) => [column, value(index)])),
    }));

/** The values with the names of columns, which some analyses tell, put back to the plain ones. */
const calledBack = (values: unknown, names: ReadonlyMap<string, Role>): unknown =>
  JSON.parse(JSON.stringify(values), (_, value: unknown) => (typeof value === "string" ? (names.get(value) ?? value) : value));

/** Everything a person would read of a result, in both languages. */
const told = (result: Result): string[] =>
  languages.flatMap((language) => {
    const { assumptions, warnings, reading } = result.toJSON(language);
    return [...assumptions, ...warnings.map(({ text }) => text), ...reading, result.title[language]];
  });

function expectHonest(result: Result): void {
  for (const sentence of told(result)) expect(sentence).not.toMatch(unshowable);
  expect(JSON.stringify(result)).not.toMatch(/:null|NaN|\d\.\d{3}0{8,}\d/);
  expect(Object.isFrozen(result) && Object.isFrozen(result.values) && Object.isFrozen(result.warnings)).toBe(true);
}

/** The data is the reason, said in both languages; a TypeError or the engine's own words would be a crash. */
async function expectRefusal(promise: Promise<unknown>): Promise<DataError> {
  const error: unknown = await promise.then(
    () => new Error("Nothing was refused."),
    (reason: unknown) => reason,
  );
  if (!(error instanceof DataError)) throw error;
  expect(error.code).not.toBe("query-failed");
  for (const language of languages) expect(error.text[language]).not.toMatch(unshowable);
  return error;
}

/** Too little to tell anything: refused by name, or answered with a warning that blocks where the answer says little. */
async function expectWarnedOrRefused(answer: Promise<Result>, saysEnough = false): Promise<void> {
  const result = await answer.catch((reason: unknown) => {
    if (reason instanceof DataError) return undefined;
    throw reason;
  });
  if (!result) return void (await expectRefusal(answer));
  expectHonest(result);
  expect(result.warnings.some(({ level }) => level === "blocks")).toBe(!saysEnough);
}

/** The matrix of bad inputs: what every analysis must answer with an honest result or a clear error. */
export function badInputSuite(analysis: Analysis, example: Example): void {
  const roles = rolesOf(analysis, example);
  const makeRows = makeRowsOf(example);
  const { tolerates = {}, names = ["customer", "order"], rows: many = 200, options: own = {} } = example;
  const named = { ...Object.fromEntries(roles.map((role) => [role, role])), ...own };
  const analyse = async (rows: Rows, options: Readonly<Record<string, unknown>> = named) => analysis(await load(rows), options);

  describe(`${analysis.id}() on bad input`, () => {
    afterEach(() => setLanguage("en"));

    it("names the data that has no rows", async () => {
      const data = await load(makeRows(roles, 5));
      expect((await expectRefusal(analysis(data.where(sql`FALSE`), named))).code).toBe("no-rows");
    });

    it("answers one row, and says that it is little, or refuses it", () =>
      expectWarnedOrRefused(analyse(makeRows(roles, 1)), tolerates.oneRow));

    it("answers rows that are all equal, and says that they cannot be told apart, or refuses them", () =>
      expectWarnedOrRefused(analyse(Array.from({ length: 50 }, () => makeRows(roles, 1)[0] ?? {})), tolerates.equalRows));

    it.each(roles)("answers or refuses by name when %s is missing in some rows, in all rows, and as a column", async (role) => {
      const rows = makeRows(roles, many);
      const some = await analyse(rows.map((row, index) => (index % 9 === 0 ? { ...row, [role]: null } : row)));
      expectHonest(some);
      const none = analyse(rows.map((row) => ({ ...row, [role]: null })));
      if (tolerates.allMissing?.includes(role)) expectHonest(await none);
      else await expectRefusal(none);
      await expectRefusal(
        analyse(
          rows.map(({ [role]: _left, ...row }) => ({ ...row, unrelated: "x" })),
          own,
        ),
      );
    });

    it("answers ties", async () => {
      const rows = makeRows(roles, many + 100).map((row, index) => ({
        ...row,
        ...(index % 2 || !roles.includes("amount") ? {} : { amount: 5 }),
      }));
      expectHonest(await analyse(rows));
    });

    it("gives the same numbers whatever the columns are called", async () => {
      const plain = await analyse(makeRows(roles, many));
      for (let shift = 0; shift < hostile.length; shift += 1) {
        const nameOf = (role: Role) => hostile[(roles.indexOf(role) + shift) % hostile.length] ?? role;
        const options = { ...own, ...Object.fromEntries(roles.map((role) => [role, nameOf(role)])) };
        const result = await analyse(makeRows(roles, many, nameOf), options);
        expect(calledBack(result.values, new Map(roles.map((role) => [nameOf(role), role])))).toEqual(plain.values);
        expect(result.parameters).toMatchObject(options);
      }
    });

    it("gives the same numbers among 300 columns", async () => {
      const plain = await analyse(makeRows(roles, many));
      const wide = makeRows(roles, many).map((row) => ({
        ...Object.fromEntries(Array.from({ length: 297 }, (_, index) => [`x${index}`, index])),
        ...row,
      }));
      expect((await analyse(wide)).values).toEqual(plain.values);
    });

    it.each(roles.filter((role) => !names.includes(role)))("names the value and the row when %s holds words", async (role) => {
      const error = await expectRefusal(analyse(makeRows(roles, 50).map((row, index) => ({ ...row, [role]: `word ${index}` }))));
      expect(error.data).toMatchObject({ column: role, row: 1, value: "word 0" });
    });

    it.each(roles)("names the nearest column when the one for %s is misspelt", async (role) => {
      const error = await expectRefusal(analyse(makeRows(roles, 50), { ...named, [role]: `${role}x` }));
      expect(error.message).toContain(`"${role}"`);
    });

    it("names the nearest option, in the language of the session", async () => {
      const rows = makeRows(roles, 50);
      expect((await expectRefusal(analyse(rows, { ...named, asof: "2024-01-01" }))).message).toContain('Try "asOf"');
      setLanguage("zh-CN");
      expect((await expectRefusal(analyse(rows, { ...named, asof: "2024-01-01" }))).message).toContain("请改用“asOf”");
    });

    it("refuses what is no dataset", async () => {
      for (const wrong of [makeRows(roles, 3), "orders.csv", null, undefined, 5]) {
        expect((await expectRefusal(analysis(wrong as never, named))).code).toBe("not-a-dataset");
      }
    });

    it("gives the same bytes twice and leaves the data as it was", async () => {
      const data = await load(makeRows(roles, many));
      const before = JSON.stringify(await data.rows());
      const [one, other] = [await analysis(data, named), await analysis(data, named)];
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      expect(JSON.stringify(await data.rows())).toBe(before);
    });
  });
}
