import { type Browser, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../scripts/steps/browser.mjs";

const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-lcd-text",
  "--force-color-profile=srgb",
];

/** A page of a real browser, and everything on it that should not have happened. */
export interface WatchedPage {
  readonly page: Page;
  /** Console errors, uncaught errors and requests to other machines, as texts. */
  readonly complaints: string[];
}

export async function openBrowser(): Promise<Browser> {
  const executablePath = findBrowser();
  if (!executablePath) throw new Error("These tests need Chrome, Chromium or Edge: install one, or name it in MARKLAB_BROWSER.");
  return chromium.launch({ executablePath, args: flags });
}

/** Opens an empty page whose complaints are collected from the very start. Nothing may leave for another host than `origin`. */
export async function watchedPage(browser: Browser, origin: string): Promise<WatchedPage> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 1000 } });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => complaints.push(`page: ${error.stack ?? error.message}`));
  page.on("request", (request) => {
    const { protocol, host } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && host !== new URL(origin).host) complaints.push(`request to outside: ${request.url()}`);
  });
  return { page, complaints };
}
