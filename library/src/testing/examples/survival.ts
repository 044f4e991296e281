import type { Example } from "./example.js";

/** Customers who leave in their first year or are still there. */
export const survivalExample: Example = {
  values: {
    duration: (index) => 1 + ((index * 7) % 36),
    outcome: (index) => (index % 5 < 2 ? "Yes" : "No"),
  },
  names: ["customer", "order", "outcome"],
};
