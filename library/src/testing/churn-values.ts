import type {
  CalibrationBin,
  ChurnValues,
  CoefficientValues,
  DriverValues,
  EvaluationValues,
  GroupValues,
  Measure,
  ModelValues,
  ProfitValues,
} from "../analyses/churn/values.js";
import { wilsonInterval } from "../statistics/wilson-interval.js";

/** What a made-up model says of one customer, and what became of them. */
export interface Judged {
  readonly probability: number;
  readonly hasLeft: boolean;
}

/** Seeded customers whose log odds spread by `signal`; 0 is a model that tells nothing. */
export function judgedCustomers(count: number, { signal = 1.2, rate = 0.25, seed = 1 } = {}): Judged[] {
  let state = seed;
  const random = () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
  const centre = Math.log(rate / (1 - rate));
  const customers = Array.from({ length: count }, () => {
    const noise = random() + random() + random() + random() - 2;
    const probability = 1 / (1 + Math.exp(-centre - signal * noise * 1.7));
    return { probability, hasLeft: random() < probability };
  });
  return customers.toSorted((one, other) => other.probability - one.probability);
}

const measure = (value: number, half: number): Measure => ({ value, interval: [value - half, value + half] });
const share = (events: number, all: number): Measure => ({ value: all === 0 ? 0 : events / all, interval: wilsonInterval(events, all) });
const eventsIn = (customers: readonly Judged[]) => customers.filter(({ hasLeft }) => hasLeft).length;
const meanOf = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** The customers in order cut into groups that end at these shares. */
function cut(customers: readonly Judged[], ends: readonly number[]): (readonly Judged[])[] {
  return ends.map((end, index) =>
    customers.slice(Math.round((ends[index - 1] ?? 0) * customers.length), Math.round(end * customers.length)),
  );
}

function groups(customers: readonly Judged[], ends: readonly number[], names: readonly string[]): GroupValues[] {
  const all = eventsIn(customers);
  const base = all / customers.length;
  let [before, contacted] = [0, 0];
  return cut(customers, ends).map((group, index) => {
    const events = eventsIn(group);
    before += events;
    contacted += group.length;
    return {
      id: names[index] ?? "",
      customers: group.length,
      events,
      rate: share(events, group.length),
      lift: group.length === 0 ? 0 : events / group.length / base,
      cumulativeGain: before / all,
      cumulativeLift: contacted === 0 ? 0 : before / contacted / base,
      threshold: group.at(-1)?.probability ?? 0,
    };
  });
}

const tenths = Array.from({ length: 10 }, (_, index) => (index + 1) / 10);
const hundredths = Array.from({ length: 101 }, (_, index) => index / 100);

function areaOf(customers: readonly Judged[]): number {
  let [won, others] = [0, 0];
  for (const { hasLeft } of customers.toReversed()) {
    if (hasLeft) won += others;
    else others += 1;
  }
  return won / (others * eventsIn(customers));
}

function evaluationOf(customers: readonly Judged[]): EvaluationValues {
  const events = eventsIn(customers);
  const auc = areaOf(customers);
  const half = 0.6 / Math.sqrt(events);
  const ascending = customers.toReversed();
  const bins = cut(ascending, tenths).map((bin): CalibrationBin => ({
    predicted: meanOf(bin.map(({ probability }) => probability)),
    observed: share(eventsIn(bin), bin.length),
    customers: bin.length,
    events: eventsIn(bin),
  }));
  const gain = hundredths.map((part) => ({
    share: part,
    gain: eventsIn(customers.slice(0, Math.round(part * customers.length))) / events,
  }));
  return {
    method: "cross-validation",
    folds: 5,
    customers: customers.length,
    events,
    auc: measure(auc, half),
    averagePrecision: 0.6,
    logLoss: 0.42,
    brier: 0.14,
    baseLogLoss: 0.57,
    baseBrier: 0.19,
    skill: measure(auc - 0.5, half),
    brierSkill: measure(auc - 0.5, half),
    beatsBaseRate: auc - half > 0.5,
    calibration: {
      bins: bins.filter((bin) => bin.customers > 0),
      slope: measure(0.98, 0.1),
      intercept: measure(0.01, 0.08),
      expectedError: meanOf(bins.map(({ predicted, observed }) => Math.abs(predicted - observed.value))),
    },
    deciles: groups(
      customers,
      tenths,
      tenths.map((_, index) => String(index + 1)),
    ),
    gain,
    roc: [],
  };
}

