import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fingerprint, writeWhole } from "../../scripts/steps/files.mjs";
import { Problem } from "../../scripts/steps/problem.mjs";
import { findPython } from "../../scripts/steps/python.mjs";
import { runUntilStopped } from "../../scripts/steps/run-until-stopped.mjs";

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "marklab-setup-"))));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

/** A Python on the PATH that answers with this version, whatever it is asked. */
function pretendPython(version: readonly number[], canMakeEnvironments: boolean): void {
  const answer = JSON.stringify({ path: "/opt/python3", version, canMakeEnvironments });
  writeFileSync(join(folder, "python3"), `#!/bin/sh\necho '${answer}'\n`);
  chmodSync(join(folder, "python3"), 0o755);
}

describe.skipIf(process.platform === "win32")("findPython()", () => {
  beforeEach(() => void vi.stubEnv("PATH", folder));

  it("finds one that is new enough", () => {
    pretendPython([3, 10], true);
    expect(findPython()).toBe("/opt/python3");
  });

  it("says how to install Python where there is none", () => {
    expect(findPython).toThrow(Problem);
    expect(findPython).toThrow(/needs Python 3\.10 or newer; found none .* Install it from https:\/\/www\.python\.org/);
  });

  it("names the version that is too old", () => {
    pretendPython([3, 9], true);
    expect(findPython).toThrow(/found only Python 3\.9/);
  });

  it("names the Debian package where Python cannot make environments", () => {
    pretendPython([3, 11], false);
    expect(findPython).toThrow(/sudo apt install python3\.11-venv/);
  });
});

describe("fingerprint()", () => {
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

  it("stays when a file is only touched, and changes with its content, its name and its going", () => {
    write("a.ts", "1");
    const first = fingerprint([folder]);
    utimesSync(join(folder, "a.ts"), 0, 0);
    expect(fingerprint([folder])).toBe(first);
    write("a.ts", "2");
    const second = fingerprint([folder]);
    rmSync(join(folder, "a.ts"));
    write("b.ts", "2");
    const third = fingerprint([folder]);
    rmSync(join(folder, "b.ts"));
    expect(new Set([first, second, third, fingerprint([folder])]).size).toBe(4);
  });

  it("tells apart contents that only differ in where a file ends", () => {
    write("a", "12");
    write("b", "3");
    const first = fingerprint([folder]);
    write("a", "1");
    write("b", "23");
    expect(fingerprint([folder])).not.toBe(first);
  });

  it("counts no tests, since nothing is built from them", () => {
    const first = fingerprint([folder]);
    write("a.test.ts", "1");
    expect(fingerprint([folder])).toBe(first);
  });

  it("takes paths that do not exist as empty", () => expect(fingerprint([join(folder, "none")])).toBe(fingerprint([])));
});

describe("writeWhole()", () => {
  it("makes the folder, replaces the file and leaves nothing else behind", () => {
    const path = join(folder, "new", "file.json");
    writeWhole(path, "old");
    writeWhole(path, "new");
    expect(readFileSync(path, "utf8")).toBe("new");
    expect(readdirSync(join(folder, "new"))).toEqual(["file.json"]);
  });
});

describe("runUntilStopped()", () => {
  const run = (code: string) => runUntilStopped(process.execPath, ["-e", code], { cwd: folder });

  it("keeps the program's exit code", async () => expect(await run("process.exit(7)")).toBe(7));

  it("turns the signal that ended it into an exit code", async () =>
    expect(await run("process.kill(process.pid, 'SIGTERM')")).toBe(128 + 15));

  it("starts it in the folder it was given", async () => {
    mkdirSync(join(folder, "here"));
    await runUntilStopped(process.execPath, ["-e", "require('fs').writeFileSync('seen', '')"], { cwd: join(folder, "here") });
    expect(readdirSync(join(folder, "here"))).toEqual(["seen"]);
  });

  it("says so when the program cannot be started", () =>
    expect(runUntilStopped(join(folder, "none"), [], { cwd: folder })).rejects.toThrow(/ENOENT/));
});
