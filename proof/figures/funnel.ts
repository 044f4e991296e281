import { driversOf, isSkewed, oddsRatio } from "../../library/src/analyses/funnel/driver-values.js";
import { funnel } from "../../library/src/analyses/funnel/funnel.js";
import { planBins } from "../../library/src/analyses/funnel/time-bins.js";
import type { FunnelValues } from "../../library/src/analyses/funnel/values.js";
import { load } from "../../library/src/data/index.js";
import { dataFile } from "../../library/src/testing/data-folder.js";
import { once } from "../once.js";
import type { Figure } from "../figure.js";

type Options = Parameters<typeof funnel>[1] & object;

/** Events of one user: what, and when in hours from the start. */
type User = readonly (readonly [event: string, hour: number])[];

interface Row {
  readonly user: string;
  readonly event: string;
  readonly time: Date;
  readonly key?: string;
}

const start = Date.UTC(2024, 0, 1);
const second = 1 / 3600;
const minute = 1 / 60;
const day = 24;

const rowsOf = (users: readonly User[]): Row[] =>
  users.flatMap((events, index) =>
    events.map(([event, hour]) => ({ user: `u${index}`, event, time: new Date(start + Math.round(hour * 3600) * 1000) })),
  );

async function valuesOf(users: readonly User[], options: Options): Promise<FunnelValues> {
  const data = await load(rowsOf(users));
  return (await funnel(data, { customer: "user", date: "time", event: "event", ...options } as never)).values;
}

const counts = ({ steps }: FunnelValues): number[] => steps.map(({ count }) => count);
const repeated = (count: number, user: User): User[] => Array.from({ length: count }, () => user);

const posthog = "PostHog, test cases of its funnel queries";

/** A case that ends in the number of users at each step. */
const counted = (name: string, expected: readonly number[], users: readonly User[], options: Options, source = posthog): Figure => ({
  name,
  source,
  expected,
  tolerance: 0,
  ours: async () => counts(await valuesOf(users, options)),
});

const ab = { steps: ["A", "B"] };
const abc = { steps: ["A", "B", "C"] };
const windowCase: User[] = [
  [
    ["A", 14],
    ["B", 14 + 5 * minute],
  ],
  [["A", 14 + 3 * minute]],
  [
    ["A", 12],
    ["B", 12.25],
  ],
];
const timesCase: User[] = [
  [
    ["A", 12],
    ["B", 13],
    ["C", 15],
  ],
  [
    ["A", 14],
    ["B", 16],
  ],
  [
    ["A", 14],
    ["B", 16],
    ["C", 17],
  ],
];
const laterTries: User[] = [
  [
    ["A", 0],
    ["B", 1],
    ["C", 2],
    ["A", 2 * day],
    ["B", 2 * day + 1],
    ["A", 3 * day],
    ["B", 3 * day + 3],
  ],
];
const conversions = [2220, 3600, 82_800].map((seconds): User => [
  ["A", 0],
  ["B", seconds * second],
]);

const means = ({ steps }: FunnelValues) => steps.slice(1).map(({ timeFromPrevious }) => timeFromPrevious?.mean ?? Number.NaN);
const medians = ({ steps }: FunnelValues) => steps.slice(1).map(({ timeFromPrevious }) => timeFromPrevious?.median ?? Number.NaN);

