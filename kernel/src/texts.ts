/** Every sentence of the kernel that a user reads, English beside Chinese. */
const texts = {
  interrupted: () => ({ en: "stopped by the user; variables are kept", zh: "已由用户停止；变量保留" }),
  ended: ({ how }: { how: string }) => ({
    en: `session ${how}; variables are lost, and the next cell runs in a fresh session. Run the notebook again from the top.`,
    zh: `会话已结束（${how}）；变量已丢失，下一个单元格将在新会话中运行。请从头重新运行笔记本。`,
  }),
  exitCode: ({ code }: { code: number }) => ({ en: `exited with code ${code}`, zh: `退出码 ${code}` }),
  exitSignal: ({ signal }: { signal: string }) => ({ en: `ended by ${signal}`, zh: `被 ${signal} 终止` }),
  stillBusy: () => ({
    en: "The cell does not stop: it is in code that cannot be interrupted. Press Stop again to end the session; its variables will be lost.\n",
    zh: "单元格未能停止：正在执行无法中断的代码。再次点击“停止”将结束会话，其中的变量会丢失。\n",
  }),
  hiddenLines: ({ lines }: { lines: string }) => ({ en: `… ${lines} more lines are not shown\n`, zh: `……另有 ${lines} 行未显示\n` }),
  shape: ({ rows, columns }: { rows: string; columns: string }) => ({ en: `${rows} × ${columns}`, zh: `${rows} × ${columns}` }),
  rows: ({ count, formatted }: { count: number; formatted: string }) => ({
    en: `${formatted} ${count === 1 ? "row" : "rows"}`,
    zh: `${formatted} 行`,
  }),
  columns: ({ count, formatted }: { count: number; formatted: string }) => ({
    en: `${formatted} ${count === 1 ? "column" : "columns"}`,
    zh: `${formatted} 列`,
  }),
  displayFailed: ({ reason }: { reason: string }) => ({
    en: `Cannot show the value as it asks to be shown: ${reason}. Its text is shown instead.\n`,
    zh: `无法按该值自定义的方式显示：${reason}。已改为显示其文本。\n`,
  }),
  missingPackage: ({ name }: { name: string }) => ({
    en: `Cannot import "${name}": the package is not installed beside this notebook. Try "npm install ${name}" in the notebook's folder.`,
    zh: `无法导入“${name}”：笔记本所在文件夹中未安装该包。请在该文件夹中运行“npm install ${name}”。`,
  }),
  missingExport: ({ name, from, nearest }: { name: string; from: string; nearest: string }) => ({
    en: `Cannot import "${name}" from "${from}": the module has no export of this name.${nearest && ` Try "${nearest}".`}`,
    zh: `无法从“${from}”导入“${name}”：该模块没有此名称的导出。${nearest && `请改用“${nearest}”。`}`,
  }),
  packageFrames: ({ count }: { count: number }) => ({
    en: `… ${count} ${count === 1 ? "frame" : "frames"} in packages`,
    zh: `……另有 ${count} 层调用位于包内`,
  }),
  promiseHint: () => ({ en: "a promise: write `await` before it to see its value", zh: "这是 Promise：在前面加上 `await` 可查看其值" }),
  connectionFile: ({ path, reason }: { path: string; reason: string }) => ({
    en: `Cannot start the kernel: the connection file "${path}" ${reason}. Try starting it from Jupyter.`,
    zh: `无法启动内核：连接文件“${path}”${reason}。请通过 Jupyter 启动。`,
  }),
  unreadable: () => ({ en: "cannot be read", zh: "无法读取" }),
  incomplete: ({ fields }: { fields: string }) => ({ en: `lacks ${fields}`, zh: `缺少 ${fields}` }),
} as const;

type Texts = typeof texts;

/** A text in the language of the session (`MARKLAB_LANGUAGE`, English by default). */
export function text<Name extends keyof Texts>(name: Name, ...values: Parameters<Texts[Name]>): string {
  const make = texts[name] as (...values: unknown[]) => { en: string; zh: string };
  return make(...values)[isChinese() ? "zh" : "en"];
}

/** A count as a reader of the session's language writes it. */
export function count(value: number): string {
  return value.toLocaleString(isChinese() ? "zh-CN" : "en");
}

function isChinese(): boolean {
  return /^zh/i.test(process.env["MARKLAB_LANGUAGE"] ?? "");
}

/** For the test of the catalogue. */
export const catalogue: Readonly<Record<string, (values: never) => { en: string; zh: string }>> = texts;
