package io.xunjian.doctor;

/** What a condition is about; each is told apart. */
public enum Area {
    SETTINGS("settings"),
    RULES("rule book"),
    KAFKA("Kafka"),
    TOPICS("topics"),
    CLUSTER("cluster"),
    STATE("state"),
    MACHINE("machine");

    private final String title;

    Area(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }
}
