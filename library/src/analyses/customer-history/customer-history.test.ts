import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { load } from "../../data/index.js";
import { column, sql } from "../../engine/sql.js";
import { wilsonInterval } from "../../statistics/wilson-interval.js";
import { customerHistory, isHistory, type CustomerHistory, type HistoryOptions } from "./customer-history.js";
import { dayNumber, dayText } from "./days.js";
import type { HistoryInput } from "./history-input.js";

interface Row {
  readonly customer: string | null;
  readonly date: Date | null;
  readonly amount: number | null;
  readonly product: string;
}

const firstDay = dayNumber("2024-01-01");
const at = (day: number) => new Date((firstDay + day) * 86_400_000);
const row = (customer: string, day: number, amount: number | null = 10): Row => ({
  customer,
  date: at(day),
  amount,
  product: `p${day % 3}`,
});

async function inputOf(rows: readonly Row[]): Promise<HistoryInput> {
  const data = await load(rows as unknown as Record<string, unknown>[]);
  const values = Object.fromEntries(["customer", "date", "amount", "product"].map((name) => [name, column(name)]));
  const customer = data.columns.find(({ name }) => name === "customer");
  return { source: data.relation, dialect: data.engine.dialect, values, columns: { customer }, query: (text) => data.engine.query(text) };
}

async function historyOf(rows: readonly Row[], options?: HistoryOptions): Promise<{ history: CustomerHistory; input: HistoryInput }> {
  const input = await inputOf(rows);
  const history = await customerHistory(input, options);
  if (!isHistory(history)) throw new Error("No row could be used.");
  return { history, input };
}

type Features = Record<string, number | string>;

async function tableOf(table: CustomerHistory["training"], { query }: HistoryInput): Promise<Features[]> {
  if (!table) throw new Error("There is no such table.");
  return (await query(sql`SELECT * FROM (${table.sql}) AS found ORDER BY 1`)).objects({ limit: Infinity }) as Features[];
}

/** A log of customers who differ: one per list of active days. */
const log = fc
  .array(fc.array(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 12 }), { minLength: 2, maxLength: 25 })
  .map((customers) => customers.flatMap((days, index) => days.map((day, place) => row(`c${index}`, day, 5 + ((place * 7) % 11)))));

/** The same counts, silence by silence. */
function countReturns(rows: readonly Row[], days: number, horizonDays: number) {
  const last = Math.max(...rows.map(({ date }) => Number(date))) / 86_400_000;
  let silences = 0;
  let returned = 0;
  for (const customer of new Set(rows.map((one) => one.customer))) {
    const active = [...new Set(rows.filter((one) => one.customer === customer).map(({ date }) => Number(date) / 86_400_000))].sort(
      (a, b) => a - b,
    );
    active.forEach((day, index) => {
      const gap = (active[index + 1] ?? Infinity) - day;
      if (gap <= days || day + days + horizonDays > last) return;
      silences += 1;
      if (gap <= days + horizonDays) returned += 1;
    });
  }
  return { silences, returned };
}

describe("customerHistory() gaps and returns", () => {
  it("counts the gaps between active days; rows of one day are one", async () => {
    const rows = [row("a", 0), row("a", 0), row("a", 10), row("a", 30), row("b", 5), row("b", 35), row("c", 40)];
    const { history } = await historyOf(rows);
    expect(history.gaps).toMatchObject({ customers: 3, repeatCustomers: 2, gaps: 3 });
    expect(history.gaps.percentiles).toMatchObject({ p25: 15, p50: 20, p75: 25 });
    expect(history.gaps.histogram.reduce((sum, { gaps }) => sum + gaps, 0)).toBe(3);
    expect(history).toMatchObject({ asOf: "2024-02-11", period: { from: "2024-01-01", to: "2024-02-10" }, rows: { read: 7, used: 7 } });
  });

  it("gives at every number of days the returns that counting silence by silence gives", async () => {
    await fc.assert(
      fc.asyncProperty(log, fc.integer({ min: 1, max: 40 }), async (rows, horizonDays) => {
        const { history } = await historyOf(rows, { horizonDays });
        for (const { days, silences, returned, share, interval } of history.definition.curve) {
          expect({ days, silences, returned }).toEqual({ days, ...countReturns(rows, days, horizonDays) });
          expect(share).toBeCloseTo(returned / silences, 12);
          expect(interval).toEqual(wilsonInterval(returned, silences));
        }
      }),
      { numRuns: 25, seed: 11 },
    );
  });

  it("sets aside and counts what is no activity", async () => {
    const rows = [
      row("a", 0),
      row("a", 20),
      row("b", 3, -4),
      { ...row("", 4), customer: " " },
      { ...row("c", 1), date: null },
      row("d", 40),
    ];
    const { history } = await historyOf(rows, { asOf: dayText(firstDay + 30) });
    expect(history.rows).toEqual({ read: 6, used: 2 });
    expect(history.setAside).toEqual(["after-as-of", "cancelled", "missing-customer", "missing-date"].map((kind) => ({ kind, rows: 1 })));
  });

  it("says only what was set aside when no row can be used", async () => {
    const found = await customerHistory(await inputOf([{ ...row("a", 1), customer: null }]));
    expect(found).toEqual({ setAside: [{ kind: "missing-customer", rows: 1 }] });
  });
});

