import type { Text } from "marklab/language";

const same = (en: string, chinese: string): Text => ({ en, "zh-CN": chinese });

/** What `--help` says. */
export const helpTexts = {
  marklab: same("Marketing analysis in notebooks and on the command line.", "在笔记本和命令行中做营销分析。"),
  templates: same("List the templates.", "列出模板。"),
  analyse: same("Run one analysis on a file of data.", "对数据文件运行一项分析。"),
  run: same("Run a template or a notebook and write its report.", "运行模板或笔记本并写出报告。"),
  kernel: same("Register the kernel with Jupyter, or remove it.", "在 Jupyter 中注册或移除内核。"),
  install: same("Register the TypeScript kernel with Jupyter.", "在 Jupyter 中注册 TypeScript 内核。"),
  uninstall: same("Remove the kernel from Jupyter.", "从 Jupyter 中移除内核。"),
  data: same(
    "CSV, Parquet or JSON-lines file, or a sample such as sample:orders",
    "CSV、Parquet 或 JSON Lines 文件，或示例数据（如 sample:orders）",
  ),
  notebook: same("id of a template, or path of a notebook (.ipynb)", "模板 id，或笔记本路径（.ipynb）"),
  set: same("a setting or a column; may be given several times", "设置项或列名，可多次使用"),
  language: same("en or zh-CN", "en 或 zh-CN"),
  json: same("print JSON", "输出 JSON"),
  asOf: same("day to count back from, such as 2024-01-31", "从哪一天往回计算，例如 2024-01-31"),
  out: same("folder to write to (default: here)", "输出文件夹（默认为当前文件夹）"),
  dataOption: same("the data to analyse instead of the sample", "要分析的数据，代替示例数据"),
  user: same("for this user (default)", "仅当前用户（默认）"),
  prefix: same("in this environment, such as .venv", "安装到此环境，例如 .venv"),
  help: same("show help", "显示帮助"),
  version: same("show the version", "显示版本"),
  settings: same("Settings for --set:", "--set 可用的设置项："),
  columns: same("Columns for --set (found by name and content when left out):", "--set 可用的列（不填则按列名和内容自动识别）："),
} as const;

/** Titles of the sections of `--help`. */
export const helpTitles: Readonly<Record<string, Text>> = {
  "Usage:": same("Usage:", "用法："),
  "Arguments:": same("Arguments:", "参数："),
  "Options:": same("Options:", "选项："),
  "Commands:": same("Commands:", "命令："),
};

/** What is said on standard error while the command works. */
export const progressTexts = {
  loading: (name: string): Text => same(`Reading ${name} …`, `正在读取 ${name} …`),
  analysing: (title: Text): Text => same(`Analysing: ${title.en} …`, `正在分析：${title["zh-CN"]} …`),
  cell: (number: number, count: number): Text => same(`Running cell ${number} of ${count} …`, `正在运行第 ${number}/${count} 个单元格 …`),
  writing: (folder: string): Text => same(`Writing to ${folder} …`, `正在写入 ${folder} …`),
  installed: same("The kernel is registered:", "内核已注册："),
  uninstalled: same("The kernel is removed:", "内核已移除："),
} as const;

