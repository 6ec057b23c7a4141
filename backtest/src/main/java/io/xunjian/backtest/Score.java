package io.xunjian.backtest;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** How often a book's alerts of a rule agree with the labels. */
public final class Score {

    private long truePositives;
    private long falsePositives;
    private long falseNegatives;
    private long trueNegatives;

    void add(boolean isViolation, boolean isFound) {
        if (isFound) {
            truePositives += isViolation ? 1 : 0;
            falsePositives += isViolation ? 0 : 1;
        } else {
            falseNegatives += isViolation ? 1 : 0;
            trueNegatives += isViolation ? 0 : 1;
        }
    }

    public long truePositives() {
        return truePositives;
    }

    public long falsePositives() {
        return falsePositives;
    }

    public long falseNegatives() {
        return falseNegatives;
    }

    public long trueNegatives() {
        return trueNegatives;
    }

    /** The share of what was found that is a violation, NaN where nothing was found. */
    public double precision() {
        return (double) truePositives / (truePositives + falsePositives);
    }

    /** The share of the violations that was found, NaN where there are none. */
    public double recall() {
        return (double) truePositives / (truePositives + falseNegatives);
    }

    void write(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("truePositives", truePositives);
        json.writeNumberField("falsePositives", falsePositives);
        json.writeNumberField("falseNegatives", falseNegatives);
        json.writeNumberField("trueNegatives", trueNegatives);
        writeShare("precision", precision(), json);
        writeShare("recall", recall(), json);
        json.writeEndObject();
    }

    private static void writeShare(String name, double share, JsonGenerator json) throws IOException {
        if (Double.isNaN(share)) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, Math.round(share * 10_000) / 10_000.0);
        }
    }
}
