declare module "*/scripts/steps/browser.mjs" {
  export function findBrowser(): string | undefined;
}

declare module "*/scripts/steps/files.mjs" {
  export function fingerprint(paths: readonly string[]): string;
  export function writeWhole(path: string, text: string): void;
}

declare module "*/scripts/steps/problem.mjs" {
  export class Problem extends Error {}
}

declare module "*/scripts/steps/python.mjs" {
  export function findPython(): string;
}

declare module "*/scripts/steps/run-until-stopped.mjs" {
  export function runUntilStopped(program: string, words: readonly string[], options: { cwd: string }): Promise<number>;
}
