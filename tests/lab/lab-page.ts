import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import type { Notebook, Output } from "marklab/templates";
import type { Lab } from "./start-lab.js";

const artefacts = fileURLToPath(new URL("../../artefacts/", import.meta.url));

/** What the tests use of the application that JupyterLab exposes with `--expose-app-in-browser`. */
interface App {
  restored: Promise<void>;
  commands: { execute(id: string, args?: object): Promise<unknown> };
  shell: { currentWidget: NotebookPanel | null };
}

interface SharedCell {
  getSource(): string;
  setSource(source: string): void;
}

interface NotebookPanel {
  context: { ready: Promise<void>; path: string; model: { dirty: boolean; toJSON(): Notebook; sharedModel: { cells: SharedCell[] } } };
  sessionContext: {
    ready: Promise<void>;
    session: { kernel: { name: string; status: string; info: Promise<unknown> } | null } | null;
  };
}

declare global {
  interface Window {
    jupyterapp: App;
  }
}

/** Opens JupyterLab afresh and waits until it stands. */
export async function openLab(page: Page, lab: Lab): Promise<void> {
  await page.goto(`${lab.url}/lab?reset&token=${lab.token}`);
  await page.waitForFunction(() => window.jupyterapp !== undefined);
  await page.evaluate(() => window.jupyterapp.restored);
}

export const execute = (page: Page, command: string, args: object = {}): Promise<void> =>
  page.evaluate(async ([id, values]) => void (await window.jupyterapp.commands.execute(id, values)), [command, args] as const);

/** Waits until the notebook in front is loaded and its kernel has answered. */
export const untilKernelAnswers = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    const panel = window.jupyterapp.shell.currentWidget;
    await panel?.context.ready;
    await panel?.sessionContext.ready;
    await panel?.sessionContext.session?.kernel?.info;
  });

/** The notebook in front, as it stands in the browser. */
export const frontNotebook = (page: Page): Promise<{ path: string; dirty: boolean; kernel: string; notebook: Notebook }> =>
  page.evaluate(() => {
    const panel = window.jupyterapp.shell.currentWidget;
    if (!panel) throw new Error("no notebook is open");
    const { path, model } = panel.context;
    return { path, dirty: model.dirty, kernel: panel.sessionContext.session?.kernel?.name ?? "", notebook: model.toJSON() };
  });

export const outputsOf = ({ cells }: Notebook): Output[] => cells.flatMap((cell) => cell.outputs ?? []);

/** Changes one line of the parameters, as a user does who types another text between its quotes. */
export const setParameter = (page: Page, name: string, text: string): Promise<void> =>
  page.evaluate(
    ([parameter, value]) => {
      const line = new RegExp(`^let ${parameter}: string = ".*";$`, "m");
      const cell = window.jupyterapp.shell.currentWidget?.context.model.sharedModel.cells.find((one) => line.test(one.getSource()));
      if (!cell) throw new Error(`no cell sets "${parameter}"`);
      cell.setSource(cell.getSource().replace(line, `let ${parameter}: string = ${JSON.stringify(value)};`));
    },
    [name, text] as const,
  );

/** A picture of the page for people to look at, under `artefacts/`. */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(artefacts, { recursive: true });
  await page.screenshot({ path: `${artefacts}${name}.png` });
}
