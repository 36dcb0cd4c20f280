package dev.coffer.localstack.launcher.stack;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.StackLayout;
import dev.coffer.localstack.component.s3.MinioBinary;
import dev.coffer.localstack.component.s3.MinioComponent;
import dev.coffer.localstack.component.s3.S3Credentials;
import dev.coffer.localstack.component.s3.S3ProxyComponent;
import dev.coffer.localstack.launcher.options.Options;
import dev.coffer.localstack.launcher.options.Ports;
import dev.coffer.localstack.launcher.options.Store;
import dev.coffer.localstack.launcher.options.UsageException;
import java.util.Optional;

/** The store of one installation. It cannot be changed later, because the content is in it. */
public final class S3Choice {
    static final String BUCKET = "coffer";
    static final String REGION = "us-east-1";

    private final StackLayout layout;
    private final StackState state;
    private final Ports ports;
    private final Options options;
    private final Store store;

    S3Choice(StackLayout layout, StackState state, Ports ports, Options options) {
        this.layout = layout;
        this.state = state;
        this.ports = ports;
        this.options = options;
        Optional<Store> before = state.get("s3.store").map(Store::new);
        this.store = options.store().or(() -> before).orElse(Store.DEFAULT);
        if (options.command().equals("up") && before.isPresent() && !before.get().equals(store)) {
            throw new UsageException("this stack keeps its content in " + before.get().description()
                    + ": use another --dir, or throw it away with ./coffer reset");
        }
    }

    public Store store() {
        return store;
    }

    public String url() {
        return store.isExternal() ? store.choice() : "http://" + layout.address() + ":" + ports.s3();
    }

    S3Credentials credentials() {
        if (store.isExternal()) {
            return new S3Credentials(external("COFFER_S3_ACCESS_KEY"), external("COFFER_S3_SECRET_KEY"));
        }
        StackSecrets secrets = new StackSecrets(state);
        return new S3Credentials(secrets.s3AccessKey(), secrets.s3SecretKey());
    }

    /** The server, unless it is external. */
    Optional<Component> component() {
        if (store.isExternal()) {
            return Optional.empty();
        }
        return Optional.of(store.isMinio()
                ? new MinioComponent("s3", layout, MinioBinary.findOrPlan(), ports.s3(), credentials())
                : new S3ProxyComponent("s3", layout, ports.s3(), credentials()));
    }

    void remember() {
        state.put("s3.store", store.choice());
        if (store.isExternal()) {
            state.put("s3.COFFER_S3_ACCESS_KEY", credentials().accessKey());
            state.put("s3.COFFER_S3_SECRET_KEY", credentials().secretKey());
        }
    }

    private String external(String name) {
        return Optional.ofNullable(options.environment().get(name)).filter(value -> !value.isBlank())
                .or(() -> state.get("s3." + name))
                .orElseThrow(() -> new UsageException("--s3 with a URL needs the keys of the store in "
                        + "COFFER_S3_ACCESS_KEY and COFFER_S3_SECRET_KEY"));
    }
}
