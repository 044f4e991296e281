/** How the language service reaches files: the one thing it needs from where it runs. */
export interface Files {
  /** The text of a file, or `undefined` when there is none. */
  read(path: string): string | undefined;
  exists(path: string): boolean;
  folderExists(path: string): boolean;
  folders(path: string): readonly string[];
  list(path: string, extensions: readonly string[]): readonly string[];
  realPath(path: string): string;
  /** Changes when the file changes. */
  version(path: string): string;
}

/** Where things lie. */
export interface Places {
  /** The notebook's folder: imports are resolved from here first. */
  readonly notebook: string;
  /** A folder of the kernel: its own packages and types are found from here. */
  readonly kernel: string;
  /** The folder with TypeScript's own declarations. */
  readonly library: string;
}
