package dev.coffer.asset.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coffer.asset.Asset;
import dev.coffer.asset.RealDatabase;
import dev.coffer.asset.Rows;
import dev.coffer.asset.name.Location;
import dev.coffer.asset.name.Place;
import dev.coffer.common.database.SqlText;
import dev.coffer.common.identity.Owner;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files are found without a search, however many assets the workspace has, and however many have the same name. */
@QuarkusTest
@QuarkusTestResource(RealDatabase.class)
class FileRepositoryIT {
    private static final int MANY = 20_000;
    private static final int BLOCKS = 30;
    /** Of names of their own in the outputs, and all of one name in folders of the inputs. */
    private static final String ROWS = """
            insert into asset (tenant, owner, id, name, folded_name, content_ref, size, hash, mime_type, file_type, file_folder,
                file_name, tags, user_metadata, metadata, created_by, created_at, updated_at, last_access_time)
            select '%1$s', '%2$s', gen_random_uuid(), name, name, gen_random_uuid(), 1, 'blake3:' || md5(name || n), 'image/png',
                type, folder, name, array[type], '{}', '{}', 's', now() - n * interval '1 second', now(), now()
            from generate_series(1, %3$d) n, lateral (values
                ('output', '', 'file ' || n), ('input', 'folder ' || n, 'image.png')) it (type, folder, name)""";
    private static final Owner OWNER = Rows.somebody();
    private static boolean made;

    @Inject
    Rows rows;

    @Inject
    FileRepository files;

    @BeforeEach
    void manyFiles() {
        if (!made) {
            rows.fill(ROWS.formatted(OWNER.tenant(), OWNER.key(), MANY));
            rows.run("analyze asset");
            made = true;
        }
    }

    @Test
    void aFileIsFoundByItsNameItsFolderAndItsHash() {
        Place output = new Place(Location.OUTPUT, "");
        Asset file = files.at(OWNER, "file 12345", List.of(output)).orElseThrow();
        assertThat(files.withHash(OWNER, file.hash)).map(asset -> asset.id).contains(file.id);
        assertThat(files.at(OWNER, "file 12345", List.of(new Place(Location.INPUT, ""), new Place(null, ""))))
                .isEmpty();
        assertThat(files.at(OWNER, "image.png", List.of(new Place(Location.INPUT, "folder 777"))))
                .map(asset -> asset.fileFolder).contains("folder 777");
        assertThat(files.anywhere(OWNER, "image.png", List.of(output, new Place(Location.INPUT, ""))))
                .map(asset -> asset.fileFolder).contains("folder 1");
        assertThat(files.labelled(OWNER, "file 12345", null, "")).map(asset -> asset.id).contains(file.id);
        assertThat(files.labelled(OWNER, "file 12345", Location.TEMP, "")).isEmpty();
    }

    @Test
    void severalNamesLeadToTheirNewestFilesInOneQuestion() {
        Place place = new Place(Location.OUTPUT, "");
        List<String> names = List.of("file 777", "image.png", "nothing");
        assertThat(files.shown(OWNER, names, place)).hasSize(1).containsExactlyInAnyOrderElementsOf(names.stream()
                .flatMap(name -> files.at(OWNER, name, List.of(place)).stream())
                .map(asset -> asset.id)
                .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {FileRepository.BY_HASH, FileRepository.SHARED_AT, FileRepository.SHARED_COPIES,
        FileRepository.LABELLED})
    void eachQuestionTouchesAFewBlocks(String question) {
        assertFew(question);
    }

    @Test
    void severalLocationsDoSoToo() {
        assertFew(FileRepository.IN_FOLDER);
        assertFew(FileRepository.ANYWHERE);
        assertFew(FileRepository.SHOWN);
    }

    private void assertFew(String question) {
        for (String name : List.of("file 777", "image.png", "nothing")) {
            for (String folder : List.of("", "folder 19999", "no folder")) {
                String sql = question.replace(":tenant", quoted(OWNER.tenant())).replace(":owner", quoted(OWNER.key()))
                        .replace(":names", "'{\"" + name + "\"}'").replace(":name", quoted(name))
                        .replace(":folder", quoted(folder)).replace(":hash", quoted("blake3:1"))
                        .replace(":types", "'{input,output,temp,\"\"}'").replace(":type", "'input'");
                // Labels that many share are read a hundred at a time.
                int most = question.equals(FileRepository.LABELLED) && name.equals("image.png") ? 4 * BLOCKS : BLOCKS;
                assertThat(rows.blocks(new SqlText().add(sql))).as(sql).isLessThanOrEqualTo(most);
            }
        }
    }

    private static String quoted(String text) {
        return "'" + text + "'";
    }
}
