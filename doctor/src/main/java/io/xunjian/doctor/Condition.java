package io.xunjian.doctor;

import static io.xunjian.doctor.Area.CLUSTER;
import static io.xunjian.doctor.Area.KAFKA;
import static io.xunjian.doctor.Area.MACHINE;
import static io.xunjian.doctor.Area.RULES;
import static io.xunjian.doctor.Area.SETTINGS;
import static io.xunjian.doctor.Area.STATE;
import static io.xunjian.doctor.Area.TOPICS;
import static io.xunjian.doctor.Grade.FAULT;
import static io.xunjian.doctor.Grade.WARNING;

/** Everything that is looked for. Its name is what scripts see; it does not change. */
public enum Condition {
    CHECKPOINTS_TOO_RARE(SETTINGS, FAULT, "exactly-once with checkpoints so rare that transactions expire before them"),
    LATENESS_BELOW_DISORDER(SETTINGS, WARNING, "an allowed lateness that is shorter than the disorder"),
    SECRETS_READABLE(SETTINGS, WARNING, "a secret in --kafka-properties that others of this machine can read"),

    RULE_UNTESTED(RULES, WARNING, "an active version without a test of each kind"),
    VERSION_SOON(RULES, WARNING, "a version that takes effect within the lead time"),
    RULES_IN_FORCE_UNKNOWN(RULES, FAULT, "a rule file in rules-in-force that this program does not understand"),

    BROKER_UNREACHABLE(KAFKA, FAULT, "no broker where --bootstrap says"),
    NOT_KAFKA(KAFKA, FAULT, "something else than Kafka listens there"),
    TLS_EXPECTED(KAFKA, FAULT, "the broker speaks TLS, the client does not"),
    TLS_NOT_SPOKEN(KAFKA, FAULT, "the client speaks TLS, the broker does not"),
    SASL_EXPECTED(KAFKA, FAULT, "the broker asks who the client is, the client does not say"),
    SASL_NOT_SPOKEN(KAFKA, FAULT, "the client says who it is, the broker does not take that"),
    SASL_MECHANISM(KAFKA, FAULT, "a SASL mechanism that the broker does not have"),
    BROKER_TOO_OLD(KAFKA, FAULT, "a broker that is too old for this client"),
    CLIENT_SETTINGS(KAFKA, FAULT, "client settings that Kafka does not take"),
    CERTIFICATE_REFUSED(KAFKA, FAULT, "a certificate that one side does not trust"),
    CREDENTIALS_REFUSED(KAFKA, FAULT, "a user or a password that the broker does not take"),
    CLIENT_VERSION(
            KAFKA, FAULT, "kafka-clients other than 4.2.x on the class path: every exactly-once checkpoint fails"),
    GROUP_FORBIDDEN(KAFKA, WARNING, "no right to the consumer group: lag cannot be seen"),
    GROUP_IN_USE(KAFKA, FAULT, "another program that is a member of the consumer group"),
    TRANSACTIONS_FORBIDDEN(KAFKA, FAULT, "exactly-once without the right to its transactional ids"),
    TRANSACTION_TIMEOUT(KAFKA, FAULT, "exactly-once with a transaction.max.timeout.ms below the job's transactions"),
    TRANSACTION_VERSION(KAFKA, FAULT, "exactly-once with a transaction.version below 2"),
    TRANSACTION_OPEN(KAFKA, WARNING, "exactly-once with open transactions of this group"),