function profitOf(customers: readonly Judged[]): ProfitValues {
  const [saveValue, contactCost, contactSuccess] = [300, 15, 0.25];
  const curve = hundredths.map((part) => {
    const contacted = customers.slice(0, Math.round(part * customers.length));
    const events = eventsIn(contacted);
    return {
      share: part,
      contacts: contacted.length,
      threshold: contacted.at(-1)?.probability ?? 1,
      events,
      profit: events * saveValue * contactSuccess - contacted.length * contactCost,
    };
  });
  const best = curve.reduce((one, other) => (other.profit > one.profit ? other : one));
  const half = 200 + Math.abs(best.profit) * 0.1;
  return {
    ...{ saveValue, contactCost, contactSuccess, curve },
    best: { ...best, interval: [best.profit - half, best.profit + half] },
    everyone: curve.at(-1)?.profit ?? 0,
    breakEven: contactCost / (saveValue * contactSuccess),
  };
}

/** A feature of the made-up model: a number, or a level against a reference. */
export interface MadeFeature {
  readonly name: string;
  readonly logOdds: number;
  readonly standardError?: number;
  readonly level?: string;
  readonly reference?: string;
}

export const madeFeatures: readonly MadeFeature[] = [
  { name: "Contract", level: "Two years", reference: "Month to month", logOdds: -1.8 },
  { name: "Contract", level: "One year", reference: "Month to month", logOdds: -0.9 },
  { name: "Payment method", level: "Manual transfer", reference: "Card", logOdds: 0.8 },
  { name: "Support tickets (90 days)", logOdds: 0.35 },
  { name: "Logins (30 days)", logOdds: -0.7 },
  { name: "Age", logOdds: 0.02 },
];

function coefficientOf({ name, logOdds, standardError = 0.12, level, reference }: MadeFeature, customers: number): CoefficientValues {
  return {
    feature: name,
    ...(level === undefined ? { kind: "number" } : { kind: "level", level, ...(reference === undefined ? {} : { reference }) }),
    coefficient: logOdds,
    standardError,
    step: 1,
    oddsRatio: { value: Math.exp(logOdds), interval: [Math.exp(logOdds - 1.96 * standardError), Math.exp(logOdds + 1.96 * standardError)] },
    p: 0.001,
    n: customers,
    customers: level === undefined ? customers : Math.round(customers / 4),
    rate: 0.25,
  };
}

function driverOf({ feature, kind, level, reference, oddsRatio, step }: CoefficientValues, index: number): DriverValues {
  return {
    feature,
    kind: kind === "number" ? "number" : "category",
    strength: 1 / (index + 1),
    share: 0.2,
    direction: oddsRatio.value > 1 ? "up" : "down",
    ...(level === undefined ? {} : { level, ...(reference === undefined ? {} : { against: reference }) }),
    oddsRatio,
    step,
  };
}

function modelOf(customers: readonly Judged[], features: readonly MadeFeature[]): ModelValues {
  const coefficients = features.map((feature) => coefficientOf(feature, customers.length));
  const evaluation = evaluationOf(customers);
  return {
    fit: {
      rows: customers.length,
      events: eventsIn(customers),
      parameters: features.length,
      hasConverged: true,
      iterations: 6,
      logLikelihood: -800,
      nullLogLikelihood: -1100,
      regularisation: 0,
      troubledBy: [],
      eventsPerParameter: 40,
    },
    coefficients,
    intercept: -1,
    drivers: coefficients.map(driverOf),
    evaluation,
    comparison: {
      trees: 200,
      depth: 3,
      trainedOn: customers.length,
      auc: measure(evaluation.auc.value + 0.001, 0.02),
      averagePrecision: 0.61,
      logLoss: 0.42,
      brier: 0.14,
      difference: { ...measure(0.001, 0.004), p: 0.6, n: customers.length },
      verdict: "equal",
    },
    profit: profitOf(customers),
    grades: groups(customers, [0.1, 0.3, 0.6, 1], ["A", "B", "C", "D"]),
    warningList: [],
    drift: [],
  };
}

/** Values of a churn result with every number that readings and charts use, made from judged customers by plain definitions. */
export function churnValues(customers: readonly Judged[], features: readonly MadeFeature[] = madeFeatures): ChurnValues {
  const events = eventsIn(customers);
  const canLearn = events >= 10 && customers.length - events >= 10;
  return {
    from: "table",
    outcome: { positive: "Yes", others: ["No"] },
    customers: customers.length,
    events,
    baseRate: share(events, customers.length),
    scored: 0,
    rows: { read: customers.length + 5, used: customers.length },
    setAside: [],
    confidence: 0.95,
    features: features.map(({ name, level }) => ({ name, kind: level === undefined ? "number" : "category", missing: 0, auc: 0.6 })),
    leaks: [],
    ...(canLearn ? { model: modelOf(customers, features) } : {}),
  };
}
