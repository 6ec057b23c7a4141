package io.xunjian.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import io.xunjian.rules.testing.Books;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartingBookTest {

    @Test
    void ofEachRuleTheFileThatWasPublishedLastCounts() {
        Announcement old = new Announcement("A", "old", 1);
        Announcement now = new Announcement("A", "new", 2);
        Announcement other = new Announcement("B", "other", 1);
        StartingBook start = new StartingBook(Books.BUILT_IN, List.of(now, other));
        assertThat(start.with(List.of(old)).announced()).containsExactly(now, other);
        assertThat(new StartingBook(Books.BUILT_IN, List.of(old))
                        .with(List.of(now))
                        .announced())
                .containsExactly(now);
    }
}
