import type { ActionGroup } from "../actions/action-group.js";
import type { Result } from "../result.js";
import { segmentAction } from "./segment-actions.js";
import type { RfmValues } from "./values.js";

/** One action per segment that has customers. */
export function rfmActions({ table, values }: Result<RfmValues>): readonly ActionGroup[] {
  const members = new Map<string, string[]>(values.segments.map(({ id }) => [id, []]));
  const segments = table.array("segment") as string[];
  (table.array("customer") as unknown[]).forEach((customer, index) => members.get(segments[index] ?? "")?.push(String(customer)));
  return values.segments
    .map(({ id, name }) => ({ id, name, action: segmentAction(id), members: members.get(id) ?? [] }))
    .filter(({ members: ids }) => ids.length > 0);
}
