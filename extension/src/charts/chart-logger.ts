import type { LoggerInterface } from "vega";
import type { Text } from "marklab/language";
import { catalogue } from "../language/catalogue.js";

const textOf = (value: unknown): string => (value instanceof Error ? value.message : String(value));

/**
 * Takes what Vega says while it draws. Errors and data that could not be read are kept as `problem`, to be shown in the chart's place; hints about style
 * are dropped, since they are meant for whoever wrote the chart and no reader can act on them.
 */
export class ChartLogger implements LoggerInterface {
  problem: Text | undefined;

  level(): number;
  level(level: number): this;
  level(level?: number): number | this {
    return level === undefined ? 1 : this;
  }

  error(...words: unknown[]): this {
    this.problem ??= catalogue.chartFailed(words.map(textOf).join(" "));
    return this;
  }

  warn(...words: unknown[]): this {
    if (words[0] === "Loading failed") this.problem ??= catalogue.chartDataMissing(textOf(words[1]));
    return this;
  }

  info(): this {
    return this;
  }

  debug(): this {
    return this;
  }
}
