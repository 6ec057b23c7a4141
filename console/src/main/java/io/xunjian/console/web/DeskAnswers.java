package io.xunjian.console.web;

import io.xunjian.console.store.AlertRow;
import java.util.List;
import java.util.Map;

/** What the desk adds to the answers about alerts. */
public interface DeskAnswers {

    /** What was decided about an alert, the oldest first, as JSON. */
    List<Map<String, Object>> decisions(AlertRow row);

    /** What is muted of a subject now, as JSON. */
    List<Map<String, Object>> mutes(String subjectType, String subjectId);
}
