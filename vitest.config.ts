import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** One after another, so that what measures time (sockets, Stop, a real browser) has the machine to itself. */
const alone = (name: string, order: number, include: string[], exclude: string[] = []) => ({
  extends: true as const,
  test: { name, include, exclude, fileParallelism: false, sequence: { groupOrder: order } },
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
      {
        extends: true,
        test: {
          name: "product",
          include: ["kernel/src/command/**/*.test.ts", "tests/templates/**/*.test.ts"],
          globalSetup: ["tests/build-command.ts"],
          sequence: { groupOrder: 1 },
        },
      },
      alone("kernel", 2, ["kernel/src/**/*.test.ts"], ["kernel/src/command/**"]),
      alone("lab", 3, ["tests/lab/**/*.test.ts"]),
    ],
  },
});
