package dev.coffer.userdata.operator;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The credentials that an operator has ended.
 *
 * @param subject whose it was
 * @param keys how many API keys
 * @param sessions how many browser sessions
 */
@Schema(name = "EndedCredentials")
record EndedCredentialsView(
        @Schema(required = true) String subject,
        @Schema(required = true) long keys,
        @Schema(required = true) long sessions) {}
