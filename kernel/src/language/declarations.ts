import ts from "typescript";
import type { Edits } from "./edits.js";
import { runTime } from "./run-time-names.js";
import { isFunctionScope, walk } from "./syntax.js";

/** How V8 keeps a top-level name: `var` and functions are properties of the global object, all else is lexical. */
export type NameKind = "lexical" | "global";

/** The names that earlier cells declared. */
export type EarlierNames = ReadonlyMap<string, NameKind>;

/**
 * Makes every redeclaration legal. V8's REPL mode lets a lexical name replace a lexical one and a global name a global one;
 * where the kind would change, the newer declaration takes the kind of the older one.
 *
 * @returns the names that the cell declares, and text that must run before it
 */
export function adaptDeclarations(
  file: ts.SourceFile,
  edits: Edits,
  earlier: EarlierNames,
): { names: Map<string, NameKind>; before: string } {
  const names = new Map<string, NameKind>();
  let before = "";
  const declare = (name: string, kind: NameKind) => void names.set(name, earlier.get(name) ?? kind);
  for (const statement of file.statements) {
    if (ts.isClassDeclaration(statement) && statement.name) {
      if (earlier.get(statement.name.text) === "global") assignClass(file, edits, statement, statement.name);
      declare(statement.name.text, "lexical");
    } else if (ts.isFunctionDeclaration(statement) && statement.name) {
      if (earlier.get(statement.name.text) === "lexical") before += replaceFunction(edits, statement.name);
      declare(statement.name.text, "global");
    }
  }
  walk(file, (node) => {
    if (ts.isVariableDeclarationList(node)) adaptVariables(file, edits, node, earlier, declare);
    return isFunctionScope(node) ? false : undefined;
  });
  return { names, before };
}

/** `const` becomes `let` at the top level: a later cell may give the name a new value or declare it in another way. */
function adaptVariables(
  file: ts.SourceFile,
  edits: Edits,
  list: ts.VariableDeclarationList,
  earlier: EarlierNames,
  declare: (name: string, kind: NameKind) => void,
): void {
  const isTop = ts.isVariableStatement(list.parent) && ts.isSourceFile(list.parent.parent);
  const isBlockScoped = (list.flags & ts.NodeFlags.BlockScoped) !== 0;
  if (isBlockScoped && !isTop) return;
  const names = list.declarations.flatMap((declaration) => boundNames(declaration.name));
  const start = list.getStart(file);
  const replaceKeyword = (text: string) => edits.replace(start, start + keywordLength(list), text);
  if (isBlockScoped) {
    if (names.some((name) => earlier.get(name) === "global")) replaceKeyword("var".padEnd(keywordLength(list)));
    else if (list.flags & ts.NodeFlags.Const) replaceKeyword("let  ");
  } else if (names.some((name) => earlier.get(name) === "lexical")) {
    replaceKeyword(isTop && !isRepeated(file, list) ? "let" : "   ");
  }
  for (const name of names) declare(name, isBlockScoped ? "lexical" : "global");
}

function keywordLength(list: ts.VariableDeclarationList): number {
  return list.flags & ts.NodeFlags.Const ? 5 : 3;
}

/** Does another `var` of the cell declare one of these names too? */
function isRepeated(file: ts.SourceFile, list: ts.VariableDeclarationList): boolean {
  const names = new Set(list.declarations.flatMap((declaration) => boundNames(declaration.name)));
  let repeated = false;
  walk(file, (node) => {
    if (ts.isVariableDeclaration(node) && node.parent !== list) repeated ||= boundNames(node.name).some((name) => names.has(name));
    return isFunctionScope(node) ? false : undefined;
  });
  return repeated;
}

/** `class f {}` over an earlier `function f`: `f=class {};` has the same length. */
function assignClass(file: ts.SourceFile, edits: Edits, node: ts.ClassDeclaration, name: ts.Identifier): void {
  const keyword = file.text.indexOf("class", node.modifiers?.end ?? node.getStart(file));
  edits.replace(keyword, name.end, `${name.text}=class`.padEnd(name.end - keyword));
  edits.insert(node.end, ";");
}

/** `function f` over an earlier `let f`: the function gets a name of its own, which the lexical name takes before the cell runs. */
function replaceFunction(edits: Edits, name: ts.Identifier): string {
  const own = `${name.text}$function`;
  edits.replace(name.getStart(), name.end, own);
  return `let ${name.text}=${runTime.rename}(${own},${JSON.stringify(name.text)});`;
}

/** The names that a declaration binds: one, or those of a pattern. */
export function boundNames(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []));
}
