import type { Example } from "./example.js";

const customers = 120;
const day = 86_400_000;

/** The day of a customer's next visit: every customer has a rhythm of its own, and every third one stops coming one day. */
function visit(index: number): Date {
  const customer = index % customers;
  const rhythm = 4 + (customer % 9);
  const last = customer % 3 === 0 ? 150 + ((customer * 37) % 100) : Infinity;
  const regular = Math.floor(index / customers) * rhythm + (customer % 5);
  return new Date(Date.UTC(2024, 0, 1) + Math.min(regular, last, 300) * day);
}

/** A log of visits: customers who come regularly, and customers who stop. */
export const churnExample: Example = {
  values: { customer: (index) => `c${index % customers}`, date: visit },
  roles: ["customer", "date"],
  options: { days: 45, compare: false },
  rows: customers * 40,
};
