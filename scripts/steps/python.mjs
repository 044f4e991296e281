import { spawnSync } from "node:child_process";
import { Problem } from "./problem.mjs";

const names =
  process.platform === "win32"
    ? [["py", "-3"], ["python"], ["python3"]]
    : ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11", "python3.10"].map((name) => [name]);

const question = `
import importlib.util, json, sys
print(json.dumps({
  "path": sys.executable,
  "version": list(sys.version_info[:2]),
  "canMakeEnvironments": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))`;

/** What one name on the PATH stands for, or undefined when it starts nothing that answers. */
function ask([program, ...words]) {
  const { status, stdout } = spawnSync(program, [...words, "-c", question], { encoding: "utf8" });
  return status === 0 ? JSON.parse(stdout) : undefined;
}

const isNewEnough = ({ version: [major, minor] }) => major > 3 || (major === 3 && minor >= 10);
const howToInstall =
  "Install it from https://www.python.org/downloads (Windows: tick “Add python.exe to PATH”; macOS: brew install python; " +
  "Debian and Ubuntu: sudo apt install python3 python3-venv), open a new terminal and try again.";

/**
 * The path of a Python ≥ 3.10 that can make virtual environments.
 *
 * @throws Problem that says what is missing and how to install it
 */
export function findPython() {
  const found = names.map(ask).filter(Boolean);
  const newEnough = found.filter(isNewEnough);
  const able = newEnough.find(({ canMakeEnvironments }) => canMakeEnvironments);
  if (able) return able.path;
  if (newEnough[0]) {
    const version = newEnough[0].version.join(".");
    throw new Problem(
      `Python ${version} (${newEnough[0].path}) lacks its modules venv and ensurepip, which make the environment for JupyterLab. ` +
        `On Debian and Ubuntu: sudo apt install python${version}-venv; elsewhere reinstall Python from https://www.python.org/downloads. Then try again.`,
    );
  }
  const seen = found.length > 0 ? `found only Python ${found.map(({ version }) => version.join(".")).join(", ")}` : "found none";
  throw new Problem(
    `JupyterLab needs Python 3.10 or newer; ${seen} (looked for ${names.map((name) => name.join(" ")).join(", ")}). ${howToInstall}`,
  );
}
