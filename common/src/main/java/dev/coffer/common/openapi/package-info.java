/** What all operations have in common, written into the OpenAPI documents. */
@NullMarked
package dev.coffer.common.openapi;

import org.jspecify.annotations.NullMarked;