    TOPIC_MISSING(TOPICS, FAULT, "a topic that is not there"),
    MAY_NOT_DESCRIBE(TOPICS, FAULT, "no right to describe a topic"),
    MAY_NOT_READ(TOPICS, FAULT, "no right to read a topic of events or of rules"),
    MAY_NOT_WRITE(TOPICS, FAULT, "no right to write a topic of what is found"),
    RULE_TOPICS(TOPICS, FAULT, "only one of rules and rules-in-force, or one of them with more than one partition"),
    RULES_EXPIRE(TOPICS, FAULT, "rules or rules-in-force that are not kept for ever"),
    ALERTS_EXPIRE(TOPICS, FAULT, "a topic of alerts that deletes them for their age or size"),
    ALERTS_NOT_COMPACTED(TOPICS, WARNING, "a topic of alerts that is not compacted"),
    EVENTS_EXPIRE(TOPICS, FAULT, "a topic of events that are deleted before a late fact may come"),
    EVENTS_EXPIRE_SOON(TOPICS, WARNING, "a topic of events that keeps less than 90 days and the allowed lateness"),
    EVENTS_COMPACTED(TOPICS, FAULT, "a topic of events that keeps the last of each key only"),
    MESSAGES_TOO_SMALL(TOPICS, FAULT, "a topic that is written and takes no records of 1 MiB"),
    ONE_REPLICA(TOPICS, WARNING, "topics with one replica where there are more brokers"),
    UNSAFE_WRITES(TOPICS, WARNING, "min.insync.replicas of 1 where there are more replicas"),
    IDLE_SUBTASKS(TOPICS, WARNING, "a parallelism above the partitions of a topic"),
    PARTITION_SILENT(TOPICS, WARNING, "a partition of an expected stream without any record: its rules wait"),
    RECORDS_FROM_THE_FUTURE(TOPICS, WARNING, "records that are ahead of this machine's clock"),
    CONFIGS_FORBIDDEN(TOPICS, WARNING, "no right to see how topics are kept"),

    CLUSTER_SILENT(CLUSTER, FAULT, "no Flink where --cluster says"),
    FLINK_VERSION(CLUSTER, FAULT, "a Flink other than 2.3"),
    JAR_UPLOAD_OFF(CLUSTER, FAULT, "a cluster that takes no jars"),
    NO_FREE_SLOTS(CLUSTER, FAULT, "fewer free slots than the job's parallelism"),
    ROCKSDB_MISSING(CLUSTER, FAULT, "no RocksDB on the cluster's class path"),
    CONNECTOR_ON_CLUSTER(CLUSTER, FAULT, "a Kafka connector or client on the cluster's own class path"),
    CLUSTER_JAVA(CLUSTER, FAULT, "a cluster on a Java below 17"),
    JOB_RUNS_ALREADY(CLUSTER, FAULT, "a job that watches the same topics as the same group"),
    HEAP_TOO_SMALL(CLUSTER, WARNING, "--hot-memory above what a TaskManager's heap has room for"),
    MANAGED_MEMORY_SMALL(CLUSTER, WARNING, "less than 64 MiB of managed memory for RocksDB on a slot"),
    CHECKPOINTS_IN_MEMORY(CLUSTER, FAULT, "a cluster without a folder for checkpoints"),
    SAVEPOINTS_NOWHERE(CLUSTER, WARNING, "a cluster without a folder for savepoints"),
    REST_OPEN(CLUSTER, WARNING, "a cluster whose REST listens on every address: who reaches it can run code"),

    SAVEPOINT_MISSING(STATE, FAULT, "no savepoint or checkpoint where --from says"),
    SAVEPOINT_UNREADABLE(STATE, FAULT, "a savepoint that this Flink cannot read"),
    SAVEPOINT_MAX_PARALLELISM(STATE, FAULT, "a savepoint with another max parallelism"),
    SAVEPOINT_ORPHANS(STATE, FAULT, "state in a savepoint that the job has no place for"),
    FOLDER_NOT_WRITABLE(STATE, FAULT, "a checkpoint folder that cannot be written"),
    DISK_LOW(STATE, WARNING, "less than 2 GiB free where checkpoints go"),

    JAVA_VERSION(MACHINE, WARNING, "a Java that Flink 2.3 is not tested with"),
    PORT_TAKEN(MACHINE, FAULT, "without --cluster: the port of Flink's page is taken"),
    OPEN_FILES(MACHINE, WARNING, "fewer than 4096 open files allowed: RocksDB and Kafka need many"),
    NOT_EXAMINED(MACHINE, WARNING, "something that could not be looked at");

    private final Area area;
    private final Grade grade;
    private final String found;

    Condition(Area area, Grade grade, String found) {
        this.area = area;
        this.grade = grade;
        this.found = found;
    }

    public Area area() {
        return area;
    }

    public Grade grade() {
        return grade;
    }

    /** What it is, for the list of all. */
    public String found() {
        return found;
    }

    Ailment because(String cause, String cure) {
        return new Ailment(this, cause, cure);
    }
}
