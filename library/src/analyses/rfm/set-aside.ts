import { inOrderOfKind } from "../set-aside.js";
import { settle } from "./summarise.js";
import type { SetAside } from "./values.js";

/** Adds rows to the kind they belong to and puts the kinds in their order; kinds without rows are left out. */
export function mergeSetAside(found: readonly SetAside[], more: SetAside): SetAside[] {
  const merged = new Map<SetAside["kind"], SetAside>();
  for (const { kind, rows, amount } of [...found, more]) {
    const sofar = merged.get(kind) ?? { kind, rows: 0, amount: 0 };
    merged.set(kind, { kind, rows: sofar.rows + rows, amount: sofar.amount + amount });
  }
  return inOrderOfKind([...merged.values()]).map((one) => ({ ...one, amount: settle(one.amount) }));
}
