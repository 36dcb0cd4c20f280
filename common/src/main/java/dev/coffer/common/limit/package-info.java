/** How many requests a tenant, a key or a person may send. */
package dev.coffer.common.limit;
