package io.xunjian.bench.peers.plainflink;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads an event from its JSON, field by field; times are numbers, and what is not an event fails the job. */
final class EventReader {

    private EventReader() {}

    /** Reads the object that the parser stands at the start of. */
    static Event read(JsonParser json) throws IOException {
        Event event = new Event();
        event.type = EventType.OTHER;
        boolean isWhole = true;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (value == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (field) {
                case "eventId" -> event.eventId = json.getText();
                case "eventType" -> event.type = type(json.getText());
                case "eventTime" -> event.eventTime = json.getLongValue();
                case "orderId" -> event.orderId = json.getText();
                case "shopId" -> event.shopId = json.getText();
                case "promiseShipTime" -> event.promiseShipTime = json.getLongValue();
                case "complete" -> isWhole &= json.getBooleanValue();
                case "orderType" -> isWhole &= !json.getText().equals("VIRTUAL");
                default -> json.skipChildren();
            }
        }
        if (!isWhole) {
            event.type = EventType.OTHER;
        }
        return event;
    }

    private static EventType type(String name) {
        return switch (name) {
            case "ORDER_PAID" -> EventType.ORDER_PAID;
            case "SHIP_CONFIRMED" -> EventType.SHIP_CONFIRMED;
            case "ORDER_CANCELLED" -> EventType.ORDER_CANCELLED;
            case "REFUND_AGREED" -> EventType.REFUND_AGREED;
            default -> EventType.OTHER;
        };
    }
}
