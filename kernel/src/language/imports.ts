import ts from "typescript";
import type { EarlierNames } from "./declarations.js";
import type { Edits } from "./edits.js";
import { runTime } from "./run-time-names.js";
import { walk } from "./syntax.js";

/** A statement that runs before the cell, and the offset in the cell that it stands for. */
export interface Hoisted {
  readonly text: string;
  readonly origin: number;
}

/**
 * Turns `import` statements into calls of the session's importer, which resolves from the notebook's folder. They run first, as in a
 * module. `export` keywords go; `import()` and `import.meta` are the session's.
 *
 * @returns what must run before the cell, and the names that imports declare
 */
export function rewriteImports(file: ts.SourceFile, edits: Edits, earlier: EarlierNames): { hoisted: Hoisted[]; names: string[] } {
  const hoisted: Hoisted[] = [];
  const names: string[] = [];
  for (const statement of file.statements) {
    const origin = statement.getStart(file);
    if (ts.isImportDeclaration(statement)) {
      const { text, declared } = importCall(statement, earlier);
      hoisted.push({ text, origin });
      names.push(...declared);
      edits.blank(origin, statement.end, file.text);
      edits.insert(origin, ";");
    } else if (ts.isExportDeclaration(statement)) {
      if (statement.moduleSpecifier) hoisted.push({ text: exportCall(statement, names), origin });
      edits.blank(origin, statement.end, file.text);
    } else if (ts.isExportAssignment(statement)) {
      edits.blank(origin, statement.expression.getStart(file), file.text);
    } else if (ts.canHaveModifiers(statement)) {
      blankExportKeywords(statement, file, edits);
    }
  }
  rewriteDynamicImports(file, edits);
  return { hoisted, names };
}

interface Binding {
  readonly imported: string;
  readonly local: string;
  /** A capitalised name that no expression uses may be a type, which does not exist at run time. */
  readonly isPerhapsType: boolean;
}

function isUsed(name: string, declaration: ts.ImportDeclaration): boolean {
  let used = false;
  walk(declaration.getSourceFile(), (node) => {
    used ||= ts.isIdentifier(node) && node.text === name;
    return node !== declaration && !used;
  });
  return used;
}

function importCall(node: ts.ImportDeclaration, earlier: EarlierNames): { text: string; declared: string[] } {
  const from = `${(node.moduleSpecifier as ts.StringLiteral).getText()}${attributes(node.attributes)}`;
  const clause = node.importClause;
  if (!clause) return { text: `await ${runTime.import}(${from});`, declared: [] };
  const bindings: Binding[] = clause.name ? [{ imported: "default", local: clause.name.text, isPerhapsType: false }] : [];
  const parts: string[] = [];
  const declared = bindings.map(({ local }) => local);
  if (clause.namedBindings && ts.isNamespaceImport(clause.namedBindings)) {
    declared.push(clause.namedBindings.name.text);
    parts.push(assignment(clause.namedBindings.name.text, `await ${runTime.import}(${from})`, earlier));
  } else {
    for (const element of clause.namedBindings?.elements ?? []) {
      const local = element.name.text;
      bindings.push({
        imported: (element.propertyName ?? element.name).text,
        local,
        isPerhapsType: /^[A-Z]/.test(local) && !isUsed(local, node),
      });
      declared.push(local);
    }
  }
  if (bindings.length > 0) parts.push(namedImports(from, bindings, earlier));
  return { text: parts.join(""), declared };
}

/** One call brings all names, in order, so that a missing one is an error of this statement. */
function namedImports(from: string, bindings: readonly Binding[], earlier: EarlierNames): string {
  const wanted = JSON.stringify(bindings.map(({ imported, isPerhapsType }) => (isPerhapsType ? `?${imported}` : imported)));
  const values = `await ${runTime.importNames}(${wanted},${from})`;
  const locals = bindings.map(({ local }) => local);
  const fresh = locals.filter((local) => earlier.get(local) !== "global");
  if (fresh.length === locals.length) return `let [${locals.join(",")}]=${values};`;
  return `${fresh.map((local) => `let ${local};`).join("")}[${locals.join(",")}]=${values};`;
}

function assignment(local: string, value: string, earlier: EarlierNames): string {
  return `${earlier.get(local) === "global" ? "" : "let "}${local}=${value};`;
}

function exportCall(node: ts.ExportDeclaration, names: string[]): string {
  const from = (node.moduleSpecifier as ts.StringLiteral).getText();
  if (!node.exportClause || !ts.isNamedExports(node.exportClause)) return `await ${runTime.import}(${from});`;
  const locals = node.exportClause.elements.map((element) => element.name.text);
  names.push(...locals);
  const wanted = node.exportClause.elements.map((element) => (element.propertyName ?? element.name).text);
  return `let [${locals.join(",")}]=await ${runTime.importNames}(${JSON.stringify(wanted)},${from});`;
}

function attributes(node: ts.ImportAttributes | undefined): string {
  const pairs = node?.elements.map((element) => `${element.name.getText()}:${element.value.getText()}`);
  return pairs ? `,{${pairs.join(",")}}` : "";
}

function blankExportKeywords(statement: ts.Statement & ts.HasModifiers, file: ts.SourceFile, edits: Edits): void {
  for (const modifier of statement.modifiers ?? []) {
    const isExport = modifier.kind === ts.SyntaxKind.ExportKeyword || modifier.kind === ts.SyntaxKind.DefaultKeyword;
    if (isExport) edits.blank(modifier.getStart(file), modifier.end, file.text);
  }
}

function rewriteDynamicImports(file: ts.SourceFile, edits: Edits): void {
  walk(file, (node) => {
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.expression.getStart(file), node.expression.end, runTime.import);
    } else if (ts.isMetaProperty(node) && node.keywordToken === ts.SyntaxKind.ImportKeyword) {
      edits.replace(node.getStart(file), node.end, runTime.meta);
    }
    return undefined;
  });
}
