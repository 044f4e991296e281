import type { Language } from "../../language/language.js";

/** What the columns, arms and groups of the sample are called in a language, as an experiment platform there would export them. */
export interface ExperimentWords {
  readonly columns: {
    readonly visitor: string;
    readonly arm: string;
    readonly firstSeen: string;
    readonly week: string;
    readonly device: string;
    readonly browser: string;
    readonly channel: string;
    readonly place: string;
    readonly converted: string;
    readonly revenue: string;
    readonly sessions: string;
    readonly pageViews: string;
    readonly loadTime: string;
    readonly priorSpend: string;
  };
  readonly arms: Readonly<Record<"control" | "treatment", string>>;
  readonly week: (number: number) => string;
  readonly devices: readonly string[];
  readonly browsers: readonly string[];
  readonly channels: readonly string[];
  readonly places: readonly string[];
}

export const experimentWords: Readonly<Record<Language, ExperimentWords>> = {
  en: {
    columns: {
      visitor: "Visitor ID",
      arm: "Variant",
      firstSeen: "First seen",
      week: "Test week",
      device: "Device",
      browser: "Browser",
      channel: "Channel",
      place: "Country",
      converted: "Converted",
      revenue: "Revenue",
      sessions: "Sessions",
      pageViews: "Page views",
      loadTime: "Load time (ms)",
      priorSpend: "Prior spend",
    },
    arms: { control: "Control", treatment: "Treatment" },
    week: (number) => `Week ${number}`,
    devices: ["Desktop", "Mobile"],
    browsers: ["In-app browser", "Chrome", "Safari", "Edge"],
    channels: ["Paid search", "Organic search", "Social", "Email", "Direct"],
    places: ["United States", "United Kingdom", "Germany", "Canada", "Australia"],
  },
  "zh-CN": {
    columns: {
      visitor: "访客编号",
      arm: "实验组别",
      firstSeen: "首次进入时间",
      week: "实验周次",
      device: "设备",
      browser: "浏览器",
      channel: "渠道",
      place: "城市",
      converted: "是否转化",
      revenue: "实付金额",
      sessions: "会话数",
      pageViews: "浏览页数",
      loadTime: "加载时长（毫秒）",
      priorSpend: "实验前30天消费",
    },
    arms: { control: "对照组", treatment: "实验组" },
    week: (number) => `第 ${number} 周`,
    devices: ["电脑", "手机"],
    browsers: ["应用内浏览器", "Chrome", "Safari", "Edge"],
    channels: ["搜索广告", "自然搜索", "社交媒体", "短信", "直接访问"],
    places: ["上海", "北京", "广州", "成都", "杭州"],
  },
};
