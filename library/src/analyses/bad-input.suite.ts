import { afterEach, describe, expect, it } from "vitest";
import { load } from "../data/index.js";
import type { Role } from "../data/dataset.js";
import { DataError } from "../data-error.js";
import { sql } from "../engine/sql.js";
import { languages, setLanguage } from "../language/language.js";
import type { Analysis } from "./analysis.js";
import type { Result } from "./result.js";

type Rows = Record<string, unknown>[];

/** A plain value of a role for row `index`: customers who differ, days that go by, amounts that grow. */
const values: Partial<Record<Role, (index: number) => unknown>> = {
  customer: (index) => `c${index % 45}`,
  order: (index) => `${1000 + index}`,
  date: (index) => new Date(Date.UTC(2024, 0, 1 + ((index * 7) % 200))),
  amount: (index) => 1 + ((index * 37) % 101),
  quantity: (index) => 1 + (index % 5),
  price: (index) => 2 + (index % 7),
};

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

/** The columns that an analysis cannot do without: required ones and the first of the groups that would do. */
const rolesOf = ({ roles, oneOf }: Analysis): Role[] => [
  ...(Object.keys(roles) as Role[]).filter((role) => roles[role]?.required),
  ...(oneOf[0] ?? []),
];

function makeRows(roles: readonly Role[], count: number, name: (role: Role) => string = (role) => role): Rows {
  return Array.from({ length: count }, (_, index) => Object.fromEntries(roles.map((role) => [name(role), values[role]?.(index)])));
}

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

/** The matrix of bad inputs: what every analysis must answer with an honest result or a clear error. */
export function badInputSuite(analysis: Analysis): void {
  const roles = rolesOf(analysis);
  const named = Object.fromEntries(roles.map((role) => [role, role]));
  const analyse = async (rows: Rows, options: Readonly<Record<string, unknown>> = named) => analysis(await load(rows), options);

  describe(`${analysis.id}() on bad input`, () => {
    afterEach(() => setLanguage("en"));

    it("names the data that has no rows", async () => {
      const data = await load(makeRows(roles, 5));
      expect((await expectRefusal(analysis(data.where(sql`FALSE`), named))).code).toBe("no-rows");
    });

    it("answers one row, and says that it is little", async () => {
      const result = await analyse(makeRows(roles, 1));
      expectHonest(result);
      expect(result.warnings.some(({ level }) => level === "blocks")).toBe(true);
    });

    it("answers rows that are all equal, and says that they cannot be told apart", async () => {
      const result = await analyse(Array.from({ length: 50 }, () => makeRows(roles, 1)[0] ?? {}));
      expectHonest(result);
      expect(result.warnings.some(({ level }) => level === "blocks")).toBe(true);
    });

    it.each(roles)("answers or refuses by name when %s is missing in some rows, in all rows, and as a column", async (role) => {
      const rows = makeRows(roles, 200);
      const some = await analyse(rows.map((row, index) => (index % 9 === 0 ? { ...row, [role]: null } : row)));
      expectHonest(some);
      await expectRefusal(analyse(rows.map((row) => ({ ...row, [role]: null }))));
      await expectRefusal(
        analyse(
          rows.map(({ [role]: _left, ...row }) => ({ ...row, unrelated: "x" })),
          {},
        ),
      );
    });

    it("answers ties", async () => {
      const rows = makeRows(roles, 300).map((row, index) => ({ ...row, ...(index % 2 ? {} : { amount: 5 }) }));
      expectHonest(await analyse(rows));
    });

    it("gives the same numbers whatever the columns are called", async () => {
      const plain = await analyse(makeRows(roles, 200));
      for (let shift = 0; shift < hostile.length; shift += 1) {
        const nameOf = (role: Role) => hostile[(roles.indexOf(role) + shift) % hostile.length] ?? role;
        const options = Object.fromEntries(roles.map((role) => [role, nameOf(role)]));
        const result = await analyse(makeRows(roles, 200, nameOf), options);
        expect(result.values).toEqual(plain.values);
        expect(result.parameters).toMatchObject(options);
      }
    });

    it("gives the same numbers among 300 columns", async () => {
      const plain = await analyse(makeRows(roles, 200));
      const wide = makeRows(roles, 200).map((row) => ({
        ...Object.fromEntries(Array.from({ length: 297 }, (_, index) => [`x${index}`, index])),
        ...row,
      }));
      expect((await analyse(wide)).values).toEqual(plain.values);
    });

    it.each(roles.filter((role) => role !== "customer" && role !== "order"))(
      "names the value and the row when %s holds words",
      async (role) => {
        const error = await expectRefusal(analyse(makeRows(roles, 50).map((row, index) => ({ ...row, [role]: `word ${index}` }))));
        expect(error.data).toMatchObject({ column: role, row: 1, value: "word 0" });
      },
    );

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
      const data = await load(makeRows(roles, 200));
      const before = JSON.stringify(await data.rows());
      const [one, other] = [await analysis(data, named), await analysis(data, named)];
      expect(JSON.stringify(other)).toBe(JSON.stringify(one));
      expect(JSON.stringify(await data.rows())).toBe(before);
    });
  });
}
