import { kernelSpec } from "../../kernel/dist/command/install-kernel.js";
import { denoProgram, peerPython, peers } from "../setup/places.mjs";

const orders = `interface Order { customer: string; amount: number }
const orders: Order[] = ["a", "b", "a", "c"].map((customer, index) => ({ customer, amount: index + 1 }));`;

/** What each kernel is given. A cell's answer must be found in its result or in what it prints, else its time does not count. */
const typescript = {
  importCell: `import { from, op } from "arquero";`,
  trivial: (round) => ({ code: `${round} + 1`, answer: String(round + 1) }),
  checked: (round) => ({
    code: `${orders}
const totals = from(orders).groupby("customer").rollup({ total: op.sum("amount") });
const answer: number = totals.numRows() + ${round};
answer`,
    answer: String(3 + round),
  }),
  /** A cell with one wrong type: a kernel that checks names it. */
  wrong: { code: `const wrong: number = from([{ amount: 1 }]).columnNames();`, complaint: /string\[\]/ },
  declare: "let total = 0;",
  loop: { code: "total = 0;\nfor (let i = 0; i < 20_000_000; i++) total += i;\ntotal", answer: "199999990000000" },
  logs: "for (let i = 0; i < 20000; i++) console.log(`line ${i}`);",
};

const python = {
  trivial: typescript.trivial,
  declare: "total = 0",
  loop: { code: "total = 0\nfor i in range(20_000_000): total += i\ntotal", answer: typescript.loop.answer },
  logs: `for i in range(20000): print(f"line {i}")`,
};

/** How many lines the logging cell writes. */
export const logLines = 20_000;

/** Ours first, then the rivals; `argv` as each one's kernelspec has it, with programs by their full path. */
export const kernels = () => [
  { name: "Marklab", argv: kernelSpec().argv, cells: typescript },
  {
    name: "tslab",
    argv: [process.execPath, peers("npm", "node_modules", "tslab", "bin", "tslab"), "kernel", "--config-path={connection_file}"],
    cells: typescript,
  },
  {
    name: "Deno",
    argv: [denoProgram(), "jupyter", "--kernel", "--conn", "{connection_file}"],
    env: { DENO_DIR: peers("deno") },
    cells: typescript,
  },
  { name: "ipykernel", argv: [peerPython, "-m", "ipykernel_launcher", "-f", "{connection_file}"], cells: python },
];
