import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../..", import.meta.url));
export const inRoot = (...parts) => join(root, ...parts);

const isWindows = process.platform === "win32";
/** The virtual environment that holds JupyterLab. */
export const venv = inRoot(".venv");
export const venvPython = isWindows ? join(venv, "Scripts", "python.exe") : join(venv, "bin", "python");
export const venvShare = (...parts) => join(venv, "share", "jupyter", ...parts);
