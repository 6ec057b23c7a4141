package io.xunjian.cli.chaos;

import io.xunjian.cluster.rest.FlinkJobs;
import io.xunjian.cluster.rest.FlinkRest;
import io.xunjian.cluster.supervised.Cluster;
import io.xunjian.cluster.supervised.ClusterFolder;
import io.xunjian.cluster.supervised.ClusterSettings;
import io.xunjian.cluster.supervised.PartStatus;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A cluster of its own for one scenario: on free ports, in a folder that nobody else has, gone when the scenario is. */
final class Stage implements AutoCloseable {

    private static final List<String> PORTS = List.of(
            "kafka.port",
            "kafka.controller.port",
            "flink.port",
            "flink.rpc.port",
            "standby.port",
            "standby.rpc.port",
            "zookeeper.port");

    private final ClusterFolder folder;
    private final Cluster cluster;
    private final List<Integer> ports;
    private final boolean isHa;
    private final FrozenProcesses frozen = new FrozenProcesses();
    private final Thread atExit = new Thread(this::end, "end");
    private Path mounted;
    private boolean hasEnded;

    private Stage(Path path, List<Integer> ports, boolean isHa) {
        this.folder = ClusterFolder.of(path);
        this.cluster = new Cluster(folder);
        this.ports = ports;
        this.isHa = isHa;
    }

    /** One that is not started yet. */
    static Stage in(Path path, boolean isHa) throws IOException {
        List<Integer> ports = freePorts();
        StringBuilder settings = new StringBuilder("jobmanager.memory=768\ntaskmanager.memory=1400\n");
        for (int i = 0; i < PORTS.size(); i++) {
            settings.append(PORTS.get(i)).append('=').append(ports.get(i)).append('\n');
        }
        Files.createDirectories(path);
        Files.writeString(path.resolve("cluster.properties"), settings);
        return new Stage(path, ports, isHa);
    }

    /** Starts every part; from here on all of them end with this process, however that ends in order. */
    void start() throws IOException, InterruptedException, SettingsRejected {
        Runtime.getRuntime().addShutdownHook(atExit);
        PrintStream nobody = new PrintStream(OutputStream.nullOutputStream());
        cluster.start(ClusterSettings.in(folder, isHa), nobody);
    }

    ClusterFolder folder() {
        return folder;
    }

    String bootstrap() {
        return "127.0.0.1:" + ports.get(0);
    }

    FlinkRest rest() {
        String first = "http://127.0.0.1:" + ports.get(2);
        return FlinkRest.at(isHa ? first + ",http://127.0.0.1:" + ports.get(4) : first);
    }

    FlinkJobs jobs() {
        return new FlinkJobs(rest());
    }

    /** How a part is, as its supervisor says. */
    PartStatus part(String name) throws IOException {
        return cluster.status().orElseThrow(() -> new IOException("The supervisor has gone")).parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Ends a process as a power cut would. While its supervisor stands still nobody can say when it is gone. */
    void kill(String part) throws IOException {
        ProcessHandle.of(part(part).pid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** Lets a process stand still: its connections stay, it says nothing. */
    void freeze(String part) throws IOException, InterruptedException {
        frozen.freeze(part(part).pid());
    }

    /** Lets the supervisor stand still: what ends stays away. */
    void freezeSupervisor() throws IOException, InterruptedException {
        long kafka = part("kafka").pid();
        frozen.freeze(ProcessHandle.of(kafka)
                .flatMap(ProcessHandle::parent)
                .orElseThrow()
                .pid());
    }

    /** Puts a small file system in the place of a folder. */
    void mountSmall(Path place, int mib) throws IOException, InterruptedException {
        Process mount = new ProcessBuilder(
                        "mount", "-t", "tmpfs", "-o", "size=" + mib + "m", "xunjian-chaos", place.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(mount.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (mount.waitFor() != 0) {
            throw new CannotPlay("a small file system cannot be mounted here: " + said);
        }
        mounted = place;
    }

    private void unmount() throws IOException, InterruptedException {
        if (mounted != null) {
            new ProcessBuilder("umount", mounted.toString()).start().waitFor();
        }
    }

    /** Lets all go on that stand still. */
    void thaw() throws IOException, InterruptedException {
        frozen.thaw();
    }

    private static List<Integer> freePorts() throws IOException {
        List<ServerSocket> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < PORTS.size(); i++) {
                listeners.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            }
            return listeners.stream().map(ServerSocket::getLocalPort).toList();
        } finally {
            for (ServerSocket listener : listeners) {
                listener.close();
            }
        }
    }

    /** Once; a second thread that asks waits for the first. */
    private synchronized void end() {
        if (hasEnded) {
            return;
        }
        hasEnded = true;
        try {
            frozen.thaw();
            cluster.stop();
            unmount();
        } catch (IOException e) {
            System.err.println("xunjian: the cluster in " + folder.path() + " did not end in order: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            return; // this process is ending: the hook runs, and waits for us
        }
    }
}
