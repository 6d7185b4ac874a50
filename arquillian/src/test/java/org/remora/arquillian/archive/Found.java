package org.remora.arquillian.archive;

import java.util.List;
import org.remora.arquillian.server.Page;

/**
 * What was found.
 *
 * @param total how many messages
 * @param ids of the newest of them, in order
 */
record Found(long total, List<String> ids) {

    static Found of(Page page) {
        String ids = page.value("ids");
        return new Found(Long.parseLong(page.value("found")), ids.isEmpty() ? List.of() : List.of(ids.split(",", -1)));
    }
}
