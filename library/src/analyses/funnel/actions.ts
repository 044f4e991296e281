import { texts } from "../texts.js";
import type { Text } from "../../language/language.js";
import type { ActionGroup, ActionPlan } from "../actions/action-group.js";
import type { Result } from "../result.js";
import type { FunnelValues, StepValues } from "./values.js";

/** Those who stopped no longer ago than this still remember; both are counted from the last event of the data. */
export const recentDays = 14;
const millisecondsPerDay = 86_400_000;

/** How far one person came at most, and when. */
interface Person {
  readonly customer: string;
  readonly reached: number;
  readonly last: number;
}

/** One entry per person: of several sessions or entries the one that came farthest, and of those the latest. */
function personsOf({ tables }: Result<FunnelValues>): Person[] {
  const rows = (tables["people"]?.table.objects({ limit: Infinity }) ?? []) as { customer: string; reached: number; last: string }[];
  const persons = new Map<string, Person>();
  for (const { customer, reached, last } of rows) {
    const [known, person] = [persons.get(customer), { customer, reached, last: Date.parse(last) }];
    if (!known || reached > known.reached || (reached === known.reached && person.last > known.last)) persons.set(customer, person);
  }
  return [...persons.values()];
}

const stoppedBefore = (name: string): Text => ({ en: `Stopped before "${name}"`, "zh-CN": `止步于“${name}”之前` });

const names = {
  recent: (step: string): Text =>
    texts(
      (f) => `${stoppedBefore(step).en} in the last ${f.count(recentDays)} days`,
      (f) => `最近 ${f.count(recentDays)} 天内${stoppedBefore(step)["zh-CN"]}`,
    ),
  earlier: (step: string): Text => ({ en: `${stoppedBefore(step).en} earlier`, "zh-CN": `更早之前${stoppedBefore(step)["zh-CN"]}` }),
};

const actions = {
  remind: { en: "Remind once of the step they left, and offer help with it", "zh-CN": "提醒一次其未完成的步骤，并提供协助" },
  ask: { en: "Ask once what held them back; no discount", "zh-CN": "询问一次未继续的原因，不发优惠" },
  finish: { en: "Help in person to finish: answer open questions", "zh-CN": "由专人协助完成，解答疑问" },
} satisfies Record<string, Text>;

/** Persons who came to `from` and not to `to`. */
const between = (persons: readonly Person[], from: number, to: number): Person[] =>
  persons.filter(({ reached }) => reached >= from && reached < to);

const groupOf = (id: string, about: { readonly name: Text; readonly action: Text }, persons: readonly Person[]): ActionGroup[] =>
  persons.length === 0 ? [] : [{ id, ...about, members: persons.map(({ customer }) => customer) }];

/** The last required step and the one before it: those who stop there are nearest to conversion. */
function lastStop({ steps }: FunnelValues): readonly [before: StepValues, last: StepValues] | undefined {
  const [before, last] = steps.filter(({ isOptional }) => !isOptional).slice(-2);
  return before && last && [before, last];
}

/**
 * Whom to write to: those who stopped at the biggest leak lately, those who stopped there earlier, and those who were nearest to conversion
 * lately. Where no leak is clear, only the nearest. Nobody who converted is on the list, and nobody is in two groups.
 */
export const funnelActions: ActionPlan<FunnelValues> = (result) => {
  const { leak } = result.values;
  const persons = personsOf(result);
  const end = persons.reduce((latest, { last }) => Math.max(latest, last), 0);
  const isRecent = ({ last }: Person) => last >= end - recentDays * millisecondsPerDay;
  const isClear = leak !== undefined && (leak.next === undefined || leak.next.isClear);
  const atLeak = isClear ? between(persons, leak.from, leak.step) : [];
  const stop = lastStop(result.values);
  const nearest = stop && !(isClear && leak.step === stop[1].index) ? between(persons, stop[0].index, stop[1].index).filter(isRecent) : [];
  return [
    ...groupOf("nearest", { name: names.recent(stop?.[1].name ?? ""), action: actions.finish }, nearest),
    ...groupOf("leak-recent", { name: names.recent(leak?.name ?? ""), action: actions.remind }, atLeak.filter(isRecent)),
    ...groupOf(
      "leak-earlier",
      { name: names.earlier(leak?.name ?? ""), action: actions.ask },
      atLeak.filter((person) => !isRecent(person)),
    ),
  ];
};
