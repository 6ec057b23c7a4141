package io.xunjian.doctor;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** Looks for a few conditions that have to do with each other. Changes nothing. */
interface Check {

    /** What it looks at. */
    Area area();

    /**
     * Everything that is wrong; nothing where it cannot look because of what another check tells.
     *
     * @throws IOException where the cluster or a file does not let it look
     * @throws ExecutionException where the brokers do not
     */
    List<Ailment> examine(Patient patient) throws IOException, ExecutionException, InterruptedException;
}
