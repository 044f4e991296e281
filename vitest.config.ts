import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const source = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Unit tests run on the sources; what needs a built product (kernel sockets, JupyterLab, packages) finds it in `dist`. */
export default defineConfig({
  resolve: {
    alias: [
      { find: /^marklab\/(language|templates|report)$/, replacement: source("./library/src/$1/index.ts") },
      { find: /^marklab$/, replacement: source("./library/src/index.ts") },
    ],
  },
  test: {
    include: ["library/src/**/*.test.ts", "kernel/src/**/*.test.ts", "extension/src/**/*.test.ts", "tests/**/*.test.ts"],
    setupFiles: ["tests/fail-on-console.ts"],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
