import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import type { Loader } from "vega";

const isRemote = (address: string) => /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(address) && !address.startsWith("data:");

/**
 * Reads the data and pictures that a chart names by address: files beside the notebook through Jupyter, and other sites only when the notebook is
 * trusted, since an address alone can tell a stranger that the notebook was opened.
 *
 * @throws Error naming the address that may not be read
 */
export async function chartLoader(resolver: IRenderMime.IResolver | null, isTrusted: boolean): Promise<Loader> {
  const vega = await import("vega");
  const loader = vega.loader({ http: { credentials: "same-origin" } });
  const sanitize: Loader["sanitize"] = async (address, options) => {
    if (!isRemote(address) && resolver && (resolver.isLocal?.(address) ?? true)) {
      return { href: await resolver.getDownloadUrl(await resolver.resolveUrl(address)) };
    }
    const isLink = (options as { context?: string }).context === "href";
    if (isRemote(address) && !isTrusted && !isLink) throw new Error(address);
    return loader.sanitize(address, options);
  };
  return Object.assign(Object.create(loader) as Loader, { sanitize });
}
