import { parse, parseProblems } from "./syntax.js";

export type Completeness =
  { readonly status: "complete" | "invalid" | "unknown" } | { readonly status: "incomplete"; readonly indent: string };

/** Would Enter run this text, or does it go on? Decided by TypeScript's parser: a text goes on when it fails at its end. */
export function completeness(source: string): Completeness {
  const text = source.trimEnd();
  const problem = parseProblems(parse(text))[0];
  if (problem && problem.start < text.length) return { status: "invalid" };
  if (problem?.code === unterminatedString) return { status: "invalid" };
  if (problem || /[,=]$/.test(text)) return { status: "incomplete", indent: indentAfter(text) };
  return { status: "complete" };
}

const unterminatedString = 1002;

function indentAfter(text: string): string {
  const lastLine = text.slice(text.lastIndexOf("\n") + 1);
  const indent = /^\s*/.exec(lastLine)?.[0] ?? "";
  return /[{[(]$/.test(lastLine) ? `${indent}  ` : indent;
}
