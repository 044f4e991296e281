import type { IRenderMime } from "@jupyterlab/rendermime-interfaces";
import { ChartRenderer } from "./chart-renderer.js";
import { chartMimeTypes } from "./mime-types.js";

/**
 * Draws Vega and Vega-Lite charts. Its MIME types include those of JupyterLab's own renderer, which knows Vega-Lite up to version 5 and follows neither
 * a change of theme nor the interface language; a MIME extension that comes later is the one JupyterLab takes.
 */
const charts: IRenderMime.IExtension = {
  id: "@marklab/extension:charts",
  description: "Draws Vega-Lite and Vega charts, in the colours of the JupyterLab theme.",
  rendererFactory: {
    safe: true,
    mimeTypes: chartMimeTypes,
    createRenderer: (options) => new ChartRenderer(options),
  },
  rank: 57,
  dataType: "json",
};

export default charts;
