package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.isolation.Outsiders;
import java.util.List;
import java.util.UUID;

/**
 * A kind of resource that operations name: it has one owner, and others may guess its name. The name of a part of
 * another resource consists of both names, separated by a slash.
 */
public interface Thing {

    /** Creates one and returns its name. */
    String create(Client owner);

    /** How its owner sees it. */
    String state(Client owner, String name);

    /** A name of the same length that nothing has. */
    default String unknown(String like) {
        return UUID.randomUUID().toString();
    }

    /** Malformed names, encoded for a path. */
    default List<String> malformed() {
        return List.of("0", "not-an-id", "%00", "%ED%A0%80", "..%2F..", "00000000-0000-0000-0000-00000000000g");
    }

    /** The clients of user A that may access it. */
    default List<Client> owners() {
        return List.of(Client.as(User.A), Client.as(User.A).byKey());
    }

    /** The clients that must not learn that it exists. */
    default List<Client> outsiders() {
        return Outsiders.all();
    }
}
