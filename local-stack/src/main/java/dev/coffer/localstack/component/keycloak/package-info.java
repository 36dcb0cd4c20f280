/** Keycloak, the identity provider of the local stack. */
@NullMarked
package dev.coffer.localstack.component.keycloak;

import org.jspecify.annotations.NullMarked;
