import type { Browser, Page } from "playwright-core";
import type { Language } from "marklab/language";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openLab } from "./lab-page.js";
import { openBrowser, watchedPage } from "./open-browser.js";
import { type Lab, startLab } from "./start-lab.js";

/** What the tests of one file share: a JupyterLab, and a page of a real browser that shows it. */
export interface LabInUse {
  readonly lab: Lab;
  readonly page: Page;
  /** What went wrong on the page so far; a test that provokes an error takes it out. */
  readonly complaints: string[];
}

/**
 * Starts JupyterLab and a browser before the tests of a file and ends both after them, also when one of them did not start. `prepare` may put files into
 * the folder of notebooks first. The last test of the file is that nothing went wrong on the page: no error, no request to outside.
 */
export function useLab(test: (use: () => LabInUse) => void, options: { language?: Language; prepare?: (lab: Lab) => void } = {}): void {
  let lab: Lab | undefined;
  let browser: Browser | undefined;
  let inUse: LabInUse;

  beforeAll(async () => {
    lab = await startLab(options);
    options.prepare?.(lab);
    browser = await openBrowser();
    const watched = await watchedPage(browser, lab.url);
    inUse = { lab, ...watched };
    await openLab(watched.page, lab);
  });

  afterAll(async () => {
    await browser?.close();
    await lab?.stop();
  });

  test(() => inUse);

  it("did nothing that a user or a guard of data would mind", () => expect(inUse.complaints).toEqual([]));
}
