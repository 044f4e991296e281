import type { Example } from "./example.js";

/** Two arms of equal size; a third of one converts, two fifths of the other. */
export const abTestExample: Example = {
  values: {
    variant: (index) => (index % 2 === 0 ? "control" : "treatment"),
    customer: (index) => `u${index}`,
    date: (index) => new Date(Date.UTC(2024, 2, 1 + (index % 14))),
    outcome: (index) => (index * 7) % 30 < (index % 2 === 0 ? 10 : 12),
    amount: (index) => ((index * 37) % 101) / 4,
  },
  roles: ["outcome"],
  names: ["variant", "customer"],
};
