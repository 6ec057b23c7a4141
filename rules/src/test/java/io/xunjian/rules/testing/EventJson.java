package io.xunjian.rules.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes events as a producer would: the record that the decoder reads back as the same event. */
public final class EventJson {

    private static final JsonFactory JSON = new JsonFactory();

    private EventJson() {}

    /** One record, without the end of the line. */
    public static String line(Event event) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("eventId", event.eventId());
            json.writeStringField("eventType", event.type().name());
            json.writeNumberField("eventTime", event.eventTime());
            writeTexts(event, json);
            writeNumbers(event, json);
            writeChoices(event, json);
            writeWhatNoRuleUses(event.type(), json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void writeTexts(Event event, JsonGenerator json) throws IOException {
        write("orderId", event.orderId(), json);
        write("shopId", event.shopId(), json);
        write("caseId", event.caseId(), json);
        write("complaintId", event.complaintId(), json);
        write("subjectId", event.subjectId(), json);
        write("providerId", event.providerId(), json);
        write("categoryCode", event.categoryCode(), json);
        write("serviceOrderId", event.serviceOrderId(), json);
    }

    private static void writeNumbers(Event event, JsonGenerator json) throws IOException {
        write("promiseShipTime", event.promiseShipTime(), json);
        write("amountFen", event.amountFen(), json);
        write("talkSeconds", event.talkSeconds(), json);
    }

    private static void writeChoices(Event event, JsonGenerator json) throws IOException {
        write("orderType", event.orderType(), json);
        write("node", event.node(), json);
        write("source", event.source(), json);
        write("result", event.result(), json);
        write("direction", event.direction(), json);
        write("subjectType", event.subjectType(), json);
        write("category", event.category(), json);
        if (event.type() == EventType.SHIP_CONFIRMED) {
            json.writeBooleanField("complete", event.complete());
        }
        if (event.type() == EventType.COMPLAINT_JUDGED) {
            json.writeBooleanField("liable", event.liable());
        }
    }

    private static void writeWhatNoRuleUses(EventType type, JsonGenerator json) throws IOException {
        if (type == EventType.SHIP_CONFIRMED || type == EventType.TRACE_NODE) {
            json.writeStringField("carrierCode", "SF");
            json.writeStringField("trackingNumber", "SF1");
        }
    }

    private static void write(String name, Object value, JsonGenerator json) throws IOException {
        if (value != null) {
            json.writeStringField(name, value.toString());
        }
    }

    private static void write(String name, long value, JsonGenerator json) throws IOException {
        if (value != Event.ABSENT) {
            json.writeNumberField(name, value);
        }
    }
}
