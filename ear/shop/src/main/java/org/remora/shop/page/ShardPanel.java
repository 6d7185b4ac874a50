package org.remora.shop.page;

import java.util.List;
import org.remora.shop.archive.SearchResult;
import org.remora.shop.archive.ShardState;

/** The panel that shows how far the index of the letters is, shard by shard. */
final class ShardPanel {

    private ShardPanel() {}

    static Html html(SearchResult result) {
        List<Html> shards = result.shards().stream().map(ShardPanel::shard).toList();
        return Html.of("""
                <section aria-labelledby="index">
                    <h2 id="index">The index</h2>
                    <p class="note">In shards, each on the disk of one server, filled by jobs that run there</p>
                    <label class="progress">{} of {} messages
                        <progress value="{}" max="{}"></progress></label>
                    <ul class="shards">{}</ul>
                </section>
                """, result.indexed(), result.stored(), result.indexed(), Math.max(1, result.stored()), shards);
    }

    private static Html shard(ShardState shard) {
        return Html.of(
                """
                <li class="{}"><span>{}</span> {}</li>
                """,
                shard.isComplete() ? "done" : "behind",
                shard.shard(),
                shard.isAnswering() ? shard.indexed() + "/" + shard.stored() : "no answer");
    }
}
