package dev.coffer.acceptance.refusal;

import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** An operation of one of the three APIs, and the shape of its refusals. */
record Operation(String method, String path, Shape shape) {

    enum Shape {
        COMFY,
        TEXT,
        CDF;

        void assertRefused(Answer answer, int status) {
            switch (this) {
                case COMFY -> Refusal.assertComfy(answer, status, answer.json().getString("code"));
                case TEXT -> Refusal.assertText(answer, status);
                case CDF -> Refusal.assertCdf(answer, status);
            }
        }
    }

    /** Operations that an API key opens too. */
    static List<Operation> ofComfy() {
        String asset = "/api/assets/" + UUID.randomUUID();
        return List.of(
                new Operation("POST", "/api/userdata/some.txt", Shape.TEXT),
                new Operation("GET", "/api/userdata/some.txt", Shape.TEXT),
                new Operation("DELETE", "/api/userdata/some.txt", Shape.TEXT),
                new Operation("POST", "/api/assets", Shape.COMFY),
                new Operation("GET", "/api/assets", Shape.COMFY),
                new Operation("POST", "/api/assets/from-hash", Shape.COMFY),
                new Operation("GET", asset, Shape.COMFY),
                new Operation("PUT", asset, Shape.COMFY),
                new Operation("DELETE", asset, Shape.COMFY),
                new Operation("GET", asset + "/content", Shape.COMFY));
    }

    static List<Operation> ofCdf(String project) {
        String files = "/api/v1/projects/" + project + "/files";
        return List.of(
                new Operation("POST", files, Shape.CDF),
                new Operation("POST", files + "/byids", Shape.CDF),
                new Operation("POST", files + "/downloadlink", Shape.CDF));
    }

    /** One operation of each service: authentication is the same code for all operations. */
    static List<Operation> oneOfEach(String project) {
        return List.of(ofComfy().getFirst(), ofComfy().getLast(), ofCdf(project).getFirst());
    }

    static List<Operation> all(String project) {
        return Stream.concat(ofComfy().stream(), ofCdf(project).stream()).toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
