import { LabIcon } from "@jupyterlab/ui-components";

/** Ranked bars of which one stands out: what every template ends with. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24">
  <rect x="3" y="3" width="18" height="4" rx="1" fill="#D9662B"/>
  <rect x="3" y="8.7" width="13" height="4" rx="1" fill="#3B6E9E"/>
  <rect x="3" y="14.4" width="8.5" height="4" rx="1" fill="#5AA9A3"/>
  <rect x="3" y="20.1" width="4.5" height="1.9" rx="0.9" fill="#9AA5B1"/>
</svg>`;

export const galleryIcon = new LabIcon({ name: "@marklab/extension:gallery", svgstr: drawing });
