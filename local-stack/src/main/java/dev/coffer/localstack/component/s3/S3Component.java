package dev.coffer.localstack.component.s3;

import dev.coffer.localstack.component.Component;
import dev.coffer.localstack.component.StackLayout;
import java.util.List;

/** An S3 store on one port, whose data are in the layout of the stack. */
abstract class S3Component implements Component {
    final StackLayout layout;
    final int port;
    final S3Credentials credentials;

    private final String name;

    S3Component(String name, StackLayout layout, int port, S3Credentials credentials) {
        this.name = name;
        this.layout = layout;
        this.port = port;
        this.credentials = credentials;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final List<Integer> ports() {
        return List.of(port);
    }
}
