package io.xunjian.connectors.kafka;

import org.apache.flink.connector.base.DeliveryGuarantee;

/** How often a reader may see the same state of an alert. */
public enum Delivery {
    /** Visible at once, never lost, now and then twice: for readers that upsert by alertId. */
    AT_LEAST_ONCE(DeliveryGuarantee.AT_LEAST_ONCE),
    /** Visible at each checkpoint, once: for readers that cannot upsert. */
    EXACTLY_ONCE(DeliveryGuarantee.EXACTLY_ONCE);

    private final DeliveryGuarantee guarantee;

    Delivery(DeliveryGuarantee guarantee) {
        this.guarantee = guarantee;
    }

    DeliveryGuarantee guarantee() {
        return guarantee;
    }
}
