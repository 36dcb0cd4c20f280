/** What all tenants use together, shared out so that none of them can have all of it. */
package dev.coffer.common.share;
