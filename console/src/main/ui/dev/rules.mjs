const CLAUSES = {
  LATE_SHIPMENT: ['抖店商家规则·发货', '商家应在承诺发货时效内完成发货，并在该时效内上传真实有效物流单号；在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。', 'A shop must ship within the time it promised and upload a real tracking number within it; 24 hours after a late shipment it is judged again, three times at most.'],
  SHOP_CLOSURE: ['抖店商家规则·发货', '在超时的24小时后，会再次被识别判定发货超时，判定上限为3次。店铺很有可能受到封店处理。', '24 hours after a late shipment it is judged again, three times at most. The shop may well be closed.'],
  CS_UNREACHABLE: ['抖店商家规则·客服失联', '平台会随机电话抽查，如24小时内的三次电话均是未接通，则判定一单用户客服失联，属于违规现象，将扣除小店一部分保证金。', 'The platform calls shops at random; three calls within 24 hours that are all missed are one case of unreachable customer service, a violation for which part of the deposit is deducted.'],
  COMPLAINT_OVERDUE: ['抖店商家规则·投诉处理机制', '建立完善的投诉处理机制，及时处理消费者的投诉，给予消费者公正的赔偿和补偿。', 'Set up a sound process for complaints, deal with consumers’ complaints in time, and give them fair compensation.'],
  PROVIDER_INACTIVE: ['抖店服务市场服务商规则 3.6.4', '服务商在抖店服务市场代运营类目下建立合作绑定关系的店铺近90天商品累计交易结算总额为0，或近90天抖店服务市场服务订购量为0，平台将清退该类服务商。', 'A provider of the agency operation category whose bound shops had settlements of 0 in the last 90 days, or whose service orders were 0 in the last 90 days, is removed.'],
}
const NAMES = {
  LATE_SHIPMENT: ['Late shipment', '发货超时'],
  SHOP_CLOSURE: ['Shop closure', '封店'],
  CS_UNREACHABLE: ['Customer service unreachable', '客服失联'],
  COMPLAINT_OVERDUE: ['Complaint overdue', '投诉处理超时'],
  PROVIDER_INACTIVE: ['Provider inactive', '服务商不符合平台运营要求'],
}
const action = (type, mode, more = {}) => ({ type, mode, ...more })
const LADDERS = {
  LATE_SHIPMENT: [
    ['MINOR', [action('WARNING', 'ENFORCE'), action('DEPOSIT_DEDUCTION', 'ENFORCE', { amountFen: 1000 })]],
    ['GENERAL', [action('DEPOSIT_DEDUCTION', 'ENFORCE', { amountFen: 123450 })]],
    ['SERIOUS', [action('LISTING_BAN', 'ENFORCE')]],
  ],
  SHOP_CLOSURE: [['EXTREME', [action('SHOP_CLOSURE', 'RECOMMEND')]]],
  CS_UNREACHABLE: [['GENERAL', [action('DEPOSIT_DEDUCTION', 'RECOMMEND'), action('VIOLATION_POINTS_A', 'RECOMMEND', { points: 4 })]]],
  COMPLAINT_OVERDUE: [
    ['MINOR', [action('WARNING', 'ENFORCE')]],
    ['GENERAL', [action('DEPOSIT_DEDUCTION', 'RECOMMEND')]],
    ['SERIOUS', [action('DEPOSIT_DEDUCTION', 'RECOMMEND')]],
  ],
  PROVIDER_INACTIVE: [['EXTREME', [action('SERVICE_DELISTED', 'RECOMMEND'), action('PROVIDER_REMOVAL', 'RECOMMEND')]]],
}
const PARAMETERS = {
  LATE_SHIPMENT: { defaultShipWindow: 'PT48H', rejudgeInterval: 'PT24H', maxJudgements: 3, cureOn: 'WAYBILL_UPLOADED' },
  SHOP_CLOSURE: { minOrders: 1, window: 'P30D', mode: 'RECOMMEND' },
  CS_UNREACHABLE: { calls: 3, window: 'PT24H', sources: ['PLATFORM_SPOT_CHECK'], minTalkSeconds: 1 },
  COMPLAINT_OVERDUE: { respondWithinHours: { EXCHANGE: 12, REFUND_OPERATION: 2, LOGISTICS: 24 }, reopenedWithinHours: 2, clock: '09:00-21:00', resolveWithin: 'PT48H' },
  PROVIDER_INACTIVE: { days: 90, logic: 'OR', minTenureDays: 90, categoryCode: 'AGENCY_OPERATION', minOrderFen: 1 },
}

export const RULES = Object.keys(NAMES)
export const nameOf = (code) => ({ en: NAMES[code][0], zh: NAMES[code][1] })
export const clauseOf = (code) => ({ ref: CLAUSES[code][0], zh: CLAUSES[code][1], en: CLAUSES[code][2] })
export const rung = (code, level) => LADDERS[code][level - 1]
export const ladderOf = (code) => LADDERS[code].map(([severity, actions], i) => ({ level: i + 1, severity, actions }))
export const parametersOf = (code) => PARAMETERS[code]
export const docOf = (code) => ({
  finds: { en: 'What the rule finds, in one phrase', zh: '规则发现什么，一句话' },
  definition: {
    en: `1. The first \`EVENT\` counts; see [LATE_SHIPMENT](LATE_SHIPMENT.md).\n   A line that goes on.\n2. Closing exactly at the instant is in time.\n\n- Level 1: <script>alert(1)</script>\n- Level 2`,
    zh: `1. 以第一条 \`EVENT\` 为准，见 [LATE_SHIPMENT](LATE_SHIPMENT.md)。\n   续行不加空格。\n2. 恰在该时刻关闭的，视为按时。`,
  },
  cures: { en: 'What closes the order after the deadline.', zh: '期限之后关闭订单的行为。' },
  late: { en: 'An act exactly at a judgement is in time.', zh: '恰在判定时刻的行为按时。' },
  parameters: Object.fromEntries(Object.keys(PARAMETERS[code]).map((name) => [name, { unit: { en: 'unit', zh: '单位' }, meaning: { en: `what ${name} does`, zh: `${name} 的作用` } }])),
})
