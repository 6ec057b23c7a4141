package io.xunjian.rules.book;

import io.xunjian.rules.alert.Sentence;

/** What the platform can do about a breach. */
public enum ActionType {
    WARNING("public warning", "公示警告"),
    CONSUMER_COMPENSATION("compensation of the consumer", "消费者赔付"),
    DEPOSIT_DEDUCTION("deduction from the deposit", "扣除保证金"),
    VIOLATION_POINTS_A("points for a general violation", "一般违规积分"),
    VIOLATION_POINTS_B("points for a serious violation", "严重违规积分"),
    /** Can be put back. */
    LISTING_DELIST("listing taken down", "商品下架"),
    /** Needs the platform's release. */
    LISTING_BAN("listing banned", "商品封禁"),
    LISTING_CREATION_RESTRICTED("new listings restricted", "限制上新"),
    ORDER_LIMIT("orders limited", "限单"),
    CAMPAIGN_RESTRICTED("campaigns restricted", "限制营销活动"),
    WITHDRAWAL_RESTRICTED("withdrawals restricted", "限制提现"),
    FUNDS_FROZEN("funds frozen", "冻结货款"),
    SETTLEMENT_SUSPENDED("settlement suspended", "停止结算"),
    SETTLEMENT_PERIOD_EXTENDED("settlement period extended", "延长结算账期"),
    SHOP_SUSPENSION("shop suspended", "停业整顿"),
    SHOP_CLOSURE("shop closed", "封店"),
    SHOP_EXPULSION("shop expelled", "清退"),
    SERVICE_HIDDEN("service hidden", "服务隐藏"),
    SERVICE_DELISTED("service delisted", "服务下架"),
    SERVICE_DISABLED("service disabled", "服务禁用"),
    RECTIFICATION_ORDER("order to rectify by a date", "限期整改"),
    MATERIAL_RESUBMISSION("qualifications to be resubmitted", "补充资质"),
    PROVIDER_REMOVAL("provider removed", "服务商清退"),
    RE_ENTRY_BAN("ban on re-entry", "禁止再入驻"),
    JUDICIAL_REFERRAL("referral to the courts", "移交司法");

    private final String en;
    private final String zh;

    ActionType(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** For people. */
    public Sentence words() {
        return new Sentence(en, zh);
    }
}
