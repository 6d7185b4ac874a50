package org.remora.shop.page;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The panel "Where am I?" below each page: which server answered, and where the session lives. */
final class WherePanel {

    private static final DateTimeFormatter TO_THE_SECOND = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private WherePanel() {}

    static Html html(Visit visit) {
        Whereabouts where = visit.where();
        return Html.of(
                """
                <footer>
                    <section class="where" aria-labelledby="where-am-i">
                        <h2 id="where-am-i">Where am I?</h2>
                        <dl>
                            <div><dt>Answered by</dt><dd><strong>{}</strong></dd></div>
                            {}
                        </dl>
                        {}
                        {}
                    </section>
                </footer>
                """,
                where.server(),
                where.session().map(WherePanel::session).orElseGet(WherePanel::noSession),
                cluster(where.cluster()),
                where.session().isPresent() ? forget(visit.root()) : Html.NOTHING);
    }

    private static Html session(Whereabouts.Facts session) {
        return Html.of("""
                <div><dt>Session</dt><dd><code>{}…</code></dd></div>
                <div><dt>Opened</dt><dd>{}</dd></div>
                <div><dt>Used before</dt><dd>{}</dd></div>
                """, session.id(), moment(session.created()), moment(session.lastUsed()));
    }

    private static Html noSession() {
        return Html.of("<div><dt>Session</dt><dd>none yet: the first thing you put aside opens one</dd></div>");
    }

    private static Html moment(Instant at) {
        return Html.of("<time datetime=\"{}\">{}</time>", at, TO_THE_SECOND.format(at));
    }

    private static Html cluster(Cluster cluster) {
        if (cluster.members().isEmpty()) {
            return Html.of(
                    "<p>This server belongs to no cluster: a session lives here only, and ends when the server does.</p>");
        }
        return Html.of(
                """
                <h3>The members of cluster “{}”</h3>
                <ul class="members">{}</ul>
                """,
                cluster.name(),
                cluster.members().stream().map(WherePanel::member).toList());
    }

    private static Html member(Cluster.Member member) {
        return Html.of(
                """
                <li class="{}"><strong>{}</strong> <span>{}</span> {}</li>
                """,
                member.local() ? "here" : "there",
                member.name(),
                member.address(),
                member.local() ? Html.of("<em>answered you</em>") : Html.NOTHING);
    }

    private static Html forget(String root) {
        return Html.of("""
                <form method="post" action="{}/forget"><button class="quiet">Forget me (ends the session)</button></form>
                """, root);
    }
}
