import ts from "typescript";
import { boundNames } from "./declarations.js";
import { parse, walk } from "./syntax.js";

/** A variable may be given a new value by a later cell; all else is bound as an import, so that types and values come along. */
type Binding = "variable" | "import";

/** A cell as a module of the type service: one line before it binds what it uses from earlier cells, one after it exports what it declares. */
export interface CellModule {
  readonly path: string;
  readonly text: string;
  /** How many characters stand before the cell's own text. */
  readonly start: number;
  readonly length: number;
}

/**
 * The cells of a session as modules that see each other's names; the newest declaration of a name wins.
 *
 * What is being asked about always stands in the draft, the one root of the program: the program then keeps its structure from question to
 * question, and holds only those earlier cells that the draft needs.
 */
export class CellModules {
  readonly #declarers = new Map<string, { readonly path: string; readonly binding: Binding }>();
  readonly #modules = new Map<string, CellModule>();
  #count = 0;

  constructor(readonly folder: string) {}

  /** A text that is written or runs; with `seesAll`, names that it does not use yet are in scope too. */
  draft(source: string, seesAll = false): CellModule {
    return this.#module(this.draftPath, source, seesAll);
  }

  /** The draft has run: from now on later cells see its names. */
  keep(source: string): void {
    this.#count += 1;
    const path = `${this.folder}/marklab-cell-${this.#count}.ts`;
    this.#module(path, source, false);
    for (const [name, binding] of declaredNames(parse(source))) this.#declarers.set(name, { path, binding });
  }

  get(path: string): CellModule | undefined {
    return this.#modules.get(path);
  }

  get draftPath(): string {
    return `${this.folder}/marklab-draft.ts`;
  }

  #module(path: string, source: string, seesAll: boolean): CellModule {
    const file = parse(source);
    const own = declaredNames(file);
    const used = seesAll ? this.#declarers.keys() : usedNames(file);
    const header = [...new Set(used)].filter((name) => !own.has(name)).map((name) => this.#bind(name));
    const before = `${header.join("")}\n`;
    const exports = [...own.keys()].filter((name) => !isExported(file, name));
    const text = `${before}${source}\nexport { ${exports.join(", ")} };`;
    const cell = { path, text, start: before.length, length: source.length };
    this.#modules.set(path, cell);
    return cell;
  }

  #bind(name: string): string {
    const declarer = this.#declarers.get(name);
    if (!declarer) return "";
    const from = JSON.stringify(`./${declarer.path.slice(this.folder.length + 1, -3)}`);
    return declarer.binding === "import" ? `import { ${name} } from ${from};` : `declare let ${name}: (typeof import(${from}))["${name}"];`;
  }
}

/** The names that a cell mentions, declared or not. */
export function usedNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  walk(file, (node) => {
    const isMember = ts.isPropertyAccessExpression(node.parent ?? node) && (node.parent as ts.PropertyAccessExpression).name === node;
    if (ts.isIdentifier(node) && !isMember) names.add(node.text);
    return undefined;
  });
  return names;
}

function declaredNames(file: ts.SourceFile): Map<string, Binding> {
  const names = new Map<string, Binding>();
  const add = (name: ts.Node | undefined) => {
    if (name && ts.isIdentifier(name) && name.text) names.set(name.text, "import");
  };
  for (const statement of file.statements) {
    if (ts.isImportDeclaration(statement)) {
      add(statement.importClause?.name);
      const bindings = statement.importClause?.namedBindings;
      if (bindings && ts.isNamespaceImport(bindings)) add(bindings.name);
      else for (const element of bindings?.elements ?? []) add(element.name);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) for (const bound of boundNames(name)) names.set(bound, "variable");
    } else if (isNamedDeclaration(statement)) {
      add(statement.name);
    }
  }
  return names;
}

function isNamedDeclaration(node: ts.Statement): node is ts.Statement & { name?: ts.Node } {
  return (
    ts.isFunctionDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isModuleDeclaration(node)
  );
}

function isExported(file: ts.SourceFile, name: string): boolean {
  return file.statements.some((statement) => {
    const isExport = ts.canHaveModifiers(statement) && statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExport) return false;
    if (!ts.isVariableStatement(statement)) return isNamedDeclaration(statement) && statement.name?.getText(file) === name;
    return statement.declarationList.declarations.some((declaration) => boundNames(declaration.name).includes(name));
  });
}
