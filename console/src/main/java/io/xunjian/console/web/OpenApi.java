package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.xunjian.console.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** What the server answers, for programs. */
public final class OpenApi {

    private static final String FILE = "/io/xunjian/console/openapi.yaml";

    private OpenApi() {}

    /** What it answers. */
    public static List<Route> routes() {
        return List.of(Route.of(HandlerType.GET, "/api/openapi.yaml", Role.VIEWER, OpenApi::answer));
    }

    private static void answer(Context ctx) throws IOException {
        try (InputStream file = OpenApi.class.getResourceAsStream(FILE)) {
            ctx.contentType("application/yaml; charset=utf-8").result(file.readAllBytes());
        }
    }
}
