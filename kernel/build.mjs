/** Bundles the kernel's programs: one file each, so that a start reads few files. Packages with native or large parts stay outside. */
import { build } from "esbuild";
import { fileURLToPath } from "node:url";

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));

/** Node looks through a CommonJS file for its exports before it imports it, which takes longer for TypeScript than running it: it is required instead. */
const requireTypeScript = {
  name: "require-typescript",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^typescript$/ }, () => ({ path: "typescript", namespace: "required" }));
    onLoad({ filter: /.*/, namespace: "required" }, () => ({ contents: 'export default __createRequire(import.meta.url)("typescript");' }));
  },
};

await build({
  entryPoints: {
    kernel: path("src/kernel.ts"),
    "session-child": path("src/session/child/main.ts"),
    "language-worker": path("src/language/worker.ts"),
    "typescript-hooks": path("src/session/child/typescript-hooks.ts"),
  },
  outdir: path("dist/bundle"),
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  external: ["zeromq"],
  plugins: [requireTypeScript],
  sourcemap: "linked",
  logLevel: "warning",
  banner: { js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);' },
});
