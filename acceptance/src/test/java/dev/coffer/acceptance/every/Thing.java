package dev.coffer.acceptance.every;

import static dev.coffer.acceptance.harness.Payloads.unique;

import dev.coffer.acceptance.harness.Client;
import dev.coffer.acceptance.harness.Multipart;
import dev.coffer.acceptance.harness.Payload;
import dev.coffer.acceptance.harness.Payloads;
import dev.coffer.acceptance.harness.Transfer;
import dev.coffer.acceptance.harness.User;
import dev.coffer.acceptance.isolation.Outsiders;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** What operations are about: something that one owner has, with a name that others may guess. */
enum Thing {
    ASSET {
        @Override
        String create(Client owner) {
            return owner.assets().create(Payloads.png(), "input");
        }

        @Override
        void delete(Client owner, String name) {
            owner.assets().delete(name).then().statusCode(204);
        }

        @Override
        String state(Client owner, String name) {
            return owner.assets().get(name).asString();
        }

        @Override
        String unknown(String like) {
            return UUID.randomUUID().toString();
        }

        @Override
        List<String> malformed() {
            return List.of("0", "not-an-id", "%00", "%ED%A0%80", "..%2F..", "00000000-0000-0000-0000-00000000000g");
        }
    },
    /** Content that is known by its hash, as long as an asset of the owner has it. */
    CONTENT {
        private final Map<String, String> assets = new ConcurrentHashMap<>();

        @Override
        String create(Client owner) {
            Payload content = Payloads.png();
            assets.put(content.blake3(), owner.assets().create(content, "output"));
            return content.blake3();
        }

        @Override
        void delete(Client owner, String name) {
            ASSET.delete(owner, assets.get(name));
        }

        @Override
        String state(Client owner, String name) {
            return ASSET.state(owner, assets.get(name));
        }

        @Override
        String unknown(String like) {
            return Payloads.png().blake3();
        }

        /** Who has some content somewhere may use it everywhere. */
        @Override
        List<Client> outsiders() {
            return Outsiders.strangers();
        }

        @Override
        List<String> malformed() {
            return List.of("blake3:", "blake3:xyz", "md5:00", "%00", "%ED%A0%80", "0".repeat(64), "..%2F..");
        }
    },
    API_KEY {
        @Override
        String create(Client owner) {
            return owner.json(Map.of("name", unique("key"))).post("/api/keys").then().statusCode(201).extract().path("id");
        }

        @Override
        void delete(Client owner, String name) {
            owner.request().delete("/api/keys/" + name).then().statusCode(204);
        }

        @Override
        String state(Client owner, String name) {
            return owner.request().get("/api/keys").then().extract().path("keys.find{it.id=='" + name + "'}.name");
        }

        @Override
        String unknown(String like) {
            return ASSET.unknown(like);
        }

        @Override
        List<String> malformed() {
            return ASSET.malformed();
        }

        /** Keys are somebody's in all of his workspaces. */
        @Override
        List<Client> outsiders() {
            return List.of(Client.as(User.A2), Client.as(User.B));
        }

        /** A key does not open the keys. */
        @Override
        List<Client> owners() {
            return List.of(Client.as(User.A));
        }
    },
    USER_FILE {
        @Override
        String create(Client owner) {
            Payload file = Payloads.text("a file");
            owner.userFiles().put(file.name(), file).expect(200);
            return file.name();
        }

        @Override
        void delete(Client owner, String name) {
            owner.userFiles().delete(name).then().statusCode(204);
        }

        @Override
        String state(Client owner, String name) {
            return owner.userFiles().get(name).asString();
        }

        @Override
        String unknown(String like) {
            return unique("x").concat("x".repeat(like.length())).substring(0, like.length());
        }

        @Override
        List<String> malformed() {
            return List.of("%00", "..%2Fx", "%2e%2e%2fx", "%252e%252e%252fx", "%2Fetc%2Fpasswd", "a%2F", "%ff", "x".repeat(5000));
        }
    },
    MASK {
        @Override
        String create(Client owner) {
            Payload original = Payloads.png();
            owner.assets().create(original, "input");
            Multipart form = new Multipart()
                    .field("original_ref", "{\"filename\":\"" + original.blake3() + "\"}")
                    .file("image", Payloads.mask());
            return Transfer.send(owner.transfer("/api/upload/mask")
                            .header("Content-Type", form.contentType())
                            .POST(form.body()))
                    .expect(200)
                    .json()
                    .getString("name");
        }

        @Override
        void delete(Client owner, String name) {
            ASSET.delete(owner, owner.assets().list("hash", "blake3:" + name.substring(0, 64)).path("assets[0].id"));
        }

        @Override
        String state(Client owner, String name) {
            return owner.request().get("/api/files/mask-layers?filename=" + name).asString();
        }

        @Override
        String unknown(String like) {
            return Payloads.png().blake3().substring("blake3:".length()) + like.substring(64);
        }

        @Override
        List<String> malformed() {
            return List.of("%00", "..%2F..", "%ED%A0%80");
        }
    },
    CDF_FILE {
        @Override
        String create(Client owner) {
            return Long.toString(owner.cdf().upload(Payloads.png()));
        }

        @Override
        void delete(Client owner, String name) {
            owner.json(items(name)).post(owner.cdf().url() + "/delete").then().statusCode(200);
        }

        @Override
        String state(Client owner, String name) {
            return owner.cdf().byIds(Map.of("id", Long.parseLong(name))).asString();
        }
    },
    DATA_SET {
        @Override
        String create(Client owner) {
            Map<String, Object> dataSet = Map.of("items", List.of(Map.of("name", unique("set"))));
            long id = owner.json(dataSet).post(projectOf(owner) + "/datasets").then().statusCode(200)
                    .extract().jsonPath().getLong("items[0].id");
            return Long.toString(id);
        }

        /** There is no such operation. */
        @Override
        void delete(Client owner, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        String state(Client owner, String name) {
            return owner.json(items(name)).post(projectOf(owner) + "/datasets/byids").asString();
        }
    },
    LABEL {
        @Override
        String create(Client owner) {
            String name = unique("label");
            Map<String, Object> label = Map.of("items", List.of(Map.of("externalId", name, "name", name)));
            owner.json(label).post(projectOf(owner) + "/labels").then().statusCode(201);
            return name;
        }

        @Override
        void delete(Client owner, String name) {
            owner.json(labels(name)).post(projectOf(owner) + "/labels/delete").then().statusCode(200);
        }

        @Override
        String state(Client owner, String name) {
            return owner.json(labels(name)).post(projectOf(owner) + "/labels/byids").asString();
        }

        @Override
        String unknown(String like) {
            return unique("label");
        }

        @Override
        List<String> malformed() {
            return List.of();
        }

        private Map<String, Object> labels(String name) {
            return Map.of("items", List.of(Map.of("externalId", name)));
        }
    };

    private static final Set<String> OF_PROJECTS = Set.of("CDF_FILE", "DATA_SET", "LABEL");

    private static String projectOf(Client owner) {
        return "/api/v1/projects/" + owner.user().project();
    }

    private static Map<String, Object> items(String name) {
        return Map.of("items", List.of(Map.of("id", Long.parseLong(name))));
    }

    /** Everybody who must not learn that A has it. */
    List<Client> outsiders() {
        return OF_PROJECTS.contains(name()) ? Outsiders.ofOtherProjects() : Outsiders.all();
    }

    /** A, by all credentials that open it. */
    List<Client> owners() {
        return OF_PROJECTS.contains(name())
                ? List.of(Client.as(User.A))
                : List.of(Client.as(User.A), Client.as(User.A).byKey());
    }

    abstract String create(Client owner);

    abstract void delete(Client owner, String name);

    /** What its owner sees of it. */
    abstract String state(Client owner, String name);

    /** A name that nothing has, as long as another one. */
    String unknown(String like) {
        long least = (long) Math.pow(10, like.length() - 1);
        return Long.toString(ThreadLocalRandom.current().nextLong(least, Math.min(least * 10, 1L << 53)));
    }

    /** Names that nothing can have, as they stand in a path. */
    List<String> malformed() {
        return List.of("0", "-1", "9007199254740992", "99999999999999999999999");
    }
}
