import type { Language } from "../../language/language.js";

/** What the columns, products and channels of the sample are called in a language, as a shop there would export them. */
export interface OrderWords {
  readonly columns: {
    readonly order: string;
    readonly date: string;
    readonly customer: string;
    readonly product: string;
    readonly quantity: string;
    readonly price: string;
    readonly amount: string;
    readonly channel: string;
  };
  readonly products: readonly string[];
  readonly channels: readonly string[];
}

/** Prices in cents, in the order of the products. */
export const prices = [390, 590, 850, 990, 1290, 1590, 1990, 2490, 3290, 4590] as const;

export const orderWords: Readonly<Record<Language, OrderWords>> = {
  en: {
    columns: {
      order: "Order ID",
      date: "Order date",
      customer: "Customer ID",
      product: "Product",
      quantity: "Quantity",
      price: "Unit price",
      amount: "Amount",
      channel: "Channel",
    },
    products: [
      "Paper filters, 100",
      "Green tea, 50 g",
      "Jasmine tea, 100 g",
      "House espresso, 250 g",
      "Oolong tea, 100 g",
      "Single origin Ethiopia, 250 g",
      "Stoneware cup",
      "Hand grinder, small",
      "Glass teapot",
      "Gooseneck kettle",
    ],
    channels: ["Web shop", "App", "Store"],
  },
  "zh-CN": {
    columns: {
      order: "订单编号",
      date: "下单时间",
      customer: "客户编号",
      product: "商品",
      quantity: "数量",
      price: "单价",
      amount: "实付金额",
      channel: "渠道",
    },
    products: [
      "滤纸 100 张",
      "绿茶 50 克",
      "茉莉花茶 100 克",
      "意式拼配咖啡豆 250 克",
      "乌龙茶 100 克",
      "埃塞俄比亚单品咖啡豆 250 克",
      "粗陶杯",
      "手摇磨豆机（小号）",
      "玻璃茶壶",
      "细口手冲壶",
    ],
    channels: ["官网商城", "小程序", "门店"],
  },
};
