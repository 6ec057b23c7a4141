package io.xunjian.bench.peers.decode;

/** How many records were decoded, and a number that depends on all that was taken of them. */
final class Tally {

    private long records;
    private long invalid;
    private long checksum;

    void add(long recordChecksum) {
        records++;
        checksum += recordChecksum;
    }

    void addInvalid() {
        invalid++;
    }

    @Override
    public String toString() {
        return "records " + records + ", invalid " + invalid + ", checksum " + checksum;
    }
}
