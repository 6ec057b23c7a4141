package io.xunjian.rules.book;

import io.xunjian.rules.json.JsonSchema;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What may stand as the value of a parameter. */
public sealed interface Accepts extends Serializable {

    /** For people: {@code 1 … 100}. */
    String words();

    /** For machines: as a JSON Schema. */
    Map<String, Object> schema();

    /** An ISO 8601 duration within the limits, both included. */
    record Span(String least, String greatest) implements Accepts {
        private static final String PATTERN = "^P(?=.)(\\d+D)?(T(?=.)(\\d+H)?(\\d+M)?(\\d+(\\.\\d{1,9})?S)?)?$";

        @Override
        public String words() {
            return least + " … " + greatest;
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.text(PATTERN);
        }
    }

    /** A whole number within the limits, both included. */
    record WholeNumber(long least, long greatest) implements Accepts {
        @Override
        public String words() {
            return greatest == Long.MAX_VALUE ? "≥ " + least : least + " … " + greatest;
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.wholeNumber(least, greatest);
        }
    }

    /** A whole number for each of a closed list; any of them may be left out. */
    record WholeNumbers(List<String> names, WholeNumber each) implements Accepts {
        @Override
        public String words() {
            return each.words();
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.object(
                    names.stream()
                            .collect(Collectors.toMap(
                                    name -> name, name -> each.schema(), (a, b) -> a, LinkedHashMap::new)),
                    List.of());
        }
    }

    /** Hours of the day, {@code 09:00-21:00}. */
    record HoursOfDay() implements Accepts {
        private static final String TIME = "([01]\\d|2[0-3]):[0-5]\\d";

        @Override
        public String words() {
            return "00:00-24:00";
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.text("^" + TIME + "-(" + TIME + "|24:00)$");
        }
    }

    /** Any text that is not blank. */
    record AnyText() implements Accepts {
        @Override
        public String words() {
            return "";
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.text();
        }
    }

    /** One of a closed list. */
    record OneOf(List<String> names) implements Accepts {
        @Override
        public String words() {
            return String.join(", ", names);
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.choiceInEitherCase(names);
        }
    }

    /** A list of some of a closed list, at least one. */
    record SomeOf(List<String> names) implements Accepts {
        @Override
        public String words() {
            return String.join(", ", names);
        }

        @Override
        public Map<String, Object> schema() {
            return JsonSchema.list(JsonSchema.choiceInEitherCase(names), 1);
        }
    }
}
