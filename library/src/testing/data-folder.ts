import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const folder = process.env["MARKLAB_DATA"] ?? fileURLToPath(new URL("../../../../shared/data", import.meta.url));

/**
 * A file of the shared data, and whether it is there: `describe.skipIf(!onlineRetail.exists)("load() on Online Retail", …)`.
 * The folder is MARKLAB_DATA, or `shared/data` beside the repository.
 */
export function dataFile(path: string): { readonly path: string; readonly exists: boolean } {
  const full = `${folder}/${path}`;
  return { path: full, exists: existsSync(full) };
}

export const onlineRetail = dataFile("online_retail/online_retail.csv.gz");
export const rfmOrders = dataFile("rfm_orders/rfm_data_orders.csv");
