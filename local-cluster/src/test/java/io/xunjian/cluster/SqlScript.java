package io.xunjian.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/** The files of sql/, run as Flink's SQL client runs them. */
final class SqlScript {

    private static final Path FOLDER = Path.of("").toAbsolutePath().getParent().resolve("sql");
    private static final Pattern SET = Pattern.compile("SET '([^']+)' = '([^']+)'");

    private SqlScript() {}

    /** Tables and views over the topics of these brokers. */
    static TableEnvironment init(String bootstrap) throws IOException {
        TableEnvironment tables = TableEnvironment.create(EnvironmentSettings.inBatchMode());
        tables.getConfig().set("parallelism.default", "1");
        String script = Files.readString(FOLDER.resolve("init.sql")).replace("127.0.0.1:9092", bootstrap);
        for (String statement : statements(script)) {
            Matcher set = SET.matcher(statement);
            if (set.matches()) {
                tables.getConfig().set(set.group(1), set.group(2));
            } else {
                tables.executeSql(statement);
            }
        }
        return tables;
    }

    /** Comments are taken away first: there may be a semicolon in one. */
    private static List<String> statements(String script) {
        return Stream.of(script.replaceAll("(?m)^ *--.*$", "").split(";", -1))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    /** The example queries. */
    static List<Path> queries() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER.resolve("queries"))) {
            return files.sorted().toList();
        }
    }

    static List<Row> run(TableEnvironment tables, String query) throws Exception {
        TableResult result = tables.executeSql(query);
        List<Row> rows = new ArrayList<>();
        try (CloseableIterator<Row> all = result.collect()) {
            all.forEachRemaining(rows::add);
        }
        return rows;
    }
}
