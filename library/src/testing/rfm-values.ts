import type { Text } from "../language/index.js";
import type { RfmValues, SegmentValues, Share } from "../analyses/rfm/values.js";

/** One customer as the charts need it. */
export interface Shopper {
  readonly recencyDays: number;
  readonly frequency: number;
  readonly monetary: number;
}

export const segmentNames: readonly Text[] = [
  { en: "Champions", "zh-CN": "冠军客户" },
  { en: "Loyal", "zh-CN": "忠诚客户" },
  { en: "Potential loyalists", "zh-CN": "潜在忠诚客户" },
  { en: "New", "zh-CN": "新客户" },
  { en: "Promising", "zh-CN": "有潜力客户" },
  { en: "Need attention", "zh-CN": "需关注客户" },
  { en: "About to sleep", "zh-CN": "即将沉睡客户" },
  { en: "At risk", "zh-CN": "流失风险客户" },
  { en: "Can't lose them", "zh-CN": "不可流失客户" },
  { en: "Hibernating", "zh-CN": "沉睡客户" },
  { en: "Lost", "zh-CN": "已流失客户" },
];

/** Seeded customers who look like those of a shop: most bought once, a few very often; recency falls off slowly. */
export function shoppers(count: number, seed = 1): Shopper[] {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  return Array.from({ length: count }, () => {
    const frequency = Math.max(1, Math.round(random() ** -0.7 * 1.2));
    return {
      recencyDays: Math.floor((370 * random() ** 2) / Math.sqrt(frequency)),
      frequency,
      monetary: Math.round(frequency * 30_000 * (0.2 + random())) / 100,
    };
  });
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0);
const share = (value: number, half: number): Share => ({ value, interval: [Math.max(0, value - half), Math.min(1, value + half)] });
const medianOf = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b)[numbers.length >> 1] ?? 0;

/** Scores 1 to `groups` by rank; ties go by order. */
function scores(values: readonly number[], groups: number): number[] {
  const ranked = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value);
  const result = values.map(() => 1);
  ranked.forEach(({ index }, rank) => (result[index] = 1 + Math.floor((rank * groups) / values.length)));
  return result;
}

/** Values of an RFM result with every number that the charts read, made from customers by plain definitions. */
export function rfmValues(
  customers: readonly Shopper[],
  { groups = 5, names = segmentNames }: { groups?: number; names?: readonly Text[] } = {},
): RfmValues {
  const recency = scores(
    customers.map(({ recencyDays }) => -recencyDays),
    groups,
  );
  const frequency = scores(
    customers.map((customer) => customer.frequency),
    groups,
  );
  const revenue = total(customers.map(({ monetary }) => monetary));
  const segmentOf = (index: number) =>
    Math.floor(((2 * groups - (recency[index] ?? 1) - (frequency[index] ?? 1)) * names.length) / (2 * groups - 1));
  const segments = names.map((name, position): SegmentValues => {
    const members = customers.filter((_, index) => segmentOf(index) === position);
    const spent = total(members.map(({ monetary }) => monetary));
    const rate = members.length / customers.length;
    return {
      id: name.en.toLowerCase().replaceAll(/\W+/g, "-"),
      name,
      customers: members.length,
      customerShare: share(rate, 1.96 * Math.sqrt((rate * (1 - rate)) / customers.length)),
      orders: total(members.map((member) => member.frequency)),
      revenue: spent,
      revenueShare: share(revenue === 0 ? 0 : spent / revenue, members.length === 0 ? 0 : 0.02),
      medianRecencyDays: medianOf(members.map(({ recencyDays }) => recencyDays)),
      medianFrequency: medianOf(members.map((member) => member.frequency)),
      medianMonetary: medianOf(members.map(({ monetary }) => monetary)),
    };
  });
  const steps = Array.from({ length: groups }, (_, index) => index + 1);
  const sizesOf = (given: readonly number[]) => steps.map((step) => given.filter((score) => score === step).length);
  const grid = steps.flatMap((r) =>
    steps.map((f) => {
      const members = customers.filter((_, index) => recency[index] === r && frequency[index] === f);
      return { recency: r, frequency: f, customers: members.length, revenue: total(members.map(({ monetary }) => monetary)) };
    }),
  );
  return {
    asOf: "2011-12-10",
    period: { from: "2010-12-01", to: "2011-12-09" },
    customers: customers.length,
    orders: total(customers.map((customer) => customer.frequency)),
    revenue,
    rows: { read: 3 * customers.length + 12, used: 3 * customers.length },
    setAside: [{ kind: "cancelled", rows: 12, amount: -345.6 }],
    groups,
    edges: {
      recencyDays: [14, 33, 72, 180].slice(0, groups - 1),
      frequency: [1, 2, 3, 6].slice(0, groups - 1),
      monetary: [250, 490, 942, 2058].slice(0, groups - 1),
    },
    scoreSizes: { recency: sizesOf(recency), frequency: sizesOf(frequency), monetary: sizesOf(recency) },
    grid,
    segments,
    concentration: {
      top10: { ...share(0.61, 0.05), customers: customers.length / 10 },
      top20: { ...share(0.75, 0.03), customers: customers.length / 5 },
      gini: share(0.72, 0.02),
    },
    density: densityOf(customers),
  };
}

const frequencyEdges = [1, 2, 3, 4, 6, 9, 13, 19, 28, 41, 61, 90, 133, 197, 292, 433];
const daysPerBin = 15;

function densityOf(customers: readonly Shopper[]): RfmValues["density"] {
  const bins = new Map<string, { recencyDays: [number, number]; frequency: [number, number]; customers: number }>();
  for (const { recencyDays, frequency } of customers) {
    const from = Math.floor(recencyDays / daysPerBin) * daysPerBin;
    const level = frequencyEdges.findLastIndex((edge) => edge <= frequency);
    const bin = {
      recencyDays: [from, from + daysPerBin],
      frequency: [frequencyEdges[level] ?? 1, frequencyEdges[level + 1] ?? frequency + 1],
    } as const;
    const known = bins.get(JSON.stringify(bin));
    bins.set(JSON.stringify(bin), {
      recencyDays: [...bin.recencyDays],
      frequency: [...bin.frequency],
      customers: (known?.customers ?? 0) + 1,
    });
  }
  return [...bins.values()];
}
