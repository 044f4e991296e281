import type { Text } from "../language/language.js";
import type { Column, Dataset, Role } from "./dataset.js";
import { columnMissing, roleAmbiguous, roleMissing } from "./errors.js";
import { nearestName } from "./nearest-name.js";

/** What an analysis wants: roles, and whether it can do without. */
export type WantedRoles = Readonly<Partial<Record<Role, { readonly required: boolean }>>>;

/** Columns named by the user, by role. */
export type GivenColumns = Readonly<Partial<Record<Role, string | undefined>>>;

/** A guess below this is never taken without the user naming the column. */
const sureEnough = 0.5;

/** Guesses that are nearer than this are equally good. */
const equallyGood = 0.03;

const roleTexts: Readonly<Record<Role, Text>> = {
  customer: { en: "customer", "zh-CN": "客户" },
  order: { en: "order", "zh-CN": "订单" },
  date: { en: "date", "zh-CN": "日期" },
  amount: { en: "amount", "zh-CN": "金额" },
  quantity: { en: "quantity", "zh-CN": "数量" },
  price: { en: "unit price", "zh-CN": "单价" },
  product: { en: "product", "zh-CN": "商品" },
  channel: { en: "channel", "zh-CN": "渠道" },
  campaign: { en: "campaign", "zh-CN": "活动" },
  cost: { en: "cost", "zh-CN": "花费" },
  event: { en: "event", "zh-CN": "事件" },
  variant: { en: "variant", "zh-CN": "实验组别" },
  outcome: { en: "outcome", "zh-CN": "结果" },
  session: { en: "session", "zh-CN": "会话" },
  duration: { en: "duration", "zh-CN": "时长" },
  text: { en: "text", "zh-CN": "文本" },
};

const confidenceFor = ({ roles }: Column, role: Role): number => roles.find((guess) => guess.role === role)?.confidence ?? 0;

/**
 * Which column holds what an analysis wants? Columns that the user names are taken; the others are found by their guesses.
 *
 * A column serves one role: the surest guess is settled first. What was found, and how sure that is, stands in the column's `roles`.
 *
 * @throws DataError `column-missing` for a name that is not there (with the nearest), `role-missing` and `role-ambiguous` for a required
 *   role that no column, or more than one column, fits
 */
export async function resolveColumns(
  { columns }: Pick<Dataset<object>, "columns">,
  wanted: WantedRoles,
  given: GivenColumns = {},
): Promise<Partial<Record<Role, Column>>> {
  const resolved: Partial<Record<Role, Column>> = {};
  for (const [role, name] of Object.entries(given) as [Role, string | undefined][]) {
    if (name !== undefined) resolved[role] = columnNamed(columns, name);
  }
  const taken = new Set(Object.values(resolved));
  const free = columns.filter((column) => !taken.has(column));
  const open = (Object.keys(wanted) as Role[]).filter((role) => resolved[role] === undefined);
  for (const { role, column } of surestFirst(free, open)) {
    if (taken.has(column) || resolved[role]) continue;
    if (rivals(free, role, column, taken).length > 0) {
      if (wanted[role]?.required) throw ambiguous(free, role, column, taken);
      continue;
    }
    resolved[role] = column;
    taken.add(column);
  }
  for (const role of open) if (wanted[role]?.required && !resolved[role]) throw missing(columns, role, taken);
  return resolved;
}

/**
 * The column of a name that a call gives, such as that of a step's filter or of a metric.
 *
 * @throws DataError `column-missing` with the nearest name
 */
export function columnNamed(columns: readonly Column[], name: string): Column {
  const found = columns.find((column) => column.name === name);
  if (found) return found;
  const names = columns.map((column) => column.name);
  throw columnMissing({ name, columns: names, nearest: nearestName(name, names) });
}

const surestFirst = (columns: readonly Column[], roles: readonly Role[]): { role: Role; column: Column; confidence: number }[] =>
  roles
    .flatMap((role) => columns.map((column) => ({ role, column, confidence: confidenceFor(column, role) })))
    .filter(({ confidence }) => confidence >= sureEnough)
    .sort((one, other) => other.confidence - one.confidence);

/** Other columns that fit a role as well and that are not about something else more surely. */
const rivals = (columns: readonly Column[], role: Role, chosen: Column, taken: ReadonlySet<Column>): Column[] =>
  columns.filter(
    (column) =>
      column !== chosen &&
      !taken.has(column) &&
      confidenceFor(column, role) > confidenceFor(chosen, role) - equallyGood &&
      column.roles[0]?.role === chosen.roles[0]?.role,
  );

const ambiguous = (columns: readonly Column[], role: Role, chosen: Column, taken: ReadonlySet<Column>): Error =>
  roleAmbiguous({ role, roleText: roleTexts[role], candidates: [chosen, ...rivals(columns, role, chosen, taken)].map(({ name }) => name) });

function missing(columns: readonly Column[], role: Role, taken: ReadonlySet<Column>): Error {
  const best = columns
    .filter((column) => !taken.has(column))
    .sort((one, other) => confidenceFor(other, role) - confidenceFor(one, role))[0];
  return roleMissing({ role, roleText: roleTexts[role], columns: columns.map(({ name }) => name), nearest: best?.name });
}
