import type { Example } from "./example.js";

/** Leads who looked at many pages or few, and bought more often when they looked at many. */
export const leadScoreExample: Example = {
  values: { outcome: (index) => ((index * 7) % 20 < 2 * (index % 10) ? "Yes" : "No") },
  columns: { pages: (index) => index % 10 },
  options: { features: ["pages"], compare: false },
  names: ["customer", "order", "outcome"],
};
