package io.xunjian.console.webhook;

import io.xunjian.rules.alert.Sentence;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Where webhooks may lead, and what their messages say.
 *
 * @param publicUrl that messages link to; without links where empty
 * @param ruleNames the name of a rule by its code; must know any code
 * @param mostAMinute messages a webhook
 */
public record WebhookSettings(
        AllowedHosts allowed, Optional<URI> publicUrl, Function<String, Sentence> ruleNames, int mostAMinute) {

    /** What the messengers allow. */
    public static final int USUAL_A_MINUTE = 20;
}
