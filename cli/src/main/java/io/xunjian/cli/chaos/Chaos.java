package io.xunjian.cli.chaos;

import com.fasterxml.jackson.core.JsonGenerator;
import io.xunjian.cluster.CannotStart;
import io.xunjian.cluster.Folders;
import io.xunjian.jobs.SettingsRejected;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The scenarios, one after the other. */
public final class Chaos {

    private final Path folder;
    private final Path jar;
    private final boolean isShort;
    private final PrintStream out;
    private final List<Score> scores = new ArrayList<>();

    /**
     * Ready to play.
     *
     * @param folder where each scenario has a folder of its own
     * @param jar of the jobs
     * @param out is told of each scenario, as a line of a table
     */
    public Chaos(Path folder, Path jar, boolean isShort, PrintStream out) {
        this.folder = folder;
        this.jar = jar;
        this.isShort = isShort;
        this.out = out;
    }

    /** Names every scenario. */
    public static void list(PrintStream out) {
        Scenarios.ALL.forEach(scenario -> out.printf("%-24s%s%n", scenario.name(), scenario.tells()));
    }

    /** A fault for each name that no scenario has. */
    public static List<String> unknown(List<String> names) {
        List<String> faults = new ArrayList<>();
        for (String name : names) {
            if (Scenarios.ALL.stream().noneMatch(scenario -> scenario.name().equals(name))) {
                faults.add("There is no scenario '" + name + "'; --list names them");
            }
        }
        return faults;
    }

    /** Plays those of these names, or all; returns whether none failed. */
    public boolean play(List<String> names, long seed) throws IOException, InterruptedException, SettingsRejected {
        Scorecard.head(out);
        for (Scenario scenario : Scenarios.ALL) {
            if (names.isEmpty() || names.contains(scenario.name())) {
                for (String delivery : scenario.deliveries()) {
                    play(scenario, delivery, seed);
                }
            }
        }
        return scores.stream().noneMatch(score -> score.verdict() == Score.Verdict.FAILED);
    }

    private void play(Scenario scenario, String delivery, long seed)
            throws IOException, InterruptedException, SettingsRejected {
        Path own = folder.resolve(scenario.name() + '-' + delivery + '-' + seed);
        Folders.delete(own);
        Score score = score(scenario, delivery, seed, own);
        scores.add(score);
        Scorecard.line(score, out);
        if (score.verdict() != Score.Verdict.FAILED) {
            Folders.delete(own);
        }
    }

    private Score score(Scenario scenario, String delivery, long seed, Path own)
            throws InterruptedException, SettingsRejected {
        try {
            return new Play(own, jar, isShort).of(scenario, delivery, seed);
        } catch (CannotPlay e) {
            return Score.without(scenario.name(), delivery, seed, e.getMessage(), Score.Verdict.SKIPPED);
        } catch (CannotStart | IOException e) {
            return Score.without(scenario.name(), delivery, seed, e.getMessage(), Score.Verdict.FAILED);
        }
    }

    /** Writes all scores so far. */
    public void write(JsonGenerator json) throws IOException {
        json.writeStartArray();
        for (Score score : scores) {
            Scorecard.write(score, json);
        }
        json.writeEndArray();
    }
}
