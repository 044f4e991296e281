/** What the build gathers from `templates/`; see `extension/build.mjs`. */
declare module "*/generated/cards.json" {
  const cards: import("./gallery/template-card.js").TemplateCard[];
  export default cards;
}

declare module "*/generated/notebooks.json" {
  const notebooks: Record<string, import("marklab/templates").Notebook>;
  export default notebooks;
}
