/** The connections of clients: how many, and how long without a request. */
package dev.coffer.common.connection;
