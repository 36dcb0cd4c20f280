/** Which paths a service has, and which methods, as its OpenAPI document says. */
@NullMarked
package dev.coffer.common.path;

import org.jspecify.annotations.NullMarked;
