package dev.coffer.common.token;

import java.util.concurrent.CompletionStage;

/** Keeps what the last token of each person said: API keys and sessions of that person are worth no more. */
public interface TokenLedger {
    /**
     * Notes it, unless a later token is known. Of two tokens of one second, what both say counts.
     *
     * @return completed when it is noted; failed if it has to be noted again
     */
    CompletionStage<Void> note(TokenFacts facts);
}
