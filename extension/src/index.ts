import { galleryPlugin } from "./gallery/gallery-plugin.js";

/** Marklab's plugins for JupyterLab; the chart renderer is a MIME extension of its own (`charts/mime-extension.ts`). */
const plugins = [galleryPlugin];

export default plugins;
