import type { Text } from "marklab/language";

/** Every text that the extension shows, each in both languages; a function where a text holds a value. */
export const catalogue = {
  galleryTitle: (): Text => ({ en: "Marketing analysis", "zh-CN": "营销分析" }),
  newFromTemplate: (title: string): Text => ({ en: `New notebook: ${title}`, "zh-CN": `新建笔记本：${title}` }),
  openTemplate: (): Text => ({ en: "New notebook from a template", "zh-CN": "由模板新建笔记本" }),
  templateArgument: (): Text => ({ en: "Which template to start from", "zh-CN": "使用哪个模板" }),
  folderArgument: (): Text => ({
    en: "The folder for the new notebook; the file browser's folder when left out",
    "zh-CN": "新笔记本所在的文件夹；不填则用文件浏览器当前的文件夹",
  }),
  cannotCreateTitle: (): Text => ({ en: "The notebook was not created", "zh-CN": "未能新建笔记本" }),
  templateMissing: (id: string, known: readonly string[], nearest: string): Text => ({
    en: `Cannot create the notebook: there is no template "${id}", one of ${known.join(", ")} is needed. Try "${nearest}".`,
    "zh-CN": `无法新建笔记本：没有名为“${id}”的模板，需要以下之一：${known.join("、")}。请试试“${nearest}”。`,
  }),
  folderRefused: (folder: string, reason: string): Text => ({
    en: `Cannot create the notebook: the folder "${folder}" did not take the file (${reason}), a folder you may write to is needed. Try another folder in the file browser.`,
    "zh-CN": `无法新建笔记本：文件夹“${folder}”无法写入（${reason}），需要一个可写入的文件夹。请在文件浏览器中换一个文件夹再试。`,
  }),
  homeFolder: (): Text => ({ en: "home", "zh-CN": "主目录" }),
  chartMenu: (): Text => ({ en: "Save this chart", "zh-CN": "保存此图表" }),
  saveSvg: (): Text => ({ en: "Save as SVG", "zh-CN": "保存为 SVG" }),
  savePng: (): Text => ({ en: "Save as PNG", "zh-CN": "保存为 PNG" }),
  chartFileName: (): Text => ({ en: "chart", "zh-CN": "图表" }),
  chartNotObject: (path: string, found: string): Text => ({
    en: `Cannot draw this chart: ${path} is ${found}, a JSON object is needed. Try { "mark": "bar", "encoding": … }.`,
    "zh-CN": `无法绘制图表：${path} 是${found}，需要一个 JSON 对象。请试试 { "mark": "bar", "encoding": … }。`,
  }),
  chartWithoutView: (path: string): Text => ({
    en: `Cannot draw this chart: ${path} has nothing to draw, one of mark, layer, hconcat, vconcat, concat, facet or repeat is needed. Try "mark": "bar".`,
    "zh-CN": `无法绘制图表：${path} 没有可绘制的内容，需要 mark、layer、hconcat、vconcat、concat、facet 或 repeat 之一。请试试 "mark": "bar"。`,
  }),
  chartNotList: (path: string): Text => ({
    en: `Cannot draw this chart: ${path} is not a list, a list of views is needed. Try [ … ] around it.`,
    "zh-CN": `无法绘制图表：${path} 不是列表，需要由视图组成的列表。请试试在外面加上 [ … ]。`,
  }),
  chartUnknownValue: (path: string, found: string, nearest: string): Text => ({
    en: `Cannot draw this chart: ${path} is "${found}", a word that Vega-Lite knows is needed. Try "${nearest}".`,
    "zh-CN": `无法绘制图表：${path} 的值是“${found}”，需要 Vega-Lite 认识的词。请试试“${nearest}”。`,
  }),
  chartFailed: (reason: string): Text => ({
    en: `Cannot draw this chart: the drawing library stopped with "${reason}", a specification it can draw is needed. Try a smaller chart first and add its parts one by one.`,
    "zh-CN": `无法绘制图表：绘图库报告“${reason}”，需要它能绘制的图表规范。请先绘制更简单的图表，再逐项添加。`,
  }),
  chartDataMissing: (address: string): Text => ({
    en: `Cannot draw this chart: its data at ${address} could not be read, an address that this notebook may read is needed. Try data stored in the notebook itself.`,
    "zh-CN": `无法绘制图表：无法读取位于 ${address} 的数据，需要此笔记本可以读取的地址。请试试把数据直接存放在笔记本中。`,
  }),
  nothing: (): Text => ({ en: "empty", "zh-CN": "空值" }),
  list: (): Text => ({ en: "a list", "zh-CN": "列表" }),
  plainText: (): Text => ({ en: "text", "zh-CN": "文本" }),
  plainValue: (): Text => ({ en: "a single value", "zh-CN": "单个值" }),
};
