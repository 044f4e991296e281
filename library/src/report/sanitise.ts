import sanitizeHtml from "sanitize-html";

const textTags =
  "h1 h2 h3 h4 h5 h6 p div span section article header footer ul ol li dl dt dd blockquote pre code kbd samp sub sup b strong i em u s del mark small br hr a abbr time figure figcaption img details summary table caption colgroup col thead tbody tfoot tr th td";
const svgTags =
  "svg g path rect circle ellipse line polyline polygon text tspan title desc defs clipPath linearGradient radialGradient stop mask pattern use symbol";
const svgAttributes =
  "viewBox width height x y x1 x2 y1 y2 cx cy r rx ry d dx dy points transform fill fill-* stroke stroke-* opacity clip-path clip-rule mask offset stop-color stop-opacity gradientUnits gradientTransform patternUnits patternTransform preserveAspectRatio font-family font-size font-weight font-style text-anchor dominant-baseline paint-order letter-spacing visibility display href";

/** Styles may not reach outside: no addresses, no imports, no old ways to run code. */
const isHarmlessStyle = (style: string): boolean => !/url\s*\(|@import|expression|javascript:|behavior\s*:|[<\\]/i.test(style);

const withoutOutsideStyle: sanitizeHtml.Transformer = (tagName, attributes) => {
  const kept = Object.entries(attributes).filter(([name, value]) => {
    if (name === "style") return isHarmlessStyle(value);
    if (name === "href" && tagName !== "a") return value.startsWith("#");
    return !/url\s*\(\s*(?!['"]?#)/i.test(value);
  });
  return { tagName, attribs: Object.fromEntries(kept) };
};

const settings: sanitizeHtml.IOptions = {
  allowedTags: `${textTags} ${svgTags}`.split(" "),
  allowedAttributes: {
    "*": ["id", "class", "style", "lang", "dir", "title", "role", "aria-*", ...svgAttributes.split(" ")],
    a: ["href", "rel"],
    img: ["src", "alt", "width", "height"],
    ol: ["start"],
    th: ["scope", "colspan", "rowspan"],
    td: ["colspan", "rowspan"],
    details: ["open"],
  },
  allowedSchemes: ["https", "http", "mailto"],
  allowedSchemesByTag: { img: ["data"] },
  allowProtocolRelative: false,
  parseStyleAttributes: false,
  parser: { lowerCaseTags: false, lowerCaseAttributeNames: false },
  transformTags: { "*": withoutOutsideStyle },
};

/** HTML with what only shows something: no scripts, handlers, frames or forms, and nothing that is loaded from outside. */
export const sanitise = (html: string): string => sanitizeHtml(html, settings);

const shownElsewhere = new Set(["marklab-light", "marklab-dark"]);

/** Of the notebook's view of a result what page one and the last page of a report do not say already: the warnings and the table. */
export const sanitiseResult = (html: string): string =>
  sanitizeHtml(html, {
    ...settings,
    exclusiveFilter: ({ tag, attribs }) => tag === "p" || tag === "details" || shownElsewhere.has(attribs["class"] ?? ""),
  });
