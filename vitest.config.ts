import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One after another, so that what measures time (sockets, Stop, a real browser) has the machine to itself. */
const alone = (name: string, order: number, include: string[]) => ({
  extends: true as const,
  test: { name, include, fileParallelism: false, sequence: { groupOrder: order } },
});

/** Tests run on the sources; what needs the built product (kernel, JupyterLab) starts it from `dist`. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^marklab\/(language|templates|report)$/, replacement: source("./library/src/$1/index.ts") },
      { find: /^marklab$/, replacement: source("./library/src/index.ts") },
    ],
  },
  test: {
    setupFiles: ["tests/fail-on-console.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["library/src/**/*.test.ts", "extension/src/**/*.test.ts", "tests/*.test.ts", "bench/*/*.test.mjs", "proof/*.test.ts"],
          sequence: { groupOrder: 0 },
        },
      },
      alone("kernel", 1, ["kernel/src/**/*.test.ts"]),
      alone("templates", 2, ["tests/templates/**/*.test.ts"]),
      alone("lab", 3, ["tests/lab/**/*.test.ts"]),
    ],
  },
});
