import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { Problem } from "./problem.mjs";
import { step } from "./progress.mjs";
import { run } from "./run.mjs";

const programs = ["chromium", "google-chrome", "google-chrome-stable", "chromium-browser", "microsoft-edge", "msedge", "chrome"];
const {
  ProgramFiles = "C:\\Program Files",
  "ProgramFiles(x86)": ProgramFilesX86 = "C:\\Program Files (x86)",
  LOCALAPPDATA = "",
} = process.env;
const places = {
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`),
  win32: [ProgramFiles, ProgramFilesX86, LOCALAPPDATA].flatMap((folder) => [
    `${folder}\\Google\\Chrome\\Application\\chrome.exe`,
    `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`,
  ]),
};

/** The path of the first name that the PATH knows. */
function onPath(name) {
  const { status, stdout } = spawnSync(process.platform === "win32" ? "where" : "which", [name], { encoding: "utf8" });
  return status === 0 ? stdout.split(/\r?\n/)[0] : undefined;
}

/** The path of an installed Chromium, Chrome or Edge (or of the one that MARKLAB_BROWSER names); undefined where there is none. */
export function findBrowser() {
  if (process.env.MARKLAB_BROWSER) return process.env.MARKLAB_BROWSER;
  return (places[process.platform] ?? []).find((path) => existsSync(path)) ?? programs.map(onPath).find(Boolean);
}

const hasChineseFont = () => (spawnSync("fc-list", [":lang=zh-cn"], { encoding: "utf8" }).stdout ?? "").trim() !== "";
const canUseApt = () => process.platform === "linux" && process.getuid() === 0 && onPath("apt-get") !== undefined;

/**
 * Makes sure that the browser tests can run: on Debian and Ubuntu, as root, Chromium and a Chinese font are installed.
 *
 * @throws Problem that says what to install elsewhere
 */
export async function installBrowser() {
  const missing = [...(findBrowser() ? [] : ["chromium"]), ...(process.platform !== "linux" || hasChineseFont() ? [] : ["fonts-noto-cjk"])];
  if (missing.length === 0) return;
  if (canUseApt()) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const hint = "Check that this machine reaches its Debian mirror, then try again.";
    await step(`Installing ${missing.join(" and ")}`, async () => {
      await run("apt-get", ["update", "-q"], { env, hint });
      await run("apt-get", ["install", "-y", "-q", "--no-install-recommends", ...missing], { env, hint });
    });
  } else if (missing.includes("chromium")) {
    throw new Problem(
      "The browser tests need Chrome, Chromium or Edge, and none was found. Install one of them (Debian and Ubuntu: sudo apt install chromium " +
        "fonts-noto-cjk), or set MARKLAB_BROWSER to the program's path, and try again.",
    );
  }
}
