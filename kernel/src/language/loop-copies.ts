import ts from "typescript";
import { boundNames, type EarlierNames } from "./declarations.js";
import type { Edits } from "./edits.js";
import { runTime } from "./run-time-names.js";
import { isFunctionScope, walk } from "./syntax.js";

/** What a loop with copies is called, so that a request to stop can leave it from within. */
export const copyLoopLabel = "stop$";

/** The loops that work on copies, and the names that each copies. */
export type LoopCopies = ReadonlyMap<ts.Node, readonly string[]>;

/**
 * Which top-level loops may work on copies of the variables that they change? V8 keeps top-level variables in a place that costs
 * several nanoseconds per access, and stores each number there anew.
 *
 * Nobody can tell the difference, since only names are copied that no function of the session mentions, and the copies are
 * written back also when the loop fails or is stopped.
 *
 * @param session names that earlier cells declared, and those that their functions mention
 */
export function findLoopCopies(file: ts.SourceFile, session: { names: EarlierNames; captured: ReadonlySet<string> }): LoopCopies {
  const loops = new Map<ts.Node, readonly string[]>();
  const captured = new Set([...session.captured, ...capturedNames(file)]);
  if (captured.has("eval")) return loops;
  const known = new Set([...session.names].filter(([, kind]) => kind === "lexical").map(([name]) => name));
  for (const statement of file.statements) {
    if (isPlainLoop(statement)) {
      const names = changedNames(statement).filter((name) => known.has(name) && !captured.has(name) && !isShadowed(file, name));
      if (names.length > 0) loops.set(statement, names);
    }
    for (const name of declaredBy(statement)) known.add(name);
  }
  return loops;
}

/** The names that a cell's functions mention, and `eval` when it occurs at all: code in it can reach every name. */
export function capturedNames(file: ts.SourceFile): Set<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node, isInside: boolean): void => {
    if (ts.isIdentifier(node) && (isInside || node.text === "eval")) names.add(node.text);
    const opensScope = isFunctionScope(node) || ts.isClassLike(node);
    ts.forEachChild(node, (child) => visit(child, isInside || opensScope));
  };
  visit(file, false);
  return names;
}

/** A loop that runs in one go and leaves only at its end. */
function isPlainLoop(node: ts.Statement): node is ts.IterationStatement {
  if (!ts.isIterationStatement(node, false)) return false;
  let isPlain = true;
  walk(node, (inner) => {
    if (ts.isAwaitExpression(inner) || ts.isLabeledStatement(inner) || (ts.isForOfStatement(inner) && inner.awaitModifier)) isPlain = false;
    return isPlain && !isFunctionScope(inner);
  });
  return isPlain;
}

function changedNames(loop: ts.Node): string[] {
  const names = new Set<string>();
  const add = (target: ts.Node) => {
    if (ts.isIdentifier(target)) names.add(target.text);
  };
  walk(loop, (node) => {
    if (ts.isBinaryExpression(node) && isAssignment(node.operatorToken.kind)) add(node.left);
    if (ts.isPostfixUnaryExpression(node) || ts.isPrefixUnaryExpression(node)) add(node.operand);
    return undefined;
  });
  return [...names];
}

function isAssignment(kind: ts.SyntaxKind): boolean {
  return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** Is the name declared anywhere below the top level of the cell? */
function isShadowed(file: ts.SourceFile, name: string): boolean {
  let found = false;
  walk(file, (node) => {
    const isNested =
      ts.isVariableDeclaration(node) && !(ts.isVariableStatement(node.parent.parent) && ts.isSourceFile(node.parent.parent.parent));
    if (isNested && boundNames(node.name).includes(name)) found = true;
    return !found;
  });
  return found;
}

function declaredBy(statement: ts.Statement): string[] {
  const isLexical = ts.isVariableStatement(statement) && (statement.declarationList.flags & ts.NodeFlags.BlockScoped) !== 0;
  return isLexical ? statement.declarationList.declarations.flatMap(({ name }) => boundNames(name)) : [];
}

/** Puts each loop between taking and giving back its copies. */
export function copyLoopVariables(file: ts.SourceFile, edits: Edits, copies: LoopCopies): void {
  for (const [loop, names] of copies) copy(file, edits, loop, names);
}

/** The copies have been given back; a loop that was left early must not look like one that ended. */
const stopWhenAsked = `if(${runTime.stopFlag}[0])${runTime.stop}(true);`;

function copy(file: ts.SourceFile, edits: Edits, loop: ts.Node, names: readonly string[]): void {
  const copyOf = (name: string) => `${name}$copy`;
  edits.insert(loop.getStart(file), `{let ${names.map((name) => `${copyOf(name)}=${name}`).join(",")};try{${copyLoopLabel}:`);
  walk(loop, (node) => {
    if (!ts.isIdentifier(node) || !names.includes(node.text) || isPropertyName(node)) return undefined;
    const isShorthand = ts.isShorthandPropertyAssignment(node.parent) && node.parent.name === node;
    edits.replace(node.getStart(file), node.end, `${isShorthand ? `${node.text}:` : ""}${copyOf(node.text)}`);
    return undefined;
  });
  edits.insert(loop.end, `}finally{${names.map((name) => `${name}=${copyOf(name)}`).join(";")}}${stopWhenAsked}}`);
}

function isPropertyName(node: ts.Identifier): boolean {
  const { parent } = node;
  return (ts.isPropertyAccessExpression(parent) && parent.name === node) || (ts.isPropertyAssignment(parent) && parent.name === node);
}
