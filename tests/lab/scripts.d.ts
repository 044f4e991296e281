declare module "*/scripts/steps/browser.mjs" {
  export function findBrowser(): string | undefined;
}
