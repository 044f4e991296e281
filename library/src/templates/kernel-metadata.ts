/** What a notebook's metadata says of the kernel. Word for word what the kernel reports: JupyterLab marks a notebook as changed where they differ. */
export const kernelspec = { display_name: "TypeScript (Marklab)", language: "typescript", name: "marklab" } as const;

export const languageInfo = {
  codemirror_mode: "typescript",
  file_extension: ".ts",
  mimetype: "application/typescript",
  name: "typescript",
  nbconvert_exporter: "script",
  pygments_lexer: "typescript",
  version: "6.0.3",
} as const;
