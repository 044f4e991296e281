import { randomBytes } from "node:crypto";
import { cp, mkdir, rename, rm, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { builtFile, packageFolder } from "../built-file.js";

/** Where a kernel is registered: in an environment (`prefix`), for the whole machine (`user: false`) or, by default, for this user. */
export interface KernelPlace {
  readonly user?: boolean;
  readonly prefix?: string;
}

/** The name under which front ends start this kernel. */
export const kernelName = "marklab";

/** What Jupyter reads to start the kernel. */
export function kernelSpec(node: string = process.execPath): Record<string, unknown> {
  return {
    argv: [node, builtFile("kernel"), "{connection_file}"],
    display_name: "TypeScript (Marklab)",
    language: "typescript",
    interrupt_mode: "message",
    metadata: { debugger: false },
  };
}

/**
 * Registers the kernel with Jupyter, without Python, and returns the folder it wrote.
 *
 * The folder appears whole or not at all; an older registration is replaced.
 *
 * @example await installKernel({ prefix: "/srv/notebooks/.venv" }); // …/.venv/share/jupyter/kernels/marklab
 */
export async function installKernel(place: KernelPlace = {}): Promise<string> {
  const folder = kernelFolder(place);
  const fresh = `${folder}.${randomBytes(4).toString("hex")}`;
  await mkdir(dirname(folder), { recursive: true });
  try {
    await cp(join(packageFolder(), "kernelspec"), fresh, { recursive: true });
    await writeFile(join(fresh, "kernel.json"), `${JSON.stringify(kernelSpec(), null, 2)}\n`);
    await rm(folder, { recursive: true, force: true });
    await rename(fresh, folder);
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return folder;
}

/** Removes the registration and returns the folder it lay in; a kernel that is not registered there is no error. */
export async function uninstallKernel(place: KernelPlace = {}): Promise<string> {
  const folder = kernelFolder(place);
  await rm(folder, { recursive: true, force: true });
  return folder;
}

/** The folder that holds the registration, on Linux, macOS and Windows; `JUPYTER_DATA_DIR` moves the user's. */
export function kernelFolder(
  place: KernelPlace,
  system: System = { platform: process.platform, env: process.env, home: homedir() },
): string {
  return join(dataFolder(place, system), "kernels", kernelName);
}

interface System {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly home: string;
}

function dataFolder(place: KernelPlace, { platform, env, home }: System): string {
  if (place.prefix !== undefined) return join(place.prefix, "share", "jupyter");
  if (place.user === false) {
    return platform === "win32" ? join(env["PROGRAMDATA"] ?? "C:\\ProgramData", "jupyter") : join("/usr", "local", "share", "jupyter");
  }
  if (env["JUPYTER_DATA_DIR"]) return env["JUPYTER_DATA_DIR"];
  if (platform === "win32") return join(env["APPDATA"] ?? join(home, "AppData", "Roaming"), "jupyter");
  if (platform === "darwin") return join(home, "Library", "Jupyter");
  return join(env["XDG_DATA_HOME"] ?? join(home, ".local", "share"), "jupyter");
}
