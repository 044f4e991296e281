import type ts from "typescript";
import type { CellModule } from "./cell-modules.js";

/** What is known of a name, as plain text and as Markdown. */
export interface Inspection {
  readonly plain: string;
  readonly markdown: string;
}

/** Explains what stands at a place of a cell: its type, its documentation, or the signature of the call around it. */
export function inspect(service: ts.LanguageService, cell: CellModule, offset: number): Inspection | undefined {
  const at = cell.start + offset;
  for (const place of [at, at - 1]) {
    if (place < cell.start) continue;
    const info = service.getQuickInfoAtPosition(cell.path, place);
    if (info?.displayParts?.length) return describe(plainText(info.displayParts), info.documentation, info.tags);
  }
  return signature(service, cell, at);
}

function signature(service: ts.LanguageService, cell: CellModule, at: number): Inspection | undefined {
  const help = service.getSignatureHelpItems(cell.path, at, undefined);
  const item = help?.items[help.selectedItemIndex];
  if (!item) return undefined;
  const parameters = item.parameters.map((parameter) => plainText(parameter.displayParts)).join(plainText(item.separatorDisplayParts));
  const text = plainText(item.prefixDisplayParts) + parameters + plainText(item.suffixDisplayParts);
  return describe(text, item.documentation, item.tags);
}

function describe(
  signatureText: string,
  documentation: readonly ts.SymbolDisplayPart[] = [],
  tags: readonly ts.JSDocTagInfo[] = [],
): Inspection {
  const shown = signatureText.replace(/\nimport \w+$/, "").replace(/^\(alias\) /, "");
  const words = plainText(documentation);
  const details = tags.map(({ name, text }) => `@${name} ${plainText(text ?? [])}`.trim());
  return {
    plain: [shown, words, details.join("\n")].filter(Boolean).join("\n\n"),
    markdown: [`\`\`\`typescript\n${shown}\n\`\`\``, words, details.map((line) => `*${line}*`).join("  \n")].filter(Boolean).join("\n\n"),
  };
}

function plainText(parts: readonly ts.SymbolDisplayPart[]): string {
  return parts.map(({ text }) => text).join("");
}
