package io.xunjian.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What deploy/kubernetes says, and what Kubernetes would say to it. */
final class Manifests {

    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final Path FOLDER = ROOT.resolve("deploy/kubernetes");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Manifests() {}

    /** The objects of a file in that folder. */
    static List<JsonNode> in(String file) throws IOException {
        return parsed(Files.readString(FOLDER.resolve(file)));
    }

    static JsonNode one(String file) throws IOException {
        return in(file).get(0);
    }

    static List<JsonNode> parsed(String yaml) {
        List<JsonNode> objects = new ArrayList<>();
        for (Object object : new Load(LoadSettings.builder().build()).loadAllFromString(yaml)) {
            objects.add(JSON.valueToTree(object));
        }
        return objects;
    }

    /** The objects of a folder as kubectl would send them, {@code null} where there is no kubectl. */
    static List<JsonNode> kustomized(String folder) throws IOException, InterruptedException {
        Path kubectl = Path.of("/usr/bin/kubectl");
        if (!Files.isExecutable(kubectl)) {
            return null;
        }
        Process process = new ProcessBuilder(kubectl.toString(), "kustomize", folder)
                .directory(FOLDER.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String yaml = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException("kubectl does not understand " + folder);
        }
        return parsed(yaml);
    }

    /** What is wrong with an object, by the operator's own fields; of another kind than the operator's, with its pods. */
    static List<String> faults(JsonNode object) throws IOException {
        String kind = object.path("kind").asText();
        return switch (kind) {
            case "FlinkDeployment", "FlinkStateSnapshot" -> faults(object, kind);
            case "Job" -> faults(object.at("/spec/template"), "podTemplate");
            case "ConfigMap", "PersistentVolumeClaim" -> List.of();
            default -> List.of("an object of the kind " + kind + ", of which no fields are known here");
        };
    }

    private static List<String> faults(JsonNode object, String name) throws IOException {
        try (InputStream in = Manifests.class.getResourceAsStream("/kubernetes/flink-operator.schema.json")) {
            JsonNode all = JSON.readTree(in);
            JsonNode schema =
                    JSON.createObjectNode().put("$ref", "#/$defs/" + name).set("$defs", all.path("$defs"));
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(schema)
                    .validate(object)
                    .stream()
                    .map(ValidationMessage::getMessage)
                    .toList();
        }
    }

    /** What the job is given, without one of its settings and its value. */
    static List<String> arguments(JsonNode deployment, String without) {
        List<String> arguments = new ArrayList<>();
        deployment.at("/spec/job/args").forEach(argument -> arguments.add(argument.asText()));
        int at = arguments.indexOf(without);
        if (at >= 0) {
            arguments.subList(at, at + 2).clear();
        }
        return arguments;
    }
}
