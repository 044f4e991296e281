import type { Example } from "./example.js";

/** Customers who differ, days that go by, amounts that grow. */
export const rfmExample: Example = {
  values: {
    customer: (index) => `c${index % 45}`,
    order: (index) => `${1000 + index}`,
    date: (index) => new Date(Date.UTC(2024, 0, 1 + ((index * 7) % 200))),
    amount: (index) => 1 + ((index * 37) % 101),
    quantity: (index) => 1 + (index % 5),
    price: (index) => 2 + (index % 7),
  },
};
