package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.isolation.Outsiders;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A resource of a CDF project, by its numeric id; accessible by token only. */
abstract class CdfThing implements Thing {

    static String projectOf(Client owner) {
        return "/api/v1/projects/" + owner.user().project();
    }

    static Map<String, Object> items(String name) {
        return Map.of("items", List.of(Map.of("id", Long.parseLong(name))));
    }

    @Override
    public String unknown(String like) {
        long least = (long) Math.pow(10, like.length() - 1);
        return Long.toString(ThreadLocalRandom.current().nextLong(least, Math.min(least * 10, 1L << 53)));
    }

    @Override
    public List<String> malformed() {
        return List.of("0", "-1", "9007199254740992", "99999999999999999999999");
    }

    @Override
    public List<Client> owners() {
        return List.of(Client.as(User.A));
    }

    @Override
    public List<Client> outsiders() {
        return Outsiders.ofOtherProjects();
    }
}
