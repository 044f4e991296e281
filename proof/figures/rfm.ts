import { load } from "../../library/src/data/index.js";
import { rfm } from "../../library/src/analyses/rfm/rfm.js";
import { ranks } from "../../library/src/statistics/ranks.js";
import { topShare } from "../../library/src/statistics/top-share.js";
import { dataFile } from "../../library/src/testing/data-folder.js";
import { once } from "../once.js";
import type { Figure } from "../figure.js";

const rData = "rfm_orders/rfm_data_orders.csv";
const rSource = "R package rfm 0.3.0 (version 0.2 bounds), 4,906 orders of 995 customers, reference day 2006-12-31";
const rColumns = { customer: "customer_id", date: "order_date", amount: "revenue", asOf: "2006-12-31" } as const;
const asInR = once(async () => rfm(await load(dataFile(rData).path), { ...rColumns, compat: "rfm-R" }));
const plain = once(async () => rfm(await load(dataFile(rData).path), { ...rColumns, segments: "rfm-R" }));

const segments = {
  champions: 158,
  "potential-loyalist": 229,
  "loyal-customers": 278,
  "at-risk": 86,
  "about-to-sleep": 50,
  "need-attention": 35,
  lost: 111,
  others: 48,
} as const;

type Found = Awaited<ReturnType<typeof asInR>>;
const segment = ({ values }: Found, id: string) => values.segments.find((each) => each.id === id);
const customersIn = (found: Found, id: string): number => segment(found, id)?.customers ?? Number.NaN;

const ofR: readonly Figure[] = [
  ...Object.entries(segments).map(([id, expected]): Figure => ({
    name: `compat "rfm-R": customers in ${id}`,
    source: rSource,
    expected,
    tolerance: 0,
    data: rData,
    ours: async () => customersIn(await asInR(), id),
  })),
  {
    name: 'compat "rfm-R": orders and revenue of champions',
    source: rSource,
    expected: [1234, 120_178],
    tolerance: 0,
    data: rData,
    ours: async () => {
      const champions = segment(await asInR(), "champions");
      return [champions?.orders ?? Number.NaN, champions?.revenue ?? Number.NaN];
    },
  },
  {
    name: "plain quantiles (without the package's + 1): customers in champions",
    source: rSource,
    expected: 175,
    tolerance: 0,
    data: rData,
    ours: async () => customersIn(await plain(), "champions"),
  },
];

const retail = "online_retail/online_retail.csv.gz";
const retailSource = "pandas on UCI Online Retail, clean set, reference day 2011-12-10";
const retailColumns = {
  customer: "CustomerID",
  date: "InvoiceDate",
  quantity: "Quantity",
  price: "UnitPrice",
  order: "InvoiceNo",
} as const;
const retailData = once(() => load(dataFile(retail).path));
const found = once(async () => rfm(await retailData(), retailColumns));
const byRank = once(async () => rfm(await retailData(), { ...retailColumns, scores: "rank" }));
const column = async (name: string) => (await found()).table.array(name) as number[];
const total = (list: Iterable<number>) => Array.from(list).reduce((sum, value) => sum + value, 0);
const inCell = async (cell: string) => ((await byRank()).table.array("cell") as string[]).filter((each) => each === cell).length;

async function cell111ByCeiling(): Promise<number> {
  const fifths = async (name: string) => [...ranks(await column(name), "first")].map((rank) => Math.ceil((5 * rank) / 4338));
  const [recency, frequency, spend] = [await fifths("recencyDays"), await fifths("frequency"), await fifths("monetary")];
  return recency.filter((fifth, index) => fifth === 5 && frequency[index] === 1 && spend[index] === 1).length;
}

async function share(customers: number): Promise<number> {
  const monetary = (await column("monetary")).toSorted((one, other) => one - other);
  return topShare(monetary, customers / 4338).value;
}

const ofRetail = (name: string, expected: number | readonly number[], rest: Pick<Figure, "tolerance" | "ours">): Figure => ({
  name,
  expected,
  source: retailSource,
  data: retail,
  ...rest,
});

const onRetail: readonly Figure[] = [
  ofRetail("customers, Σ recency, Σ frequency", [4338, 403_692, 18_532], {
    tolerance: 0,
    ours: async () => [(await found()).values.customers, total(await column("recencyDays")), total(await column("frequency"))],
  }),
  ofRetail("Σ monetary", 8_911_407.904, { tolerance: 5e-4, ours: async () => total(await column("monetary")) }),
  ofRetail("quintile edges of recency", [13.8, 33, 72, 180], {
    tolerance: 1e-9,
    ours: async () => (await found()).values.edges.recencyDays,
  }),
  ofRetail("quintile edges of frequency", [1, 2, 3, 6], { tolerance: 1e-9, ours: async () => (await found()).values.edges.frequency }),
  ofRetail("quintile edges of monetary", [250.194, 490.096, 942.276, 2058.426], {
    tolerance: 5e-4,
    ours: async () => (await found()).values.edges.monetary,
  }),
  ofRetail("rank scores: cells 555 and 111 (pandas qcut)", [348, 184], {
    tolerance: 0,
    ours: async () => [await inCell("555"), await inCell("111")],
  }),
  ofRetail("rank scores by ⌈5·rank/n⌉: cell 111", 183, { tolerance: 0, ours: cell111ByCeiling }),
  ofRetail("revenue share of the top 20 % (867 and 868 customers)", [0.7459, 0.7462], {
    tolerance: 5e-5,
    ours: async () => [(await found()).values.concentration.top20.value, await share(868)],
  }),
  ofRetail("revenue share of the top 10 % (433 and 434 customers)", [0.6133, 0.6138], {
    tolerance: 5e-5,
    ours: async () => [(await found()).values.concentration.top10.value, await share(434)],
  }),
  ofRetail("Gini coefficient of spend", 0.7151, { tolerance: 5e-5, ours: async () => (await found()).values.concentration.gini.value }),
];

/** RFM: the published table of an R package, and one real shop computed with pandas. */
export const figures: readonly Figure[] = [...ofR, ...onRetail];
