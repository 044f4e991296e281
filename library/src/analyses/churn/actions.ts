import type { Language, Text } from "../../language/language.js";
import type { ActionGroup, ActionPlan } from "../actions/action-group.js";
import { featureName } from "./feature-name.js";
import type { Result } from "../result.js";
import type { ChurnValues, ModelValues } from "./values.js";

/** One row of the main table as the plans read it. */
interface Row {
  readonly customer: string;
  readonly probability: number;
  readonly grade: string;
  readonly outcome: string;
  readonly reasons: readonly string[];
}

const reasonColumns = ["reason1", "reason2", "reason3"];

/** Those who can still be reached, the likeliest first. */
function reachable({ table }: Result<ChurnValues>): Row[] {
  const rows = table.objects({ limit: Infinity }) as readonly Record<string, unknown>[];
  return rows
    .map((row) => ({
      customer: String(row["customer"]),
      probability: Number(row["probability"]),
      grade: String(row["grade"]),
      outcome: String(row["outcome"]),
      reasons: reasonColumns.flatMap((column) => (typeof row[column] === "string" && row[column] !== "" ? [row[column]] : [])),
    }))
    .filter(({ outcome }) => outcome !== "event");
}

/** A reason in the words of a language: what was made of a log is called by its name. */
function inWords(reason: string, values: ChurnValues, language: Language): string {
  const [feature = "", ...rest] = reason.split(": ");
  return [featureName(feature, values, language), ...rest].join(": ");
}

/** Why each of them is on the list, strongest reason first. */
const notesOf = (rows: readonly Row[], values: ChurnValues): ReadonlyMap<string, Text> =>
  new Map(
    rows.map(({ customer, reasons }) => {
      const words = (language: Language) => reasons.map((reason) => inWords(reason, values, language));
      return [customer, { en: words("en").join("; "), "zh-CN": words("zh-CN").join("；") }];
    }),
  );

type Plan = Pick<ActionGroup, "id" | "name" | "action">;

const groupOf = (plan: Plan, rows: readonly Row[], values: ChurnValues): ActionGroup[] =>
  rows.length === 0 ? [] : [{ ...plan, members: rows.map(({ customer }) => customer), notes: notesOf(rows, values) }];

const call: Plan = {
  id: "call",
  name: { en: "Highest risk", "zh-CN": "高风险" },
  action: { en: "Call in person this week; start from the reason noted", "zh-CN": "本周专人电话联系，从所列原因谈起" },
};
const write: Plan = {
  id: "write",
  name: { en: "Raised risk", "zh-CN": "较高风险" },
  action: { en: "Write, with an offer that fits the reason noted", "zh-CN": "发送消息，按所列原因给出相应方案" },
};

/** Who is worth a contact: above the threshold that pays best, or else the two best grades. */
function worthContact({ profit }: ModelValues, rows: readonly Row[]): Row[] {
  if (!profit) return rows.filter(({ grade }) => grade === "A" || grade === "B");
  return profit.best.share > 0 ? rows.filter(({ probability }) => probability >= profit.best.threshold) : [];
}

/** The warning list: customers who are still there and whose contact pays, in two groups. Nothing where the model does not beat the base rate. */
export const churnActions: ActionPlan<ChurnValues> = (result) => {
  const { values } = result;
  const { model } = values;
  if (!model?.evaluation.beatsBaseRate) return [];
  const worthy = worthContact(model, reachable(result));
  const isTop = ({ grade }: Row) => grade === "A";
  return [
    ...groupOf(call, worthy.filter(isTop), values),
    ...groupOf(
      write,
      worthy.filter((row) => !isTop(row)),
      values,
    ),
  ];
};

const gradePlans: readonly Plan[] = [
  {
    id: "A",
    name: { en: "Grade A", "zh-CN": "A 级" },
    action: { en: "Call today, by the salesperson in charge", "zh-CN": "当天由负责销售电话联系" },
  },
  {
    id: "B",
    name: { en: "Grade B", "zh-CN": "B 级" },
    action: { en: "Call this week, offer a demo", "zh-CN": "本周电话联系，邀请演示" },
  },
  {
    id: "C",
    name: { en: "Grade C", "zh-CN": "C 级" },
    action: { en: "E-mail series; call when they respond", "zh-CN": "邮件培育，有回应再电话联系" },
  },
  {
    id: "D",
    name: { en: "Grade D", "zh-CN": "D 级" },
    action: { en: "Newsletter only, no sales time", "zh-CN": "仅发送资讯，不占用销售时间" },
  },
];

/** The leads that have not bought, by grade. Nothing where the model does not beat the base rate. */
export const leadActions: ActionPlan<ChurnValues> = (result) => {
  const { values } = result;
  if (!values.model?.evaluation.beatsBaseRate) return [];
  const rows = reachable(result);
  const ofGrade = (id: string) => rows.filter(({ grade }) => grade === id);
  return gradePlans.flatMap((plan) => groupOf(plan, ofGrade(plan.id), values));
};