const times: readonly Figure[] = [
  counted("window of 14 days: users", [3, 2], windowCase, ab),
  counted("window of 5 minutes: users", [3, 1], windowCase, { ...ab, window: 5, windowUnit: "minute" }),
  {
    name: "window of 14 days and of 5 minutes: mean seconds to convert",
    source: posthog,
    expected: [600, 300],
    tolerance: 0,
    ours: async () => [
      (await valuesOf(windowCase, ab)).time?.mean ?? Number.NaN,
      (await valuesOf(windowCase, { ...ab, window: 5, windowUnit: "minute" })).time?.mean ?? Number.NaN,
    ],
  },
  {
    name: "step times: means",
    source: posthog,
    expected: [6000, 5400],
    tolerance: 0,
    ours: async () => means(await valuesOf(timesCase, abc)),
  },
  {
    name: "step times: medians",
    source: posthog,
    expected: [7200, 5400],
    tolerance: 0,
    ours: async () => medians(await valuesOf(timesCase, abc)),
  },
  {
    name: "incomplete later tries do not count: users at the end, means and medians",
    source: posthog,
    expected: [1, 3600, 3600, 3600, 3600],
    tolerance: 0,
    ours: async () => {
      const values = await valuesOf(laterTries, { ...abc, window: 1 });
      return [values.converted, ...means(values), ...medians(values)];
    },
  },
  {
    name: "bins of their own: lower edges in seconds",
    source: posthog,
    expected: [2220, 42_510, 82_800],
    tolerance: 0,
    ours: async () => ((await valuesOf(conversions, ab)).time?.histogram ?? []).map(({ from }) => from),
  },
  {
    name: "bins of their own: users",
    source: posthog,
    expected: [2, 0, 1],
    tolerance: 0,
    ours: async () => ((await valuesOf(conversions, ab)).time?.histogram ?? []).map(({ count }) => count),
  },
  {
    name: "mean of the times in the bins",
    source: posthog,
    expected: 29_540,
    tolerance: 0,
    ours: async () => (await valuesOf(conversions, ab)).time?.mean ?? Number.NaN,
  },
  {
    name: "seven bins: width, and users in them (the empty bin after the last one is not listed)",
    source: posthog,
    expected: [11_512, 2, 0, 0, 0, 0, 0, 1],
    tolerance: 0,
    ours: async () => {
      const histogram = (await valuesOf(conversions, { ...ab, bins: 7 })).time?.histogram ?? [];
      return [planBins({ n: 3, least: 2220, most: 82_800 }, 7).width, ...histogram.map(({ count }) => count)];
    },
  },
];

const slow = (late: number, near: number, far: number): User[] => [
  ...repeated(10, [
    ["A", 0],
    ["B", near],
  ]),
  ...repeated(late, [
    ["A", 0],
    ["B", far],
  ]),
];

const exclusionUsers: User[] = [
  [
    ["A", 0],
    ["B", 2],
  ],
  [
    ["A", 0],
    ["x", 1],
    ["B", 2],
  ],
  [
    ["A", 0],
    ["x", 1],
  ],
  [
    ["A", 0],
    ["x", 25],
  ],
];
const excluding: Options = { ...ab, exclusions: ["x"] };
const tenSeconds: Options = { ...excluding, window: 10, windowUnit: "second" };

/** Eight users: seven sign up; two view a page next, one of them an insight after that; whatever comes between breaks the order. */
const strictUsers: User[] = [
  [["signup", 0]],
  [["signup", 0]],
  [
    ["signup", 0],
    ["other", 1],
    ["pageview", 2],
  ],
  [
    ["signup", 0],
    ["insight", 1],
  ],
  [
    ["signup", 0],
    ["pageview", 1],
    ["other", 2],
    ["insight", 3],
  ],
  [
    ["signup", 0],
    ["pageview", 1],
    ["insight", 2],
  ],
  [
    ["signup", 0],
    ["insight", 1],
    ["pageview", 2],
  ],
  [
    ["pageview", 0],
    ["insight", 1],
  ],
];

const filtered = async (steps: Options["steps"]): Promise<number[]> => {
  const rows: Row[] = [
    ...rowsOf([
      [
        ["A", 0],
        ["B", 1],
      ],
    ]).map((row) => ({ ...row, key: "Safari" })),
    ...rowsOf([[], [["A", 0]]]).map((row) => ({ ...row, key: "Safari" })),
    ...rowsOf([[], [["B", 1]]]).map((row) => ({ ...row, key: "Chrome" })),
    ...rowsOf([
      [],
      [],
      [
        ["A", 0],
        ["B", 1],
      ],
    ]).map((row) => ({ ...row, key: "Chrome" })),
  ];
  const { values } = await funnel(await load(rows), { customer: "user", date: "time", event: "event", steps } as never);
  return counts(values);
};
const safari = [{ column: "key", is: "Safari" }];

