import { defineError } from "../data-error.js";

/** The engine refused a query; `message` is the engine's own, `sql` is on the error. */
export const queryFailed = defineError<{ message: string }>("query-failed", ({ message }) => ({
  en: `Cannot run the query: the engine says "${message}", a query it can run is needed. Try the text in \`.sql\` on its own.`,
  "zh-CN": `无法执行查询：引擎提示“${message}”，需要一条可以执行的查询。请单独检查 \`.sql\` 中的语句。`,
}));

/** The engine was closed before the query came. */
export const engineClosed = defineError<Record<string, never>>("engine-closed", () => ({
  en: "Cannot run the query: the engine was closed, an open engine is needed. Try loading the data again.",
  "zh-CN": "无法执行查询：引擎已关闭，需要打开的引擎。请重新加载数据。",
}));
