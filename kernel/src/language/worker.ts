/** The thread of the language service: it answers one question after another. */
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { parentPort, workerData } from "node:worker_threads";
import { completeness } from "./completeness.js";
import { nodeFiles } from "./node-files.js";
import type { LanguageAnswers, LanguageRequest } from "./requests.js";
import { TypeService } from "./service.js";
import { tidyWhenGrown } from "./tidy.js";
import { transformCell } from "./transform.js";

const slashes = (path: string) => path.replaceAll("\\", "/");
const { cwd } = workerData as { cwd: string };

const service = new TypeService(nodeFiles, {
  notebook: slashes(cwd),
  kernel: slashes(dirname(fileURLToPath(import.meta.url))),
  library: slashes(dirname(createRequire(import.meta.url).resolve("typescript"))),
});

function answer(request: LanguageRequest): LanguageAnswers[LanguageRequest["type"]] {
  switch (request.type) {
    case "transform":
      return transformCell(request.source, request.session);
    case "completeness":
      return completeness(request.source);
    case "complete":
      return service.complete(request.source, request.offset);
    case "inspect":
      return service.inspect(request.source, request.offset);
    case "check":
      return service.check(request.source);
    case "warm":
      return service.warm();
    case "forget":
      service.forget();
      return undefined;
  }
}

parentPort?.on("message", ({ id, request }: { id: number; request: LanguageRequest }) => {
  try {
    parentPort?.postMessage({ id, answer: answer(request) });
    setImmediate(tidyWhenGrown);
  } catch (error) {
    parentPort?.postMessage({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
