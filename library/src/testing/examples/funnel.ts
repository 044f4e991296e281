import type { Example } from "./example.js";

const events = ["visit", "cart", "pay", "help"];

/** Forty-five users who visit; two of three put something into the cart, half of those pay; a fourth event is no step. */
export const funnelExample: Example = {
  values: {
    customer: (index) => `u${index % 45}`,
    date: (index) => new Date(Date.UTC(2024, 0, 1, 0, index)),
    event: (index) => {
      const user = index % 45;
      const visit = Math.floor(index / 45);
      const last = user % 3 === 0 ? 0 : user % 2 === 0 ? 1 : 2;
      return visit <= last ? events[visit] : "help";
    },
  },
  options: { steps: ["visit", "cart", "pay"], window: 1, windowUnit: "hour" },
  names: ["customer", "event"],
};
