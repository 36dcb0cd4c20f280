package dev.coffer.asset.fetch;

import dev.coffer.asset.AssetConfig;
import dev.coffer.asset.error.AssetErrorCode;
import dev.coffer.asset.fetch.RemoteMetadata.Problem;
import dev.coffer.asset.fetch.RemoteMetadata.Validation;
import dev.coffer.asset.remote.RemoteAnswer;
import dev.coffer.asset.remote.RemoteSource;
import dev.coffer.asset.remote.RemoteTurns;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Owner;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;

/** Looks at content of other servers without fetching it. */
@ApplicationScoped
class RemoteMetadataService {
    private final RemoteTurns turns;
    private final RemoteSource source;
    private final AssetConfig config;

    RemoteMetadataService(RemoteTurns turns, RemoteSource source, AssetConfig config) {
        this.turns = turns;
        this.source = source;
        this.config = config;
    }

    RemoteMetadata look(Owner owner, URI url) {
        return turns.with(owner.tenant(), () -> look(url));
    }

    private RemoteMetadata look(URI url) {
        try (RemoteAnswer answer = ask(url)) {
            String name = answer.fileName();
            return new RemoteMetadata(
                    answer.length(), answer.contentType(), name, name, answer.url().toString(), validate(answer));
        }
    }

    /** Some servers know GET only: then the answer is broken off behind its headers. */
    private RemoteAnswer ask(URI url) {
        try {
            return source.ask("HEAD", url);
        } catch (ServiceException e) {
            if (e.code() == AssetErrorCode.HTTP_ERROR || e.code() == AssetErrorCode.SOURCE_SERVER_ERROR) {
                return source.ask("GET", url);
            }
            throw e;
        }
    }

    private Validation validate(RemoteAnswer answer) {
        long limit = config.maxUpload().asLongValue();
        List<Problem> errors = answer.length() <= limit
                ? List.of()
                : List.of(new Problem(
                        ErrorCode.FILE_TOO_LARGE.wireName(), "The file is larger than " + limit + " bytes.",
                        "content_length"));
        return new Validation(errors.isEmpty(), errors);
    }
}
