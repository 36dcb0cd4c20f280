@NullMarked
package dev.coffer.localstack.component.keycloak;

import org.jspecify.annotations.NullMarked;
