package dev.coffer.localstack.edge;

/** The services behind the edge, in the order of their ports. */
enum Upstream {
    ASSET, USERDATA, FILES, BLOB
}
