import { Worker } from "node:worker_threads";
import { builtFile } from "../built-file.js";
import type { LanguageAnswers, LanguageRequest } from "./requests.js";
import type { SessionNames, Transformation } from "./transform.js";

/** The language service in a thread of its own, so that whoever asks stays responsive. It starts with the first question. */
export class LanguageClient {
  #worker: Worker | undefined;
  #questions = 0;
  readonly #waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();

  /** @param cwd the notebook's folder, from which imports are resolved */
  constructor(readonly cwd: string) {}

  transform(source: string, session: SessionNames): Promise<Transformation> {
    return this.ask({ type: "transform", source, session });
  }

  ask<Request extends LanguageRequest>(request: Request): Promise<LanguageAnswers[Request["type"]]> {
    const id = (this.#questions += 1);
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      this.start().postMessage({ id, request });
    });
  }

  /** Starts the thread, if that has not happened yet. */
  start(): Worker {
    this.#worker ??= this.#launch();
    return this.#worker;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
  }

  #launch(): Worker {
    const worker = new Worker(builtFile("language-worker", import.meta.url), { workerData: { cwd: this.cwd } });
    worker.unref();
    worker.on("message", ({ id, answer, error }: { id: number; answer?: unknown; error?: string }) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if (error === undefined) waiting?.resolve(answer as never);
      else waiting?.reject(new Error(error));
    });
    worker.on("error", (error: Error) => {
      this.#worker = undefined;
      for (const { reject } of this.#waiting.values()) reject(error);
      this.#waiting.clear();
    });
    return worker;
  }
}
