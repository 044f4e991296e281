import { statSync } from "node:fs";
import ts from "typescript";
import type { Files } from "./files.js";

/** The files of this machine. */
export const nodeFiles: Files = {
  read: (path) => ts.sys.readFile(path),
  exists: (path) => ts.sys.fileExists(path),
  folderExists: (path) => ts.sys.directoryExists(path),
  folders: (path) => ts.sys.getDirectories(path),
  list: (path, extensions) => ts.sys.readDirectory(path, extensions, undefined, undefined, 1),
  realPath: (path) => ts.sys.realpath?.(path) ?? path,
  version: (path) => (path.includes("node_modules") ? "1" : String(statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0)),
};
