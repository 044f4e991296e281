import type { Role } from "../dataset.js";
import { plainName } from "../nearest-name.js";
import { synonyms } from "./synonyms.js";

/** A name without units and marks, so that “金额(元)” is “金额” and “Revenue, USD” is “revenue”. */
function bareName(name: string): string {
  const bare = plainName(
    name
      .normalize("NFKC")
      .replace(/[([{【<].*?[)\]}】>]/g, "")
      .replace(/[,:#*].*$/, ""),
  );
  return bare || plainName(name);
}

const roles = Object.keys(synonyms) as Role[];

const exact = new Map<string, Map<Role, number>>();
for (const role of roles) {
  for (const [confidence, names] of synonyms[role]) {
    for (const name of names.split(" ")) {
      const found = exact.get(name) ?? new Map<Role, number>();
      found.set(role, Math.max(confidence, found.get(role) ?? 0));
      exact.set(name, found);
    }
  }
}

/** Below an exact match: the name of a role within a longer one says less. */
const partly = 0.7;

/** Words that begin or end longer names, such as “shop_customer_id” or “实付金额合计”. */
const within = [...exact].filter(([name]) => name.length >= (/[a-z]/.test(name) ? 6 : 2));

/** What a column may be about by its name alone, with how sure that is. */
export function rolesOfName(name: string): Map<Role, number> {
  const bare = bareName(name);
  const found = new Map(exact.get(bare));
  if (found.size > 0) return found;
  for (const [known, meanings] of within) {
    if (!bare.startsWith(known) && !bare.endsWith(known)) continue;
    const share = known.length / bare.length;
    for (const [role, confidence] of meanings) found.set(role, Math.max(confidence * partly * (0.5 + share / 2), found.get(role) ?? 0));
  }
  return found;
}
