import type { Text } from "../../language/language.js";
import type { Result } from "../result.js";

/** People for whom one action is planned. */
export interface ActionGroup {
  readonly id: string;
  readonly name: Text;
  /** What to do with them, in one line. */
  readonly action: Text;
  /** Ids of the people; their order does not matter. */
  readonly members: readonly string[];
  /** What is to be known of single people, such as why they are on the list. */
  readonly notes?: ReadonlyMap<string, Text> | undefined;
  /** Nobody is held out, because nothing is done to them whose effect could be measured. */
  readonly isWhole?: boolean;
}

/** What an analysis proposes to do: its groups of people, in the order in which they are to be read. */
export type ActionPlan<Values> = (result: Result<Values>) => readonly ActionGroup[];
