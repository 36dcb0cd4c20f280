/** What can go wrong for clients of this API alone. */
package dev.coffer.userdata.error;
