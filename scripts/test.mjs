/**
 * `npm test`: sets up what is missing, checks style and types, runs every test, and closes with one line,
 * `N passed, N failed` (`, N skipped`). Words after `--` go to Vitest and skip the style and type checks: `npm test -- library/src/data`.
 */
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setUp } from "./setup.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const report = `${root}.cache/test-report.json`;
const words = process.argv.slice(2);

const check = (title, program, ...options) => run({ title, program, options, isQuiet: true });

/** Runs one of the installed packages' programs; true when it ends well. A quiet one says what it has to say at its end. */
function run({ title, program, options, isQuiet = false }) {
  if (!isQuiet) console.log(`\n▶ ${title}`);
  const started = performance.now();
  const stdio = isQuiet ? ["ignore", "pipe", "pipe"] : "inherit";
  const child = spawn(process.execPath, [`${root}node_modules/${program}`, ...options], { cwd: root, stdio });
  const said = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => said.push(chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      process.stdout.write(Buffer.concat(said));
      console.log(`${status === 0 ? "✓" : "✗"} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)`);
      resolve(status === 0);
    });
  });
}

/** Counts by outcome. A file that could not be collected, or a run that ended early, is a failure too. */
function countTests(endedWell) {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = JSON.parse(readFileSync(report, "utf8"));
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.every((test) => test.status !== "failed"),
  );
  for (const { name, message } of brokenFiles) console.log(`✗ ${name}: ${message}`);
  const failed = numFailedTests + brokenFiles.length;
  return { passed: numPassedTests, failed: failed === 0 && !endedWell ? 1 : failed, skipped: numPendingTests + numTodoTests };
}

await setUp({ browser: true, lab: true });
mkdirSync(`${root}.cache`, { recursive: true });
rmSync(report, { force: true });
const checks =
  words.length > 0
    ? []
    : await Promise.all([
        check("ESLint", "eslint/bin/eslint.js", "."),
        check("Prettier", "prettier/bin/prettier.cjs", "--check", ".", "--log-level", "warn"),
        check("Types of sources and tests", "typescript/bin/tsc", "-p", "tests"),
      ]);
const endedWell = await run({
  title: "Tests",
  program: "vitest/vitest.mjs",
  options: ["run", "--reporter=default", "--reporter=json", `--outputFile=${report}`, ...words],
});
const tests = countTests(endedWell);
const passed = tests.passed + checks.filter(Boolean).length;
const failed = tests.failed + checks.filter((check) => !check).length;
console.log(`\n${passed} passed, ${failed} failed${tests.skipped > 0 ? `, ${tests.skipped} skipped` : ""}`);
process.exitCode = failed === 0 ? 0 : 1;
