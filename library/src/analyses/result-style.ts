import { dark, fonts, light, pageInk, sizes } from "../charts/theme.js";
import { tableStyle } from "../tables/table-style.js";

const { ink, muted, line } = pageInk;
/** Pages that say of themselves that they are dark: JupyterLab and VS Code. */
const onDark = (selector: string) => `[data-jp-theme-light="false"] ${selector}, .vscode-dark ${selector}`;

/** The look of a result in a notebook. Without it (as in a notebook that is not trusted) the text and the table stay readable. */
export const resultStyle = `
.marklab-result { max-width: ${sizes.result}px; padding: 4px 0 8px; color: ${ink}; font: ${sizes.text}px/1.5 ${fonts}; }
.marklab-result.marklab-result p { margin: 0 0 8px; max-width: ${sizes.reading}px; }
.marklab-result .marklab-headline { font-size: ${sizes.headline}px; line-height: ${sizes.lineHeight}; font-weight: 600; text-wrap: pretty; }
.marklab-result .marklab-dark { display: none !important; }
${onDark(".marklab-result .marklab-dark")} { display: block !important; }
${onDark(".marklab-result .marklab-light")} { display: none; }
.marklab-result svg { display: block; margin-left: -8px; }
.marklab-result.marklab-result ul.marklab-warnings { margin: 4px 0 12px; padding: 0; list-style: none; max-width: ${sizes.reading}px; }
.marklab-result.marklab-result .marklab-warnings li { margin: 0 0 4px; padding-left: 1.5em; text-indent: -1.5em; }
.marklab-result .marklab-warnings b { display: inline-block; width: 1.25em; text-indent: 0; color: ${muted}; font-weight: 400; }
.marklab-result .marklab-warnings .marklab-blocks { font-weight: 600; }
.marklab-result .marklab-warnings .marklab-blocks b { color: ${light.bad}; }
${onDark(".marklab-result .marklab-warnings .marklab-blocks b")} { color: ${dark.bad}; }
.marklab-result details { margin: 12px 0 0; padding: 8px 0 0; border-top: 1px solid ${line}; }
.marklab-result summary { cursor: pointer; color: ${muted}; }
.marklab-result h4 { margin: 12px 0 4px; font-size: ${sizes.text}px; font-weight: 600; }
.marklab-result details ul { margin: 0; padding-left: 1.2em; max-width: ${sizes.reading}px; }
.marklab-result.marklab-result dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 2px 16px; margin: 0; }
.marklab-result.marklab-result dt { float: none; width: auto; margin: 0; padding: 0; color: ${muted}; font-weight: 400; }
.marklab-result.marklab-result dd { width: auto; margin: 0; padding: 0; overflow-wrap: anywhere; }
${tableStyle}`;
