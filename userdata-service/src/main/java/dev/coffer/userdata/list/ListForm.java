package dev.coffer.userdata.list;

import dev.coffer.userdata.address.UserFolder;
import dev.coffer.userdata.file.UserFileConfig.ListDefault;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** How a list of files is written (comfy.md section 5.2). */
enum ListForm {
    OBJECTS {
        @Override
        Object row(UserFolder folder, ListedFile file) {
            return ListedFileView.of(folder, file);
        }
    },
    NAMES {
        @Override
        Object row(UserFolder folder, ListedFile file) {
            return folder.relative(file.path());
        }
    },
    SEGMENTS {
        @Override
        Object row(UserFolder folder, ListedFile file) {
            String name = folder.relative(file.path());
            return Stream.concat(Stream.of(name), Arrays.stream(name.split("/"))).toList();
        }
    };

    abstract Object row(UserFolder folder, ListedFile file);

    /** The rows of those files that are not hidden. */
    List<Object> rows(UserFolder folder, List<ListedFile> files) {
        return files.stream()
                .filter(file -> !UserFolder.isHidden(folder.relative(file.path())))
                .map(file -> row(folder, file))
                .toList();
    }

    /** The form that the flags select; values other than true and false are ignored. */
    static ListForm of(String fullInfo, String split, ListDefault listDefault) {
        ListForm brief = "true".equalsIgnoreCase(split) ? SEGMENTS : NAMES;
        if ("true".equalsIgnoreCase(fullInfo)) {
            return OBJECTS;
        }
        boolean undecided = !"false".equalsIgnoreCase(fullInfo);
        return undecided && brief == NAMES && listDefault == ListDefault.CLOUD ? OBJECTS : brief;
    }
}