const ordering: readonly Figure[] = [
  counted("7 days: 10 users after 1 day, 15 after 9", [25, 10, 0], slow(15, day, 9 * day), {
    window: 7,
    steps: ["A", "B", { event: "B", where: [{ column: "user", is: "nobody" }] }],
  }),
  counted("15 seconds: 10 users after 10 s, 15 after 20 s", [25, 10, 0], slow(15, 10 * second, 20 * second), {
    window: 15,
    windowUnit: "second",
    steps: ["A", "B", { event: "B", where: [{ column: "user", is: "nobody" }] }],
  }),
  counted(
    "the same event as both steps",
    [2, 1],
    [
      [
        ["A", 0],
        ["A", 1],
      ],
      [["A", 0]],
    ],
    { steps: ["A", "A"] },
  ),
  counted(
    "any event three times: users with 1, 2, 2, 1 and 3 events",
    [5, 3, 1],
    [1, 2, 2, 1, 3].map((events) => Array.from({ length: events }, (_, hour) => ["A", hour] as const)),
    { steps: [{ name: "any" }, { name: "any" }, { name: "any" }] },
  ),
  counted(
    "a skipped middle step leaves nothing after it",
    [2, 1, 1],
    [
      [
        ["A", 0],
        ["C", 1],
      ],
      [
        ["A", 0],
        ["B", 1],
        ["C", 2],
      ],
    ],
    abc,
  ),
  {
    name: "a condition on both steps; on the first step alone with a third that nobody does",
    source: `${posthog}; the users are made for it`,
    expected: [2, 1, 2, 2, 0],
    tolerance: 0,
    ours: async () => [
      ...(await filtered([
        { event: "A", where: safari },
        { event: "B", where: safari },
      ])),
      ...(await filtered([{ event: "A", where: safari }, "B", { event: "B", where: [{ column: "key", is: "Opera" }] }])),
    ],
  },
  counted("exclusion within 1 day: two of four users are left", [2, 1], exclusionUsers, { ...excluding, window: 1 }),
  counted(
    "exclusion within 10 s, entered again later",
    [1, 0],
    [
      [
        ["A", 0],
        ["x", second],
        ["A", 31 * second],
        ["B", day],
      ],
    ],
    tenSeconds,
  ),
  counted(
    "exclusion after the second entry",
    [1, 0],
    [
      [
        ["A", 0],
        ["A", 31 * second],
        ["x", 32 * second],
        ["B", day],
      ],
    ],
    tenSeconds,
  ),
  counted(
    "exclusion after both entries",
    [0, 0],
    [
      [
        ["A", 0],
        ["A", second],
        ["x", 2 * second],
        ["B", day],
      ],
    ],
    tenSeconds,
  ),
  counted(
    "strict order: sign-up, page view, insight",
    [7, 2, 1],
    strictUsers,
    { steps: ["signup", "pageview", "insight"], order: "strict" },
    `${posthog}; the users are made for it`,
  ),
];

const prior = (convertedWith: number, stoppedWith: number, converted: number, stopped: number) =>
  oddsRatio({ converted, stopped, convertedWith, stoppedWith }).value;

const drivers: readonly Figure[] = [
  {
    name: "odds ratios with a prior count of one",
    source: `${posthog} (correlation)`,
    expected: [11, 1 / 11, 3, 12 / 7],
    tolerance: 1e-12,
    ours: () => [prior(5, 0, 10, 10), prior(0, 5, 10, 10), prior(2, 0, 3, 1), prior(5, 0, 11, 1)],
  },
  {
    name: "skewed: 11 to 1, 10 to 1, 1 to 11 (1: yes)",
    source: `${posthog} (correlation)`,
    expected: [1, 0, 1],
    tolerance: 0,
    ours: () => [isSkewed(11, 1), isSkewed(10, 1), isSkewed(1, 11)].map(Number),
  },
  {
    name: "drivers listed of 30 on either side",
    source: `${posthog} (correlation)`,
    expected: [10, 10],
    tolerance: 0,
    ours: () => {
      const rows = Array.from({ length: 60 }, (_, index) => ({ value: `v${index}`, converted: index, stopped: 60 - index }));
      const { found } = driversOf([{ column: "event", rows, tooRare: 0 }], { converted: 60, stopped: 60 });
      return (["conversion", "stopping"] as const).map((side) => found.filter(({ goesWith }) => goesWith === side).length);
    },
  },
];

/** Events one hour after the other, such as "ABCD". */
const inTurn = (events: string): User => [...events].map((event, hour) => [event, hour] as const);
const level = async (user: User, options: Options): Promise<number> =>
  counts(await valuesOf([user], options)).reduce((sum, one) => sum + one, 0);
