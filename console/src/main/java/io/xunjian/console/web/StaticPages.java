package io.xunjian.console.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.regex.Pattern;

/** The page's files, from the class path. Every address of the page that is no file is the page itself. */
final class StaticPages implements Handler {

    private static final String FOLDER = "/io/xunjian/console/ui/";
    private static final Pattern FILE =
            Pattern.compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "map", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "woff2", "font/woff2",
            "txt", "text/plain; charset=utf-8");

    @Override
    public void handle(Context ctx) throws IOException {
        String path = ctx.path();
        if (path.equals("/api") || path.startsWith("/api/")) {
            throw new NotFoundResponse("there is no " + path);
        }
        byte[] file = FILE.matcher(path).matches() ? read(path.substring(1)) : null;
        if (file != null) {
            ctx.header("Cache-Control", path.startsWith("/assets/") ? FOREVER : "no-cache");
            ctx.contentType(type(path)).result(file);
        } else if (path.startsWith("/assets/")) {
            throw new NotFoundResponse("there is no " + path);
        } else {
            page(ctx);
        }
    }

    private static void page(Context ctx) throws IOException {
        ctx.header("Cache-Control", "no-cache");
        byte[] page = read("index.html");
        if (page == null) {
            ctx.contentType("text/plain; charset=utf-8")
                    .result(
                            "This console was built without its page. The answers are under /api; see /api/openapi.yaml.\n");
        } else {
            ctx.contentType("text/html; charset=utf-8").result(page);
        }
    }

    private static String type(String path) {
        return TYPES.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** @return null where there is no such file, as for a folder */
    private static byte[] read(String name) throws IOException {
        if (name.indexOf('.') < 0) {
            return null;
        }
        try (InputStream file = StaticPages.class.getResourceAsStream(FOLDER + name)) {
            return file == null ? null : file.readAllBytes();
        }
    }
}
