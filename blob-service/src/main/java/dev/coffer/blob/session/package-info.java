/** Upload sessions: who may upload what until when, and what has arrived. */
@NullMarked
package dev.coffer.blob.session;

import org.jspecify.annotations.NullMarked;
