package io.xunjian.backtest;

import io.xunjian.rules.FactKind;
import io.xunjian.rules.Instants;
import io.xunjian.rules.Rules;
import io.xunjian.rules.RulesOfKind;
import io.xunjian.rules.event.Event;
import io.xunjian.rules.event.EventType;
import io.xunjian.rules.files.EventFiles.EventFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * The events of some keys in a folder of events, whole: what was said of a key can be judged again from them. The folder is
 * read twice: to see which keys are meant, then for their events, which are kept packed.
 */
public final class KeyEvents {

    /** One key of one kind of facts. */
    public record KeyOfKind(String kind, String id) {}

    private final long until;
    private final Map<FactKind<?>, Set<String>> wanted = new HashMap<>();
    private final Map<KeyName, Set<KeyOfKind>> keys = new ConcurrentHashMap<>();
    private final Map<KeyOfKind, EventsOfKey> events = new ConcurrentHashMap<>();
    private final AtomicLong latest = new AtomicLong(Instants.BEFORE_ALL);

    private KeyEvents(long until, Collection<KeyName> names) {
        this.until = until;
        Map<String, FactKind<?>> kinds = new HashMap<>();
        for (RulesOfKind<?> rules : Rules.byKind()) {
            kinds.put(rules.kind().name(), rules.kind());
        }
        for (KeyName name : names) {
            wanted.computeIfAbsent(kinds.get(name.kind()), kind -> new HashSet<>())
                    .add(name.id());
        }
    }

    /**
     * Reads the events of the keys that have one of these names.
     *
     * @param until epoch ms, {@link Instants#NEVER} for no end: what happened later is not used
     */
    public static KeyEvents read(List<EventFile> files, long until, Collection<KeyName> names) throws IOException {
        KeyEvents found = new KeyEvents(until, names);
        EventScan.each(files, found::look);
        EventScan.each(files, found::keep);
        return found;
    }

    /** Epoch ms as of which the folder is judged: {@code until}, or else its greatest event time. */
    public long horizon() {
        return until == Instants.NEVER ? latest.get() : until;
    }

    /** The keys that have one of these names. */
    public Set<KeyOfKind> keys(Collection<KeyName> names) {
        Set<KeyOfKind> meant = new LinkedHashSet<>();
        names.forEach(name -> meant.addAll(keys.getOrDefault(name, Set.of())));
        return meant;
    }

    /** The events of these keys, each once, in no order. */
    public List<Event> ofKeys(Set<KeyOfKind> meant) {
        Set<Event> all = new LinkedHashSet<>();
        meant.forEach(key -> events.get(key).addTo(all));
        return new ArrayList<>(all);
    }

    /** The events of every key that has one of these names, each once, in no order. */
    public List<Event> of(Collection<KeyName> names) {
        return ofKeys(keys(names));
    }

    private void look(Event event) {
        if (event.eventTime() > until) {
            return;
        }
        latest.accumulateAndGet(event.eventTime(), Math::max);
        wanted.forEach((kind, ids) -> {
            String id = kind.keyOf(event);
            if (id != null) {
                namesOf(id, event)
                        .filter(ids::contains)
                        .forEach(name -> found(new KeyName(kind.name(), name), new KeyOfKind(kind.name(), id)));
            }
        });
    }

    private void found(KeyName name, KeyOfKind key) {
        events.computeIfAbsent(key, any -> new EventsOfKey());
        keys.compute(name, (any, named) -> with(key, named));
    }

    /** Most names have one key; a set that can grow takes more room. */
    private static Set<KeyOfKind> with(KeyOfKind key, Set<KeyOfKind> named) {
        if (named == null) {
            return Set.of(key);
        }
        if (named.contains(key)) {
            return named;
        }
        Set<KeyOfKind> more = named.size() == 1 ? new HashSet<>(named) : named;
        more.add(key);
        return more;
    }

    private void keep(Event event) {
        if (event.eventTime() > until || event.type() == EventType.HEARTBEAT) {
            return;
        }
        for (FactKind<?> kind : wanted.keySet()) {
            String id = kind.keyOf(event);
            if (id != null) {
                keep(event, new KeyOfKind(kind.name(), id));
            } else if (kind.streams().contains(event.type().stream())) {
                idsOf(event).forEach(named -> keep(event, new KeyOfKind(kind.name(), named)));
            }
        }
    }

    private void keep(Event event, KeyOfKind key) {
        EventsOfKey ofKey = events.get(key);
        if (ofKey != null) {
            ofKey.add(event);
        }
    }

    private static Stream<String> namesOf(String key, Event event) {
        return Stream.concat(Stream.of(key, KeyHistory.readable(key)), idsOf(event));
    }

    private static Stream<String> idsOf(Event event) {
        return Arrays.stream(new String[] {
                    event.eventId(),
                    event.orderId(),
                    event.shopId(),
                    event.caseId(),
                    event.complaintId(),
                    event.subjectId(),
                    event.providerId(),
                    event.serviceOrderId()
                })
                .filter(Objects::nonNull);
    }
}
