package io.xunjian.console.query;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Reads queries as people write them. What is not understood is a fault, with its place: nothing is left out in silence. */
public final class QueryReader {

    /** The zone that days are in where nothing else is said. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int LONGEST = 4_000;
    private static final int MOST_VALUES = 300;
    private static final int LONGEST_VALUE = 500;

    private final String me;
    private final SpanReader spans;

    /**
     * Makes a reader for a user.
     *
     * @param me whom {@code assignee:me} means
     */
    public QueryReader(String me, ZoneId zone) {
        this.me = me;
        this.spans = new SpanReader(zone);
    }

    /**
     * Reads a query.
     *
     * @param text null and blank are all alerts
     */
    public Query read(String text) throws BadQuery {
        if (text == null) {
            return Query.ALL;
        }
        if (text.length() > LONGEST) {
            throw new BadQuery("the query has " + text.length() + " characters, at most " + LONGEST, LONGEST, 0);
        }
        List<Term> terms = new ArrayList<>();
        Scanner scanner = new Scanner(text);
        int values = 0;
        for (Scanner.Token token = scanner.next(); token != null; token = scanner.next()) {
            values += token.values().size();
            if (values > MOST_VALUES) {
                throw fault(token, "is beyond the " + MOST_VALUES + " values that a query may have");
            }
            terms.add(term(token, text));
        }
        return new Query(terms);
    }

    private Term term(Scanner.Token token, String text) throws BadQuery {
        Optional<Field> field = Field.named(token.name().toLowerCase(Locale.ROOT));
        if (token.name().isEmpty()) {
            return word(token, token.values().get(0));
        }
        if (field.isEmpty()) {
            // The beginning of an alert's id, as in LATE:…
            if (token.name().chars().allMatch(Character::isUpperCase)) {
                return word(token, text.substring(token.at() + (token.negated() ? 1 : 0), token.end()));
            }
            throw fault(token, "has the name '" + token.name() + "', expected one of " + names());
        }
        for (String value : token.values()) {
            check(token, value);
        }
        return field.get() == Field.RAISED ? raised(token) : values(field.get(), token);
    }

    private static void check(Scanner.Token token, String value) throws BadQuery {
        if (value.isEmpty()) {
            throw fault(token, "has no value");
        }
        if (value.length() > LONGEST_VALUE || !isPrintable(value)) {
            throw fault(token, "has a value that is no id: at most " + LONGEST_VALUE + " printable characters");
        }
    }

    private static Term word(Scanner.Token token, String word) throws BadQuery {
        if (token.negated()) {
            throw fault(token, "excludes a word; write -key:…, -subject:… or put it in quotes");
        }
        check(token, word);
        return Term.of(Field.WORD, false, List.of(word));
    }

    private Term raised(Scanner.Token token) throws BadQuery {
        List<Span> read = new ArrayList<>();
        for (String value : token.values()) {
            read.add(spans.read(value)
                    .orElseThrow(() -> fault(token, "has '" + value + "', expected days like " + SpanReader.EXPECTED)));
        }
        return new Term(Field.RAISED, token.negated(), List.of(), read);
    }

    private Term values(Field field, Scanner.Token token) throws BadQuery {
        List<String> read = new ArrayList<>();
        for (String value : token.values()) {
            read.add(value(field, value, token));
        }
        return Term.of(field, token.negated(), read);
    }

    private String value(Field field, String value, Scanner.Token token) throws BadQuery {
        String upper = value.toUpperCase(Locale.ROOT);
        if (!field.choices().isEmpty() && !field.choices().contains(upper)) {
            String choices = String.join(", ", new TreeSet<>(field.choices())).toLowerCase(Locale.ROOT);
            throw fault(token, "has '" + value + "', expected one of " + choices);
        }
        if ((field == Field.LEVEL || field == Field.VERSION) && !value.matches("[0-9]{1,9}")) {
            throw fault(token, "has '" + value + "', expected a whole number");
        }
        if (field == Field.ASSIGNEE && value.equals("me")) {
            return me;
        }
        return field == Field.RULE || !field.choices().isEmpty() ? upper : value;
    }

    private static BadQuery fault(Scanner.Token token, String what) {
        return new BadQuery("the token at " + (token.at() + 1) + " " + what, token.at(), token.length());
    }

    private static boolean isPrintable(String value) {
        return value.codePoints()
                .noneMatch(point -> Character.isISOControl(point)
                        || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE));
    }

    private static String names() {
        List<String> names = new ArrayList<>();
        for (Field field : Field.values()) {
            if (field != Field.WORD) {
                names.add(field.name().toLowerCase(Locale.ROOT));
            }
        }
        return String.join(", ", names);
    }
}
