package io.xunjian.console;

import io.xunjian.console.store.AlertRow;
import io.xunjian.console.web.DeskAnswers;
import java.util.List;
import java.util.Map;

/** Stands where the desk will. */
final class NoDesk {

    static final DeskAnswers ANSWERS = new DeskAnswers() {
        @Override
        public List<Map<String, Object>> decisions(AlertRow row) {
            return List.of();
        }

        @Override
        public List<Map<String, Object>> mutes(String subjectType, String subjectId) {
            return List.of();
        }
    };

    private NoDesk() {}
}