const levelOf = (name: string, expected: number, source: string, run: { user: User; options: Options }): Figure => ({
  name,
  source,
  expected,
  tolerance: 0,
  ours: () => level(run.user, { semantics: "clickhouse", ...run.options }),
});
const inWords = { steps: ["1", "2", "3"] };
const abcd = { steps: ["A", "B", "C", "D"] };
const views: Options = { steps: ["view", "cart", "purchase"], window: 1, windowUnit: "hour" };
const hologres = "Hologres, documentation of windowFunnel";
const starRocks = "StarRocks and Doris, documentation of window_funnel";
const behavioral = "duckdb-behavioral, test/sql/window_funnel.test";

const windowFunnel: readonly Figure[] = [
  levelOf("windowFunnel: c1 c2 c3 c4", 3, hologres, { user: inTurn("1234"), options: inWords }),
  levelOf("windowFunnel: c4 c3 c2 c1", 1, hologres, { user: inTurn("4321"), options: inWords }),
  counted("windowFunnel: c4 c3 beside c1 c2: only the second enters", [1, 1, 0], [inTurn("43"), inTurn("12")], inWords, hologres),
  levelOf("deduplication: A B C B D", 3, starRocks, { user: inTurn("ABCBD"), options: { ...abcd, order: "strict", strict: "repeats" } }),
  levelOf("fixed: A B D C", 2, starRocks, { user: inTurn("ABDC"), options: { ...abcd, order: "strict", strict: "steps" } }),
  counted(
    "window_funnel: view, cart, purchase within an hour",
    [3, 2, 1],
    [
      [
        ["view", 0],
        ["cart", 5 * minute],
        ["purchase", 10 * minute],
      ],
      [
        ["view", 0],
        ["cart", 5 * minute],
      ],
      [
        ["view", 0],
        ["cart", 5],
      ],
    ],
    { ...views, semantics: "clickhouse" },
    behavioral,
  ),
  levelOf("window_funnel: 10:00, 10:20, 11:30 within an hour", 2, "duckdb-behavioral, documentation", {
    user: [
      ["view", 10],
      ["cart", 10 + 20 * minute],
      ["purchase", 11.5],
    ],
    options: views,
  }),
];

const mixpanel = "Mixpanel, documentation of funnels";
const again: User = [
  ["A", 13],
  ["A", 13.5],
  ["B", 13.75],
  ["C", 14.25],
];
const reentry: User = [
  ["A", 0],
  ["A", 0.5],
  ["B", 1.25],
];
const hour = { window: 1, windowUnit: "hour" } as const;

const reentries: readonly Figure[] = [
  counted(
    "A 13:00, A 13:30, B 13:45, C 14:15 within an hour: reaches B",
    [1, 1, 0],
    [again],
    { ...abc, ...hour, semantics: "mixpanel" },
    mixpanel,
  ),
  counted("re-entry, default: 0 of 1", [1, 0], [reentry], { ...ab, ...hour, semantics: "mixpanel" }, mixpanel),
  counted("re-entry, optimised: 1 of 2", [2, 1], [reentry], { ...ab, ...hour, semantics: "mixpanel", counts: "events" }, mixpanel),
];

const shopData = "rete_ecom/ecom.csv.gz";
const shopSource = "Retentioneering's synthetic shop, 31,106 events of 600 users; computed apart from Marklab";
const shop = once(() => load(dataFile(shopData).path));
const whole = { window: 3660 };
const path = ["catalog", "product_view", "add_to_cart", "purchase"];
const columns = { customer: "user_id", date: "timestamp", event: "event", session: "session_id" };

const ofShop = (name: string, expected: readonly number[], options: Options): Figure => ({
  name: `shop: ${name}`,
  source: shopSource,
  expected,
  tolerance: 0,
  data: shopData,
  ours: async () => counts((await funnel(await shop(), { ...columns, steps: path, drivers: "off", ...options } as never)).values),
});

const real: readonly Figure[] = [
  ofShop("users", [600, 596, 502, 274], whole),
  ofShop("sessions", [2837, 2108, 602, 135], { ...whole, counts: "sessions" }),
  ofShop("users within an hour of the entry", [600, 591, 383, 119], hour),
  ofShop("sessions, three steps", [2837, 819, 213], { ...whole, counts: "sessions", steps: ["catalog", "add_to_cart", "purchase"] }),
];

export const figures: readonly Figure[] = [...times, ...ordering, ...drivers, ...windowFunnel, ...reentries, ...real];
