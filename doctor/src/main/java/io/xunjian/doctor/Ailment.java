package io.xunjian.doctor;

/**
 * One thing that is wrong.
 *
 * @param cause a sentence without its stop, with the place and the value
 * @param cure what to do, a sentence without its stop
 */
public record Ailment(Condition condition, String cause, String cure) {

    public boolean isFault() {
        return condition.grade() == Grade.FAULT;
    }

    /** Both in one line. */
    @Override
    public String toString() {
        return cause + ". " + cure + '.';
    }
}
