package io.xunjian.rules.book;

/** What the platform can do about a breach. */
public enum ActionType {
    /** 公示警告 */
    WARNING,
    /** 消费者赔付 */
    CONSUMER_COMPENSATION,
    /** 扣除保证金 */
    DEPOSIT_DEDUCTION,
    /** 一般违规积分 */
    VIOLATION_POINTS_A,
    /** 严重违规积分 */
    VIOLATION_POINTS_B,
    /** 商品下架, can be put back */
    LISTING_DELIST,
    /** 商品封禁, needs the platform's release */
    LISTING_BAN,
    /** 限制上新 */
    LISTING_CREATION_RESTRICTED,
    /** 限单 */
    ORDER_LIMIT,
    /** 限制营销活动 */
    CAMPAIGN_RESTRICTED,
    /** 限制提现 */
    WITHDRAWAL_RESTRICTED,
    /** 冻结货款 */
    FUNDS_FROZEN,
    /** 停止结算 */
    SETTLEMENT_SUSPENDED,
    /** 延长结算账期 */
    SETTLEMENT_PERIOD_EXTENDED,
    /** 停业整顿 */
    SHOP_SUSPENSION,
    /** 封店 */
    SHOP_CLOSURE,
    /** 清退 */
    SHOP_EXPULSION,
    /** 服务隐藏 */
    SERVICE_HIDDEN,
    /** 服务下架 */
    SERVICE_DELISTED,
    /** 服务禁用 */
    SERVICE_DISABLED,
    /** 限期整改 */
    RECTIFICATION_ORDER,
    /** 补充资质 */
    MATERIAL_RESUBMISSION,
    /** 服务商清退 */
    PROVIDER_REMOVAL,
    /** 禁止再入驻 */
    RE_ENTRY_BAN,
    /** 移交司法 */
    JUDICIAL_REFERRAL
}
