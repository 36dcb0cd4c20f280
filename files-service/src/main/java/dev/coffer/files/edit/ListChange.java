package dev.coffer.files.edit;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A change of a list without repetitions: everything anew, or some elements. */
final class ListChange {
    private ListChange() {}

    /**
     * What the list is after the change. What is there cannot be added, and what is not cannot be removed; neither
     * is an error.
     */
    static <T> List<T> of(List<T> current, @Nullable List<T> set, @Nullable List<T> add, @Nullable List<T> remove) {
        Set<T> elements = new LinkedHashSet<>(set != null ? set : orEmpty(current));
        orEmpty(remove).forEach(elements::remove);
        elements.addAll(orEmpty(add));
        return new ArrayList<>(elements);
    }

    static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
