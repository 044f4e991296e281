#!/usr/bin/env node
/** The `marklab` command: here before anything is built, so that npm can link it at once. */
import { existsSync } from "node:fs";

const built = new URL("../dist/command/main.js", import.meta.url);
if (existsSync(built)) await import(built.href);
else {
  console.error("Cannot start: Marklab is not built yet, its programs are needed. Try npm run build.");
  console.error("无法启动：Marklab 尚未构建，需要先生成程序文件。请运行 npm run build。");
  process.exitCode = 2;
}