/** What the command refuses. Form: Cannot <action>: <what was found>, <what is needed>. Try <one fix>. */
export const problemTexts = {
  setForm: (text: string): Text =>
    same(
      `Cannot read --set: “${text}” was given, a name and a value with = between them are needed. Try --set groups=4.`,
      `无法读取 --set：给出的是“${text}”，需要“名称=值”的形式。请试试 --set groups=4。`,
    ),
  language: (text: string): Text =>
    same(
      `Cannot use the language “${text}”: only en and zh-CN exist, one of them is needed. Try --language ${/^zh|cn/i.test(text) ? "zh-CN" : "en"}.`,
      `无法使用语言“${text}”：只有 en 和 zh-CN，需要其中之一。请试试 --language ${/^zh|cn/i.test(text) ? "zh-CN" : "en"}。`,
    ),
  notebookUnknown: (name: string, nearest: string): Text =>
    same(
      `Cannot run “${name}”: there is no template or notebook of this name, the id of a template or the path of a notebook is needed. Try “${nearest}”.`,
      `无法运行“${name}”：没有这个名称的模板或笔记本，需要模板 id 或笔记本路径。请试试“${nearest}”。`,
    ),
  notebookUnreadable: (name: string): Text =>
    same(
      `Cannot run “${name}”: the file is not a notebook, a file of the notebook format 4 (.ipynb) is needed. Try saving it again from JupyterLab.`,
      `无法运行“${name}”：该文件不是笔记本，需要第 4 版格式的笔记本（.ipynb）。请在 JupyterLab 中重新保存。`,
    ),
  wouldOverwrite: (path: string): Text =>
    same(
      `Cannot write “${path}”: a notebook that this command did not write is there, a free place is needed. Try --out report.`,
      `无法写入“${path}”：该处已有一个并非由本命令生成的笔记本，需要一个空位置。请试试 --out report。`,
    ),
  notWritable: (folder: string, reason: string): Text =>
    same(
      `Cannot write to “${folder}”: the system says ${reason}, a folder that can be written is needed. Try another --out.`,
      `无法写入“${folder}”：系统提示 ${reason}，需要一个可写的文件夹。请试试其他 --out。`,
    ),
  cellFailed: (number: number, what: string): Text =>
    same(
      `Cannot finish the notebook: code cell ${number} failed (${what}), a notebook that runs to its end is needed. Try running it in JupyterLab.`,
      `无法运行完笔记本：第 ${number} 个代码单元格出错（${what}），需要能够完整运行的笔记本。请在 JupyterLab 中运行查看。`,
    ),
  kernelPlace: same(
    "Cannot register the kernel: both --user and --prefix were given, one of them is needed. Try --prefix alone.",
    "无法注册内核：同时给出了 --user 和 --prefix，只需要其中一个。请试试仅用 --prefix。",
  ),
  unknownWord: (kind: "command" | "option" | "analysis", word: string, nearest: string): Text => {
    const kinds = { command: same("command", "命令"), option: same("option", "选项"), analysis: same("analysis", "分析") };
    return same(
      `Cannot understand “${word}”: there is no such ${kinds[kind].en}, a known one is needed. Try ${nearest}.`,
      `无法识别“${word}”：没有这样的${kinds[kind]["zh-CN"]}，需要已有的${kinds[kind]["zh-CN"]}。请试试 ${nearest}。`,
    );
  },
  missing: (what: string, example: string): Text =>
    same(
      `Cannot start: ${what} is missing, it is needed here. Try ${example}.`,
      `无法开始：缺少 ${what}，此处必须给出。请试试 ${example}。`,
    ),
  tooMany: (example: string): Text =>
    same(
      `Cannot start: there are more words than this command takes, exactly those it asks for are needed. Try ${example}.`,
      `无法开始：给出的参数多于此命令所需，需要恰好与其一致。请试试 ${example}。`,
    ),
  system: (what: string): Text =>
    same(
      `Cannot run the analysis: the system refused what the engine needs (${what}), a working folder for temporary files and free space are needed. Try another TMPDIR.`,
      `无法运行分析：系统拒绝了引擎所需的操作（${what}），需要可用的临时文件夹和剩余空间。请试试其他 TMPDIR。`,
    ),
  fault: (message: string): Text =>
    same(
      `Cannot go on: Marklab met a fault of its own (${message}), a report of it is needed to mend it. Try again with MARKLAB_DEBUG=1 and send what it prints.`,
      `无法继续：Marklab 自身出现故障（${message}），需要您反馈以便修复。请设置 MARKLAB_DEBUG=1 重新运行，并把输出发给我们。`,
    ),
} as const;
