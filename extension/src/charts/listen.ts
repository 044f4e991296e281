import type { LoggerInterface } from "vega";
import type { Text } from "marklab/language";
import { catalogue } from "../language/catalogue.js";

const textOf = (value: unknown): string => (value instanceof Error ? value.message : String(value));

/** What Vega says while it draws: a logger for it, and the first thing it said that a reader must know. */
export interface Listener {
  readonly logger: LoggerInterface;
  readonly problem: Text | undefined;
}

/**
 * Listens to Vega. Errors and data that could not be read are kept as `problem`, to be shown in the chart's place; hints about style are dropped, since
 * they are meant for whoever wrote the chart and no reader can act on them. Vega calls the logger's methods without their object.
 */
export function listen(): Listener {
  let problem: Text | undefined;
  const level = (value?: number) => (value === undefined ? 1 : logger);
  const logger: LoggerInterface = {
    level: level as LoggerInterface["level"],
    error: (...words: readonly unknown[]) => {
      problem ??= catalogue.chartFailed(words.map(textOf).join(" "));
      return logger;
    },
    warn: (...words: readonly unknown[]) => {
      if (words[0] === "Loading failed") problem ??= catalogue.chartDataMissing(textOf(words[1]));
      return logger;
    },
    info: () => logger,
    debug: () => logger,
  };
  return {
    logger,
    get problem() {
      return problem;
    },
  };
}
