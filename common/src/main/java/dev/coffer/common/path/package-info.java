/** Which paths a service has, and which methods, as its OpenAPI document says. */
package dev.coffer.common.path;