describe("customerHistory() definition", () => {
  /** 60 customers who come every 10 days and stop for good after a while. */
  const regular = Array.from({ length: 60 }, (_, customer) =>
    Array.from({ length: 3 + (customer % 12) }, (_, visit) => row(`c${customer}`, (customer % 9) + visit * 10)),
  ).flat();
  const still = Array.from({ length: 31 }, (_, visit) => row("still here", visit * 10));

  it("suggests the first day after which hardly anybody returns", async () => {
    const { history } = await historyOf([...regular, ...still], { horizonDays: 30 });
    expect(history.definition).toMatchObject({ days: 10, suggestedDays: 10, source: "suggested", verdict: "holds", horizonDays: 30 });
  });

  it("does not take a monthly rhythm for churn, whatever the horizon", async () => {
    const monthly = Array.from({ length: 50 }, (_, customer) =>
      Array.from({ length: 4 + (customer % 8) }, (_, visit) => row(`c${customer}`, visit * 30)),
    ).flat();
    const { history } = await historyOf([...monthly, ...still], { horizonDays: 7 });
    expect(history.definition.suggestedDays).toBe(30);
  });

  it("judges the caller's own definition by the same table", async () => {
    const short = await historyOf([...regular, ...still], { days: 4, horizonDays: 30 });
    expect(short.history.definition).toMatchObject({
      days: 4,
      source: "given",
      suggestedDays: 10,
      verdict: "too-short",
      returns: { days: 4 },
    });
    const long = await historyOf([...regular, ...still], { days: 299, horizonDays: 30 });
    expect(long.history.definition.verdict).toBe("unknown");
    expect(long.history.definition.returns).toBeUndefined();
  });

  it("falls back within a third of the period where the data suggest nothing", async () => {
    const { history } = await historyOf([row("a", 0), row("b", 9)]);
    expect(history.definition).toMatchObject({ days: 3, source: "fallback", verdict: "unknown" });
  });
});

describe("customerHistory() training table", () => {
  const rows = [row("a", 0, 10), row("a", 20, 30), row("a", 50, 20), row("b", 48, 8), row("c", 1), row("a", 75), row("d", 79)];

  it("describes customers as of the last day whose outcome is fully observed", async () => {
    const { history, input } = await historyOf(rows, { days: 30 });
    expect(history.training?.asOf).toBe(dayText(firstDay + 50));
    expect(await tableOf(history.training, input)).toEqual([
      {
        customer: "a",
        recencyDays: 30,
        frequency: 2,
        tenureDays: 50,
        meanGapDays: 25,
        gapVariation: 0,
        activeDays30: 1,
        activeDays90: 2,
        trend30: -0.5,
        trend90: 0,
        monetary: 40,
        averageOrderValue: 20,
        monetary90: 40,
        products: 2,
        churned: 0,
      },
      expect.objectContaining({ customer: "b", recencyDays: 2, frequency: 1, churned: 1 }),
    ]);
    expect(history.scoring.asOf).toBe(history.asOf);
    expect((await tableOf(history.scoring, input)).map(({ customer }) => customer)).toEqual(["a", "d"]);
  });

  it("has no training table when the period is shorter than the definition", async () => {
    const { history } = await historyOf(rows, { days: 80 });
    expect(history.training).toBeUndefined();
  });

  it("knows nothing of later rows: changing them changes no feature, changing earlier ones no outcome", async () => {
    const end = row("z", 121);
    await fc.assert(
      fc.asyncProperty(log, log, async (one, other) => {
        const asOf = Number(at(82)) / 1;
        const before = (list: readonly Row[]) => list.filter(({ date }) => Number(date) < asOf);
        const after = (list: readonly Row[]) => [...list.filter(({ date }) => Number(date) >= asOf), end];
        const tables = [];
        for (const mixed of [
          [...before(one), ...after(one)],
          [...before(one), ...after(other)],
          [...before(other), ...after(one)],
        ]) {
          const { history, input } = await historyOf([row("first", 0), ...mixed], { days: 40 });
          expect(history.training?.asOf).toBe(dayText(firstDay + 82));
          tables.push(await tableOf(history.training, input));
        }
        const [plain = [], otherFuture = [], otherPast = []] = tables;
        const features = (table: Features[]) => table.map(({ churned: _, ...features }) => features);
        expect(features(otherFuture)).toEqual(features(plain));
        const outcomes = new Map(plain.map(({ customer, churned }) => [customer, churned]));
        for (const { customer, churned } of otherPast) if (outcomes.has(customer)) expect(churned).toBe(outcomes.get(customer));
      }),
      { numRuns: 15, seed: 5 },
    );
  });

  it("gives the same rows whatever their order", async () => {
    const [one, other] = [await historyOf(rows, { days: 30 }), await historyOf(rows.toReversed(), { days: 30 })];
    expect(await tableOf(other.history.training, other.input)).toEqual(await tableOf(one.history.training, one.input));
    expect(other.history.definition).toEqual(one.history.definition);
  });

  it("uses orders where there are any and leaves money out where there is none", async () => {
    const input = await inputOf(rows);
    const { customer, date } = input.values;
    const plain = await customerHistory({ ...input, values: { customer: customer ?? sql`NULL`, date: date ?? sql`NULL` } }, { days: 30 });
    expect(isHistory(plain) && plain.scoring.features.map(({ name }) => name)).not.toContain("monetary");
    const ordered = await customerHistory({ ...input, values: { ...input.values, order: sql`'one order'` } }, { days: 30 });
    if (!isHistory(ordered)) throw new Error("No row could be used.");
    expect((await tableOf(ordered.training, input))[0]).toMatchObject({ customer: "a", frequency: 1, averageOrderValue: 40 });
  });
});
