import { mkdtemp, readFile, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { isAbsolute, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { installKernel, kernelFolder, uninstallKernel } from "./install-kernel.js";

let prefix: string;
beforeEach(async () => {
  prefix = await mkdtemp(join(tmpdir(), "marklab-install-"));
});
afterEach(() => rm(prefix, { recursive: true, force: true }));

describe("installKernel()", () => {
  it("writes a kernel.json with absolute paths and message interrupts, and the logos", async () => {
    const folder = await installKernel({ prefix });
    expect(folder).toBe(join(prefix, "share", "jupyter", "kernels", "marklab"));
    const spec = JSON.parse(await readFile(join(folder, "kernel.json"), "utf8")) as { argv: string[] };
    expect(spec).toMatchObject({ display_name: "TypeScript (Marklab)", language: "typescript", interrupt_mode: "message" });
    expect(spec.argv).toHaveLength(3);
    expect(isAbsolute(spec.argv[0] ?? "")).toBe(true);
    expect(isAbsolute(spec.argv[1] ?? "")).toBe(true);
    expect(spec.argv[2]).toBe("{connection_file}");
    expect((await readdir(folder)).sort()).toEqual(["kernel.json", "logo-32x32.png", "logo-64x64.png", "logo-svg.svg"]);
  });

  it("replaces an older registration and leaves nothing beside it", async () => {
    await installKernel({ prefix });
    const folder = await installKernel({ prefix });
    expect(await readdir(join(folder, ".."))).toEqual(["marklab"]);
  });

  it("rejects when the folder cannot be written", async () => {
    await expect(installKernel({ prefix: "/dev/null" })).rejects.toThrow();
  });
});

describe("uninstallKernel()", () => {
  it("removes the folder and does not mind when there is none", async () => {
    const folder = await installKernel({ prefix });
    expect(await uninstallKernel({ prefix })).toBe(folder);
    expect(await readdir(join(folder, ".."))).toEqual([]);
    expect(await uninstallKernel({ prefix })).toBe(folder);
  });
});

describe("kernelFolder()", () => {
  const home = join("/home", "ada");
  const at = (platform: NodeJS.Platform, env: NodeJS.ProcessEnv, place = {}) => kernelFolder(place, { platform, env, home });

  it.each([
    ["linux", {}, join(home, ".local", "share", "jupyter", "kernels", "marklab")],
    ["linux", { XDG_DATA_HOME: "/data" }, join("/data", "jupyter", "kernels", "marklab")],
    ["darwin", {}, join(home, "Library", "Jupyter", "kernels", "marklab")],
    ["win32", { APPDATA: "/roaming" }, join("/roaming", "jupyter", "kernels", "marklab")],
    ["linux", { JUPYTER_DATA_DIR: "/jupyter" }, join("/jupyter", "kernels", "marklab")],
  ] as const)("finds the user's folder on %s with %o", (platform, env, expected) => {
    expect(at(platform, env)).toBe(expected);
  });

  it("prefers a prefix to JUPYTER_DATA_DIR, and the machine's folder when not for one user", () => {
    expect(at("linux", { JUPYTER_DATA_DIR: "/jupyter" }, { prefix: "/venv" })).toBe(
      join("/venv", "share", "jupyter", "kernels", "marklab"),
    );
    expect(at("linux", {}, { user: false })).toBe(join("/usr", "local", "share", "jupyter", "kernels", "marklab"));
  });
});
