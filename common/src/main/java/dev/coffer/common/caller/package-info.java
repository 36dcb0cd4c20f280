/** The caller of the request that is being served, and the workspace that it works in. */
package dev.coffer.common.caller;
