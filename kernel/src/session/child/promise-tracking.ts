import { inspect } from "node:util";

/** Async context tracking of Node before 24 leaves symbols on promises; shown values do without them. */
export function hidePromiseTracking(): void {
  Object.defineProperty(Promise.prototype, inspect.custom, {
    configurable: true,
    writable: true,
    value(this: object) {
      for (const symbol of Object.getOwnPropertySymbols(this)) {
        const isTracking = /^(async_id_symbol|trigger_async_id_symbol|kResourceStore)$/.test(symbol.description ?? "");
        if (isTracking) Object.defineProperty(this, symbol, { enumerable: false });
      }
      return this;
    },
  });
}
