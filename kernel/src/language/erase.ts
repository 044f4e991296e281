import { blankSourceFile } from "ts-blank-space";
import ts from "typescript";
import type { PositionMap } from "./positions.js";
import { readMappings } from "./source-map.js";
import { walk } from "./syntax.js";

export interface Erased {
  readonly text: string;
  /** Where the pieces of `text` come from; absent when every character kept its place. */
  readonly map?: PositionMap;
}

/**
 * Takes the types out of a cell. Erasable TypeScript becomes blanks, so that every character keeps its place;
 * syntax with a meaning of its own (enum, namespace, parameter properties, decorators, `using`, JSX) is compiled, with a map.
 */
export function eraseTypes(file: ts.SourceFile): Erased {
  if (file.languageVariant === ts.LanguageVariant.JSX || needsCompiler(file)) return compile(file);
  let isErasable = true;
  const text = blankSourceFile(file as never, () => {
    isErasable = false;
  });
  return isErasable ? { text } : compile(file);
}

function needsCompiler(file: ts.SourceFile): boolean {
  let found = false;
  walk(file, (node) => {
    found ||= ts.isDecorator(node) || isUsing(node);
    return !found;
  });
  return found;
}

function isUsing(node: ts.Node): boolean {
  return ts.isVariableDeclarationList(node) && (node.flags & ts.NodeFlags.BlockScoped) >= ts.NodeFlags.Using;
}

function compile(file: ts.SourceFile): Erased {
  const { outputText, sourceMapText } = ts.transpileModule(file.text, {
    fileName: file.fileName,
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      jsx: ts.JsxEmit.React,
      sourceMap: true,
      verbatimModuleSyntax: true,
      removeComments: false,
    },
  });
  const text = outputText.replace(/\n?\/\/# sourceMappingURL=.*\s*$/, "\n").replace(/^"use strict";/, " ".repeat(13));
  const { mappings } = JSON.parse(sourceMapText ?? '{"mappings":""}') as { mappings: string };
  return { text, map: readMappings(mappings) };
}
