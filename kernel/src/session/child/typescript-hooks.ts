import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { LoadHook, ResolveHook } from "node:module";
import { fileURLToPath } from "node:url";

const isTypeScript = (url: string) => /\.(ts|mts|tsx)($|\?)/.test(url);

/** `./helpers` and `./helpers.js` mean `helpers.ts` where only that exists. */
export const resolve: ResolveHook = async (specifier, context, next) => {
  try {
    return await next(specifier, context);
  } catch (error) {
    if (!/^(\.{0,2}\/|file:)/.test(specifier)) throw error;
    const url = new URL(specifier, context.parentURL);
    for (const ending of [".ts", ".tsx", ".mts"]) {
      const candidate = new URL(url.href.replace(/(\.m?js)?(\?.*)?$/, `${ending}$2`));
      if (existsSync(fileURLToPath(candidate))) return { url: candidate.href, format: "module", shortCircuit: true };
    }
    throw error;
  }
};

/** TypeScript files are compiled as they are read, with their source map inside. */
export const load: LoadHook = async (url, context, next) => {
  if (!url.startsWith("file:") || !isTypeScript(url)) return next(url, context);
  const path = fileURLToPath(url);
  const source = await readFile(path, "utf8");
  const { default: ts } = await import("typescript");
  const { outputText } = ts.transpileModule(source, {
    fileName: path,
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, jsx: ts.JsxEmit.React, inlineSourceMap: true },
  });
  return { format: "module", source: outputText, shortCircuit: true };
};
