package io.xunjian.console.desk;

/**
 * Until when nobody wants to see a rule's alerts about a subject.
 *
 * @param until epoch ms; 0 where nobody muted them, or that was taken back
 */
record Mute(long until, String reason, String by, Long at, String lastChange) implements Standing<Mute> {

    static final Mute NONE = new Mute(0, null, null, null, null);

    @Override
    public Mute after(Decision decision) {
        return switch (decision.kind()) {
            case MUTE ->
                new Mute(decision.until(), decision.text(), decision.by(), decision.at(), decision.decisionId());
            case UNMUTE ->
                until == 0 ? this : new Mute(0, decision.text(), decision.by(), decision.at(), decision.decisionId());
            case ACKNOWLEDGE, UNACKNOWLEDGE, ASSIGN, NOTE, CLOSE, REOPEN, UNDO -> this;
        };
    }
}
