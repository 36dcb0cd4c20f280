package dev.coffer.acceptance.every.thing;

import dev.coffer.acceptance.harness.Client;

/** A {@link Thing} that its owner can end. */
public interface Deletable {

    void delete(Client owner, String name);
}
