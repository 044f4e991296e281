import { ColumnTable, table } from "arquero";
import type { Text } from "../../language/language.js";
import { lazyColumn } from "../../tables/lazy-column.js";
import type { NamedTable } from "../result-table.js";
import { tableLabels } from "./table-labels.js";
import { decileOf, gradeOf } from "./list-places.js";
import type { Question } from "./question.js";
import type { ScoredPeople } from "./score-people.js";
import type { ChurnValues, GroupValues, ReasonValues } from "./values.js";

const missingMark = "–";

/** `Contract: Month-to-month ↑`: the arrow says whether it goes with more or fewer events. */
export const reasonText = ({ feature, value, contribution }: ReasonValues | Partial<ReasonValues>): string =>
  feature === undefined ? "" : `${feature}: ${value ?? missingMark} ${(contribution ?? 0) > 0 ? "↑" : "↓"}`;

/** The list of people, and the further tables of a result. */
export function tablesOf(
  values: ChurnValues,
  people: ScoredPeople | undefined,
  question: Question,
): { table: ColumnTable; tables: Record<string, NamedTable> } {
  return { table: peopleTable(people), tables: furtherTables(values, question) };
}

function peopleTable(people: ScoredPeople | undefined): ColumnTable {
  const length = people?.length ?? 0;
  const column = <Value>(at: (place: number) => Value) => lazyColumn(length, at);
  const person = (place: number) => (people as ScoredPeople).at(place);
  const reason = (place: number, which: number) => reasonText((people as ScoredPeople).reasonsAt(place)[which] ?? {});
  return new ColumnTable({
    customer: column((place) => person(place).customer),
    probability: column((place) => Number(person(place).probability.toPrecision(6))),
    score: column((place) => Math.round((1 - person(place).rank) * 100)),
    decile: column((place) => decileOf(person(place).rank)),
    grade: column((place) => gradeOf(person(place).rank)),
    outcome: column((place) => person(place).outcome),
    reason1: column((place) => reason(place, 0)),
    reason2: column((place) => reason(place, 1)),
    reason3: column((place) => reason(place, 2)),
  });
}

const titles = {
  coefficients: { en: "What goes with it: odds ratios", "zh-CN": "相关因素：优势比" },
  deciles: { en: "Tenths of the list, the likeliest first", "zh-CN": "按概率从高到低的十等分" },
  calibration: { en: "Predicted and observed rates", "zh-CN": "预测概率与实际比例" },
  profit: { en: "Profit by the share contacted", "zh-CN": "不同触达比例的利润" },
  leaks: { en: "Columns that may be known only after the outcome", "zh-CN": "可能在结果之后才知道的列" },
  features: { en: "What became of every column", "zh-CN": "各列的去向" },
} as const satisfies Record<string, Text>;

function furtherTables(values: ChurnValues, question: Question): Record<string, NamedTable> {
  const { model } = values;
  const rows: Partial<Record<keyof typeof titles, Record<string, unknown>[]>> = {
    ...(model
      ? { coefficients: coefficientRows(model), deciles: model.evaluation.deciles.map(groupRow), calibration: calibrationRows(model) }
      : {}),
    ...(model?.profit ? { profit: model.profit.curve.map((point) => ({ ...point })) } : {}),
    ...(values.leaks.length > 0 ? { leaks: leakRows(values) } : {}),
    ...(values.features.length > 0 ? { features: featureRows(values) } : {}),
  };
  return Object.fromEntries(
    Object.entries(rows).map(([name, list]) => [
      name,
      { title: titles[name as keyof typeof titles], table: columnsOf(list), labels: tableLabels(question) },
    ]),
  );
}

/** Rows as columns, so that a table without rows has its columns all the same. */
function columnsOf(rows: readonly Record<string, unknown>[]): ColumnTable {
  const names = Object.keys(rows[0] ?? {});
  return table(Object.fromEntries(names.map((name) => [name, rows.map((row) => row[name])])));
}

const coefficientRows = ({ coefficients }: NonNullable<ChurnValues["model"]>) =>
  coefficients.map(({ feature, kind, level, other, reference, step, oddsRatio, coefficient, standardError, p, n, customers, rate }) => ({
    feature,
    part: kind === "number" ? `+ ${step}` : kind === "missing" || (level === undefined && !other) ? missingMark : (level ?? "…"),
    reference: kind === "level" ? (reference ?? missingMark) : "",
    oddsRatio: oddsRatio.value,
    low: oddsRatio.interval[0],
    high: oddsRatio.interval[1],
    p,
    coefficient,
    standardError,
    n,
    customers,
    rate,
  }));

const groupRow = ({ id, customers, events, rate, lift, cumulativeGain, threshold }: GroupValues) => ({
  id,
  customers,
  events,
  rate: rate.value,
  low: rate.interval[0],
  high: rate.interval[1],
  lift,
  cumulativeGain,
  threshold,
});

const calibrationRows = ({ evaluation }: NonNullable<ChurnValues["model"]>) =>
  evaluation.calibration.bins.map(({ predicted, observed, customers, events }) => ({
    predicted,
    rate: observed.value,
    low: observed.interval[0],
    high: observed.interval[1],
    customers,
    events,
  }));

const featureRows = ({ features }: ChurnValues) =>
  features.map(({ name, kind, leftOut, sameAs, missing, auc }) => ({
    name,
    kind,
    leftOut: leftOut ?? "used",
    sameAs: sameAs ?? "",
    missing,
    auc,
  }));

const leakRows = ({ leaks }: ChurnValues) =>
  leaks.map(({ column, verdict, leftOut, signs, aucAlone, aucWith, aucWithout }) => ({
    column,
    verdict,
    leftOut,
    signs: signs.join(", "),
    aucAlone,
    aucWith,
    aucWithout,
  }));
