import type { Displayable } from "../../display.js";
import type { Column, Dataset } from "../../data/dataset.js";
import { resolveColumns } from "../../data/roles.js";
import { column } from "../../engine/sql.js";
import { currentLanguage, type Language, type Text } from "../../language/language.js";
import { showAsTables } from "../../tables/row-table.js";
import { checkColumns } from "../check-columns.js";
import { funnelRoles } from "./funnel-roles.js";
import { longestChain, type Before, type EventCount } from "./longest-chain.js";
import { eventCounts, firstBefore, type EventColumns } from "./suggest-steps.sql.js";
import { funnelTitle } from "./title.js";

export interface SuggestedSteps extends Displayable {
  /** The proposed steps in their order; empty where no two events follow each other. */
  readonly steps: readonly string[];
  /** The commonest events with their users and rows, those of most users first. */
  readonly events: readonly (EventCount & { readonly rows: number })[];
  /** A column that says by which channel users came, to break the funnel down by; absent where none is found. */
  readonly breakdown: string | undefined;
}

export interface SuggestOptions {
  /** Columns by name; those left out are found by name and content. */
  readonly customer?: string | undefined;
  readonly date?: string | undefined;
  readonly event?: string | undefined;
  readonly language?: Language | undefined;
}

const mostEvents = 30;

const words = {
  title: { en: "Events in the data", "zh-CN": "数据中的事件" },
  event: { en: "event", "zh-CN": "事件" },
  users: { en: "users", "zh-CN": "用户数" },
  rows: { en: "rows", "zh-CN": "行数" },
  step: { en: "proposed as step", "zh-CN": "建议作为步骤" },
} satisfies Record<string, Text>;

async function readColumns(events: Dataset<object>, { customer, date, event }: SuggestOptions): Promise<EventColumns> {
  const { engine, relation } = events;
  const wanted = { customer: funnelRoles.customer, date: funnelRoles.date, event: funnelRoles.event };
  const given = Object.fromEntries(Object.entries({ customer, date, event }).filter(([, name]) => name !== undefined));
  const found = (await resolveColumns(events, wanted, given)) as Record<keyof typeof wanted, Column>;
  const values = await checkColumns({ analysis: funnelTitle, dataset: events, query: (query) => engine.query(query) }, found);
  return {
    source: relation,
    dialect: engine.dialect,
    user: column(found.customer.name),
    time: values.date ?? column(found.date.name),
    event: column(found.event.name),
  };
}

async function channelColumn(events: Dataset<object>): Promise<string | undefined> {
  const { channel } = await resolveColumns(events, { channel: { required: false } });
  return channel?.name;
}

/**
 * Which events could be the steps of a funnel?
 *
 * One row of the data is one event. The proposal is the longest chain of events in which at least four in five users of an event had done the
 * one before it first; see `longestChain`. It is a start for your own choice: it cannot know which steps matter to you.
 *
 * @param events columns `customer`, `date`, `event`; those not named are found by name and content
 * @returns `steps`, `events` (at most 30) and `breakdown`; shows itself as a table of the events
 * @throws DataError `role-missing`, `role-ambiguous`, `column-missing`, `column-unreadable`
 *
 * @example
 * const events = await load("sample:funnel");
 * const { steps } = await suggestSteps(events);
 */
export async function suggestSteps(events: Dataset<object>, options: SuggestOptions = {}): Promise<SuggestedSteps> {
  const { language = currentLanguage() } = options;
  const columns = await readColumns(events, options);
  const counted = (await events.engine.query(eventCounts(columns, mostEvents))).objects() as {
    event: string;
    users: number;
    row_count: number;
  }[];
  const before = (await events.engine.query(firstBefore(columns, mostEvents))).objects({ limit: Infinity }) as Before[];
  const found = counted.map(({ event, users, row_count: rows }) => ({ event, users, rows }));
  const steps = longestChain(found, before);
  const rows = found.map(({ event, users, rows: count }) => ({
    [words.event[language]]: event,
    [words.users[language]]: users,
    [words.rows[language]]: count,
    [words.step[language]]: steps.includes(event) ? steps.indexOf(event) + 1 : undefined,
  }));
  return showAsTables({ steps, events: found, breakdown: await channelColumn(events) }, [{ title: words.title[language], rows }]);
}
