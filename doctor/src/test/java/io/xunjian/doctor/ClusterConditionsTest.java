package io.xunjian.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster may tell of itself. */
class ClusterConditionsTest {

    private static final Check[] CLUSTER = {
        new ClusterCheck(),
        new SlotsCheck(),
        new ClassPathCheck(),
        new SameJobCheck(),
        new MemoryCheck(),
        new ClusterSettingsCheck()
    };

    @TempDir
    private Path folder;

    private FakeFlink flink;

    @BeforeEach
    void start() throws IOException {
        flink = FakeFlink.start();
    }

    @AfterEach
    void end() {
        flink.close();
    }

    @Test
    void aSoundClusterHasNothing() throws Exception {
        assertThat(consultation().ailments()).isEmpty();
    }

    @Test
    void aClusterThatIsNotThereIsTold() throws Exception {
        flink.close();
        assertThat(consultation().ailments()).extracting(Ailment::condition).containsExactly(Condition.CLUSTER_SILENT);
    }

    @Test
    void anotherFlinkIsTold() throws Exception {
        flink.saying("/config", "2.3.0", "1.20.1");
        finds(Condition.FLINK_VERSION, "1.20.1");
    }

    @Test
    void aClusterThatTakesNoJarsIsTold() throws Exception {
        flink.saying("/config", "true", "false");
        finds(Condition.JAR_UPLOAD_OFF, "web.submit.enable");
    }

    @Test
    void aJobThatFindsNoRoomIsTold() throws Exception {
        flink.saying("/overview", "'slots-available':4", "'slots-available':1");
        finds(Condition.NO_FREE_SLOTS, "needs 2 slots, and 1 of the cluster's 4");
        assertThat(consultation()
                        .planned(plan -> plan.on(flink.address(), 0).inPlaceOf("before"))
                        .ailments())
                .isEmpty();
    }

    @Test
    void whatTheClusterLacksAndWhatItHasTooMuchIsTold() throws Exception {
        flink.saying("/jobmanager/environment", "flink-dist-2.3.0", "kafka-clients-4.4.0");
        finds(Condition.ROCKSDB_MISSING, "flink-statebackend-rocksdb");
        finds(Condition.CONNECTOR_ON_CLUSTER, "kafka-clients-4.4.0.jar");
    }

    @Test
    void anOldJavaIsTold() throws Exception {
        flink.saying("/jobmanager/environment", "17/17.0.18+8", "11/11.0.2+9");
        finds(Condition.CLUSTER_JAVA, "Java 11");
    }

    @Test
    void memoryThatDoesNotSufficeIsTold() throws Exception {
        consultation()
                .with("hot-memory", "150")
                .finds(Condition.HEAP_TOO_SMALL, "tm-1 has 1024 MiB", "6 judges on 1 slots", "900 MiB", "136 or less");
        flink.saying("/taskmanagers", "536870912", "67108864");
        finds(Condition.MANAGED_MEMORY_SMALL, "64 MiB", "128m");
    }

    @Test
    void settingsThatALiveJobReliesOnAreTold() throws Exception {
        flink.saying("/jobmanager/config", "execution.checkpointing.dir", "a");
        finds(Condition.CHECKPOINTS_IN_MEMORY, "execution.checkpointing.dir");
        flink.saying("/jobmanager/config", "execution.checkpointing.savepoint-dir", "b");
        finds(Condition.SAVEPOINTS_NOWHERE, "savepoint-dir");
        flink.saying("/jobmanager/config", "127.0.0.1", "0.0.0.0");
        finds(Condition.REST_OPEN, "0.0.0.0");
    }

    @Test
    void whatACheckCouldNotLookAtIsTold() throws Exception {
        flink.saying("/taskmanagers", "'", "no JSON");
        finds(Condition.NOT_EXAMINED, "cluster");
    }

    private void finds(Condition condition, String... words) throws Exception {
        consultation().finds(condition, words);
    }

    private Consultation consultation() {
        return Consultation.over("127.0.0.1:9", folder).by(CLUSTER).planned(plan -> plan.on(flink.address(), 0));
    }
}
