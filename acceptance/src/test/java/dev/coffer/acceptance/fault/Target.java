package dev.coffer.acceptance.fault;

import static dev.coffer.acceptance.content.Payloads.unique;
import static dev.coffer.acceptance.harness.Client.as;
import static dev.coffer.acceptance.harness.User.A;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.acceptance.content.Payload;
import dev.coffer.acceptance.harness.Answer;
import dev.coffer.acceptance.harness.CdfFiles;
import dev.coffer.acceptance.stack.Events;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;

/** A place for content in one of the APIs. */
sealed interface Target {

    Answer send(Payload payload);

    /** Asserts that exactly this content is there, or none at all if none is given. */
    void assertHolds(Payload payload);

    /** The topic of the events about its uploads. */
    String topic();

    /** Whether there is any content. */
    boolean filled();

    static List<Target> oneOfEach() {
        return List.of(new UserFile(unique("fault") + ".bin"), new Asset(unique("fault")), CdfFile.create());
    }

    /** A path of the user data API. */
    record UserFile(String path) implements Target {
        @Override
        public Answer send(Payload payload) {
            return as(A).userFiles().put(path, payload);
        }

        @Override
        public void assertHolds(Payload payload) {
            if (payload == null) {
                as(A).userFiles().get(path).then().statusCode(404);
            } else {
                as(A).userFiles().assertContent(path, payload);
            }
        }

        @Override
        public String topic() {
            return Events.USER_FILES;
        }

        @Override
        public boolean filled() {
            return as(A).userFiles().get(path).statusCode() == 200;
        }
    }

    /** The one asset with a certain tag. */
    record Asset(String tag) implements Target {
        @Override
        public Answer send(Payload payload) {
            return as(A).assets().upload(payload, "tags", tag);
        }

        @Override
        public void assertHolds(Payload payload) {
            if (payload == null) {
                assertThat(ids()).isEmpty();
            } else {
                assertThat(ids()).hasSize(1);
                as(A).assets().assertContent(ids().getFirst(), payload);
            }
        }

        @Override
        public String topic() {
            return Events.ASSETS;
        }

        @Override
        public boolean filled() {
            return !ids().isEmpty();
        }

        private List<String> ids() {
            return as(A).assets().list("include_tags", tag).then().statusCode(200).extract().path("assets.id");
        }
    }

    /** A CDF file and its upload link. */
    record CdfFile(long id, String uploadUrl) implements Target {
        static CdfFile create() {
            JsonPath file = as(A).cdf().created(Map.of("name", unique("fault")));
            return new CdfFile(file.getLong("id"), file.getString("uploadUrl"));
        }

        @Override
        public Answer send(Payload payload) {
            return CdfFiles.put(uploadUrl, payload);
        }

        @Override
        public void assertHolds(Payload payload) {
            if (payload == null) {
                assertThat(filled()).isFalse();
            } else {
                as(A).cdf().assertContent(id, payload);
            }
        }

        @Override
        public String topic() {
            return Events.FILES;
        }

        @Override
        public boolean filled() {
            return as(A).cdf().byIds(CdfFiles.id(id)).then().statusCode(200).extract().path("items[0].uploaded");
        }
    }
}
