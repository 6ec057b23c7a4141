package io.xunjian.console.webhook;

/** Who listens: a bot of one of the messengers, or a program that reads our JSON. */
enum WebhookKind {
    DINGTALK,
    FEISHU,
    WECOM,
    JSON
}
