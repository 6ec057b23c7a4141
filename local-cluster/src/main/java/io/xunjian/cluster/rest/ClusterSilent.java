package io.xunjian.cluster.rest;

import java.io.IOException;

/** No Flink answers. */
public final class ClusterSilent extends IOException {

    private static final long serialVersionUID = 1L;

    ClusterSilent(String addresses, Exception cause) {
        super(
                "No Flink cluster answers at " + addresses
                        + ". Start one (./xunjian cluster start), or set --cluster to where it is.",
                cause);
    }
}
