/** API keys and browser sessions as a request carries them. */
package dev.coffer.common.credential;
