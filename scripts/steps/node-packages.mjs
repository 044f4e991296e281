import { inRoot } from "./paths.mjs";
import { readIfThere } from "./files.mjs";
import { Problem } from "./problem.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

const packagesIn = (path) => JSON.parse(readIfThere(path) ?? '{"packages":{}}').packages;

/**
 * True when node_modules holds what package-lock.json asks for. npm writes its own list of what is installed at the very end, so an installation that
 * was cut short is found incomplete. Optional packages (those of other platforms) may be absent.
 */
function areComplete() {
  const installed = packagesIn(inRoot("node_modules", ".package-lock.json"));
  return Object.entries(packagesIn(inRoot("package-lock.json"))).every(
    ([path, wanted]) => path === "" || (installed[path] ? installed[path].version === wanted.version : wanted.optional),
  );
}

/** npm as the program that started us, or as the one on the PATH (on Windows a .cmd file, which only a shell starts). */
const npm = (words, options) =>
  process.env.npm_execpath?.endsWith(".js")
    ? run(process.execPath, [process.env.npm_execpath, ...words], options)
    : run("npm", words, { ...options, shell: process.platform === "win32" });

/** Installs the npm packages exactly as package-lock.json lists them, unless they are there. */
export async function installNodePackages() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    throw new Problem(
      `Marklab needs Node.js 20.19 or newer; this is ${process.versions.node}. Install a newer one from https://nodejs.org and try again.`,
    );
  }
  if (areComplete()) return;
  await step("Installing npm packages", () =>
    npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
      hint: "Check that this machine reaches the npm registry, then try again.",
    }),
  );
}
