import { Marked } from "marked";
import { sanitise } from "./sanitise.js";

const marked = new Marked({ gfm: true, async: false });

/** Text of a notebook's cell as harmless HTML. */
export const markdownHtml = (markdown: string): string => sanitise(marked.parse(markdown, { async: false }));
