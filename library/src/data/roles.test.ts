import { describe, expect, it } from "vitest";
import type { Dataset, Role } from "./dataset.js";
import { load } from "./load.js";
import { onlineRetail, rfmOrders } from "../testing/data-folder.js";
import { resolveColumns, type WantedRoles } from "./roles.js";
import { rolesOfName } from "./roles/name-match.js";

const wanted: WantedRoles = {
  customer: { required: true },
  date: { required: true },
  amount: { required: false },
  quantity: { required: false },
  price: { required: false },
  order: { required: false },
};

const found = async (data: Dataset<object>, given = {}) => {
  const columns = await resolveColumns(data, wanted, given);
  return Object.fromEntries(Object.entries(columns).map(([role, column]) => [role, column.name]));
};

/** Orders with the given headings: six rows, customers that come back. */
const orders = (headings: Readonly<Record<string, (row: number) => unknown>>) =>
  load(Array.from({ length: 6 }, (_, row) => Object.fromEntries(Object.entries(headings).map(([name, value]) => [name, value(row)]))));

const id = (row: number) => `c${row % 3}`;
const order = (row: number) => `o${row}`;
const day = (row: number) => new Date(Date.UTC(2024, 0, row + 1));
const money = (row: number) => 10.5 + row;
const pieces = (row: number) => row + 1;

describe("resolveColumns() finds columns by name", () => {
  it.each([
    ["a plain export", { order_id: order, customer_id: id, order_date: day, amount: money }, "customer_id order_date amount"],
    [
      "Shopify",
      { Name: order, Email: (row: number) => `${id(row)}@x.org`, "Created at": day, Total: money, "Lineitem quantity": pieces },
      "Email Created at Total",
    ],
    [
      "Online Retail's headings",
      { InvoiceNo: order, InvoiceDate: day, UnitPrice: money, Quantity: pieces, CustomerID: id },
      "CustomerID InvoiceDate undefined",
    ],
    [
      "Tmall",
      { 订单编号: order, 买家会员名: id, 买家实际支付金额: money, 订单付款时间: day, 宝贝总数量: pieces },
      "买家会员名 订单付款时间 买家实际支付金额",
    ],
    ["JD", { 订单号: order, 下单账号: id, 下单时间: day, 单价: money, 订购数量: pieces }, "下单账号 下单时间 undefined"],
    ["WeChat", { 交易单号: order, 用户OpenID: id, 交易时间: day, "订单金额(元)": money }, "用户OpenID 交易时间 订单金额(元)"],
    ["a members' table", { 会员ID: id, 消费日期: day, "实付金额(元)": money, 数量: pieces }, "会员ID 消费日期 实付金额(元)"],
    ["GA4", { "User pseudo ID": id, event_timestamp: day, purchase_revenue: money }, "User pseudo ID event_timestamp purchase_revenue"],
    ["longer names", { shop_customer_id: id, my_order_date: day, net_revenue: money }, "shop_customer_id my_order_date net_revenue"],
    [
      "an id before a name, an order before a shipment",
      { "Customer ID": id, "Customer Name": id, "Ship Date": day, "Order Date": day, Sales: money },
      "Customer ID Order Date Sales",
    ],
  ] as const)("of %s", async (_, headings, expected) => {
    const columns = await found(await orders(headings));
    expect(`${columns["customer"]} ${columns["date"]} ${columns["amount"]}`).toBe(expected);
  });

  it("of quantity and price, so that an amount can be made of them", async () => {
    const columns = await found(await orders({ 客户编号: id, 下单日期: day, 单价: money, 数量: pieces }));
    expect(columns).toMatchObject({ quantity: "数量", price: "单价" });
    expect(columns).not.toHaveProperty("amount");
  });

  it("and by content when the name says nothing", async () => {
    const data = await orders({ "Customer ID": id, x: day, z: money });
    expect(await found(data)).toEqual({ customer: "Customer ID", date: "x", amount: "z" });
    expect(data.columns.find(({ name }) => name === "x")?.roles[0]).toMatchObject({ role: "date", by: "content" });
  });
});

describe("resolveColumns()", () => {
  it("takes the columns that are given, and no column twice", async () => {
    const data = await orders({ customer_id: id, order_date: day, amount: money, other: money });
    expect(await found(data, { amount: "other" })).toMatchObject({ amount: "other" });
    expect(await found(data, { customer: "amount" })).not.toHaveProperty("amount", "amount");
  });

  it.each([
    ["CustomerID", "customer_id"],
    ["custmoer_id", "customer_id"],
    ["customer", "customer_id"],
    ["订单金额", "订单金额(元)"],
  ])("refuses %s and names %s", async (name, nearest) => {
    const data = await orders({ customer_id: id, date: day, "订单金额(元)": money });
    await expect(resolveColumns(data, wanted, { customer: name })).rejects.toMatchObject({
      code: "column-missing",
      data: { name, nearest },
    });
  });

  it("refuses when two columns fit equally well, and names both", async () => {
    const data = await orders({ buyer_id: id, user_id: id, order_date: day });
    await expect(resolveColumns(data, wanted)).rejects.toMatchObject({
      code: "role-ambiguous",
      data: { role: "customer", candidates: ["buyer_id", "user_id"] },
    });
  });

  it("leaves a column that is not needed when two fit equally well", async () => {
    const data = await orders({ customer_id: id, order_date: day, amount: money, total: money });
    expect(await found(data)).not.toHaveProperty("amount");
  });

  it("refuses when no column fits", async () => {
    const data = await orders({ city: () => "Rome", order_date: day, amount: money });
    await expect(resolveColumns(data, wanted)).rejects.toMatchObject({ code: "role-missing", data: { role: "customer" } });
  });
});

describe("rolesOfName()", () => {
  it.each<[string, Role]>([
    ["customer id", "customer"],
    ["CUSTOMER-ID", "customer"],
    ["客户编号", "customer"],
    ["Amount (USD)", "amount"],
    ["utm_campaign", "campaign"],
    ["花费", "cost"],
    ["事件名称", "event"],
    ["渠道", "channel"],
    ["评论内容", "text"],
  ])("knows %s", (name, role) => expect([...rolesOfName(name)].sort((one, other) => other[1] - one[1])[0]?.[0]).toBe(role));

  it.each(["x", "region", "地区", "", "🙂", "a.b"])("knows nothing about %j", (name) => expect(rolesOfName(name).size).toBe(0));
});

describe.skipIf(!onlineRetail.exists)("resolveColumns() on Online Retail", () => {
  it("finds every column of RFM", async () =>
    expect(await found(await load(onlineRetail.path))).toEqual({
      customer: "CustomerID",
      date: "InvoiceDate",
      quantity: "Quantity",
      price: "UnitPrice",
      order: "InvoiceNo",
    }));
});

describe.skipIf(!rfmOrders.exists)("resolveColumns() on rfm_orders", () => {
  it("finds every column of RFM", async () =>
    expect(await found(await load(rfmOrders.path))).toEqual({ customer: "customer_id", date: "order_date", amount: "revenue" }));
});
