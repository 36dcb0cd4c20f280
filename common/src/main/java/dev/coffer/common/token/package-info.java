/** Access tokens: which are taken, what their claims say, who is told of them, and the token of this service. */
package dev.coffer.common.token;
