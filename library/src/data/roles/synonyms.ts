import type { Role } from "../dataset.js";

/** How sure a name makes us: what it means here and nothing else; what it mostly means; what it may mean. */
type Tier = readonly [confidence: number, names: string];

/** Names of columns by role, as exports write them (Shopify, Google Ads, GA4, Tmall, JD, Douyin, WeChat …), without case, spaces and units. */
export const synonyms: Readonly<Record<Role, readonly Tier[]>> = {
  customer: [
    [
      0.97,
      "customerid custid customernumber customerno customerkey customercode clientid memberid buyerid userid userpseudoid uid shopperid accountid leadid leadno leadnumber prospectid",
    ],
    [
      0.97,
      "客户id 客户编号 客户号 客户代码 会员id 会员编号 会员号 会员卡号 用户id 用户编号 线索id 线索编号 线索号 买家id 顾客id 顾客编号 openid unionid 用户openid",
    ],
    [
      0.92,
      "customer client member buyer user shopper subscriber subscriberid visitorid visitornumber unitid anonymousid deviceid 访客id 访客编号 访客号 访客 设备id 匿名id clientnumber masterid accountnumber 买家昵称 买家会员名 买家账号 用户昵称 客户 会员 用户 顾客 买家 会员名 下单账号 买家旺旺 抖音号",
    ],
    [
      0.86,
      "customeremail email emailaddress mail 邮箱 客户邮箱 电子邮箱 customerphone phone phonenumber mobile 手机号 手机 手机号码 联系手机 收货人手机号 联系电话 会员手机",
    ],
    [
      0.8,
      "customername clientname membername username buyername fullname 客户姓名 客户名称 会员姓名 会员昵称 用户名 用户名称 姓名 昵称 微信昵称 收货人姓名 收货人 粉丝昵称",
    ],
    [0.55, "account visitor contact contactid billingname shippingname id"],
  ],
  order: [
    [
      0.97,
      "orderid orderno ordernumber ordernum ordercode invoiceno invoiceid invoicenumber invoice transactionid transactionno txnid receiptid receiptno 订单编号 订单号 订单id 主订单编号 父订单号 交易编号 交易号 流水号 发票号 发票编号 小票号 交易单号 商户订单号",
    ],
    [0.9, "order transaction receipt basketid ticketid checkoutid paymentid saleid purchaseid billno 订单 单号 子订单编号 销售单号 账单号"],
    [0.6, "basket ticket name rowid"],
  ],
  date: [
    [
      0.97,
      "orderdate orderdatetime ordertime orderedat invoicedate transactiondate transactiontime purchasedate purchasetime saledate salesdate 下单时间 下单日期 订单日期 订单时间 订单创建时间 购买时间 购买日期 交易时间 交易日期 成交时间 成交日期 消费时间 消费日期 订单提交时间 销售日期",
    ],
    [
      0.93,
      "createdat createdtime paidat paymentdate paymenttime processedat eventdate eventtimestamp eventtime date datetime timestamp 付款时间 支付时间 付款日期 支付日期 订单付款时间 支付完成时间 日期 时间 创建时间 发生时间 事件时间 事件发生时间 行为时间 触发时间 上报时间 访问时间",
    ],
    [
      0.85,
      "firstseen firstseenat firstexposure firstexposuretime exposedat exposuretime assignedat enteredat 首次进入时间 首次曝光时间 曝光时间 进组时间 入组时间 分组时间",
    ],
    [0.75, "day time ds dt createdon visitdate sessiondate txndate txntime 统计日期 业务日期 数据日期 交易创建时间 年月日"],
    [
      0.6,
      "shipdate shippeddate deliverydate fulfilledat updatedat completiondate 发货时间 完成时间 订单完成时间 确认收货时间 更新时间 dtcustomer",
    ],
  ],
  amount: [
    [
      0.97,
      "amount orderamount totalamount ordertotal ordervalue revenue sales salesamount total totalprice totalrevenue totalsales netsales grosssales transactionamount paidamount amountpaid paymentamount purchaserevenue grandtotal spend spent gmv 实付金额 实付款 实付 实际支付金额 买家实际支付金额 实收金额 实收款 支付金额 付款金额 订单金额 订单实付金额 消费金额 成交金额 销售额 销售金额 交易金额 金额 订单总价",
    ],
    [
      0.9,
      "turnover value monetary netamount grossamount lineamount linetotal subtotal extendedprice itemrevenue conversionvalue purchaseamount saleamount 总金额 总价 合计 合计金额 总额 收入 营收 成交额 应付金额 应付款 买家应付货款 小计 商品金额 商品总价 用户应付金额",
    ],
    [0.6, "sale payment income charge charges money cash 货款 费用 商品总额"],
  ],
  quantity: [
    [
      0.97,
      "quantity qty orderquantity orderqty units unitssold itemquantity lineitemquantity numberofitems itemcount 数量 购买数量 商品数量 件数 销量 销售数量 下单数量 订购数量 宝贝数量 宝贝总数量 购买件数",
    ],
    [0.8, "pieces items count volume cds 件 个数 份数"],
  ],
  price: [
    [0.97, "unitprice priceperunit itemprice lineitemprice productprice sellingprice 单价 商品单价 销售单价 商品价格 售价 成交单价"],
    [0.9, "price 价格 宝贝价格"],
    [0.6, "listprice originalprice 原价 标价 吊牌价"],
  ],
  product: [
    [
      0.97,
      "productid productcode sku skuid stockcode itemid itemcode asin productsku lineitemsku 商品编号 商品id 商品编码 货号 商家编码 sku编码 宝贝id",
    ],
    [0.92, "product productname itemname item description lineitemname 商品 商品名称 产品 产品名称 宝贝标题 商品标题 品名 菜品"],
    [0.75, "category productcategory subcategory title 类目 品类 分类 商品类目"],
  ],
  channel: [
    [
      0.97,
      "channel utmsource sourcemedium sessionsource trafficsource defaultchannelgroup sessiondefaultchannelgroup firstusersource marketingchannel 渠道 来源渠道 流量来源 推广渠道 获客渠道 渠道来源 一级渠道",
    ],
    [0.85, "source medium utmmedium platform network touchpoint 来源 平台 媒介 流量渠道 广告平台"],
    [0.7, "path referrer 路径 触点"],
  ],
  campaign: [
    [
      0.97,
      "campaign campaignid campaignname utmcampaign sessioncampaign xyzcampaignid fbcampaignid 活动 活动名称 活动id 推广计划 广告计划 计划名称 营销活动",
    ],
    [0.85, "adgroup adgroupname adset adsetname adid ad 广告组 推广单元 单元名称 创意"],
  ],
  cost: [
    [
      0.97,
      "cost adspend adcost mediaspend mediacost amountspent advertisingcost 花费 消耗 广告费 广告花费 推广费 投放费用 成本 广告消耗 现金消耗",
    ],
    [0.85, "spend spent expense expenses budget 费用 支出 预算"],
  ],
  event: [
    [
      0.97,
      "event eventname eventtype eventcode eventdisplayname action eventaction 事件 事件名 事件名称 事件显示名 行为 行为名称 行为类型 事件类型 动作 behaviortype",
    ],
    [0.85, "step stage page pagepath pageview activity 步骤 阶段 页面 环节"],
  ],
  variant: [
    [
      0.97,
      "variant arm testgroup experimentgroup abgroup treatment experimentvariant experimentarm variation variationid bucket 实验组 实验分组 组别 分组 实验组别 实验版本 测试组 测试分组 实验变体",
    ],
    [0.85, "group version condition cohort 版本 方案"],
  ],
  outcome: [
    [
      0.97,
      "converted isconverted conversion churn churned ischurn ischurned churnflag churnlabel churnvalue attrition attritionflag won iswon closedwon dealwon purchased bought response responded clicked exited subscribed 是否转化 是否流失 是否购买 是否成交 是否赢单 是否离网 流失标签 流失标记 成交 赢单 转化 流失 是否响应 是否下单 购买",
    ],
    [0.85, "target label outcome success retained y approvedconversion totalconversion event 标签 结果"],
  ],
  session: [
    [0.97, "sessionid sessionkey gasessionid visitid sessionno 会话id 会话编号 会话标识 访问id 访问编号 访次id"],
    [0.85, "session visit 会话 访次"],
  ],
  duration: [
    [
      0.97,
      "duration tenure lifetimedays survivaltime timetoevent daysactive monthsactive 时长 在网时长 在网月数 存续时间 存续天数 生存时间",
    ],
    [0.85, "durationdays durationmonths tenuremonths tenuredays weeks months 月数 周数 在网天数 使用时长 会员时长"],
  ],
  text: [
    [0.97, "review comment reviewtext feedback commenttext message content 评论 评价 评论内容 评价内容 留言 反馈 内容 文本"],
    [0.85, "text body note notes remarks remark 备注 买家留言 描述"],
  ],
};
