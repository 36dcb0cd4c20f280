package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.isolation.Outsiders;
import java.util.List;
import java.util.UUID;

/**
 * What operations are about: something that one owner has, with a name that others may guess. What is part of another
 * thing has both names, with a slash between them.
 */
public interface Thing {

    /** Makes a new one and says its name. */
    String create(Client owner);

    /** Ends it. */
    void delete(Client owner, String name);

    /** What its owner sees of it. */
    String state(Client owner, String name);

    /** A name that nothing has, as long as another one. */
    default String unknown(String like) {
        return UUID.randomUUID().toString();
    }

    /** Names that nothing can have, as they stand in a path. */
    default List<String> malformed() {
        return List.of("0", "not-an-id", "%00", "%ED%A0%80", "..%2F..", "00000000-0000-0000-0000-00000000000g");
    }

    /** A, by all credentials that open it. */
    default List<Client> owners() {
        return List.of(Client.as(User.A), Client.as(User.A).byKey());
    }

    /** Everybody who must not learn that A has it. */
    default List<Client> outsiders() {
        return Outsiders.all();
    }
}
