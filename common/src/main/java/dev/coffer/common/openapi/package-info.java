/** What all operations have in common, written into the OpenAPI documents. */
package dev.coffer.common.openapi;
