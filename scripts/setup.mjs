/**
 * Installs and builds whatever a fresh checkout lacks; what is already there is left alone, so a second run takes well under a second. It needs nothing
 * but Node, since it runs before the npm packages are there. Each step looks at the real thing first, so a run that was cut short is mended by the next one.
 */
import { pathToFileURL } from "node:url";
import { installBrowser } from "./steps/browser.mjs";
import { buildProducts } from "./steps/build-products.mjs";
import { installJupyterLab } from "./steps/jupyterlab.mjs";
import { installNodePackages } from "./steps/node-packages.mjs";
import { reportAndExit } from "./steps/problem.mjs";
import { registerWithJupyterLab } from "./steps/register.mjs";

/**
 * @param options.lab also JupyterLab in `.venv`, with kernel and extension registered there (default true)
 * @param options.browser also a browser and a Chinese font for the browser tests (default false)
 * @throws Problem whose message says what is missing on this machine and how to get it
 */
export async function setUp({ browser = false, lab = true } = {}) {
  await installNodePackages();
  if (lab) await installJupyterLab();
  await buildProducts();
  if (lab) await registerWithJupyterLab();
  if (browser) await installBrowser();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await setUp().catch(reportAndExit);
