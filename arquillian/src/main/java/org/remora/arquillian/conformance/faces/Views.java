package org.remora.arquillian.conformance.faces;

import static org.remora.arquillian.conformance.Check.check;
import static org.remora.arquillian.conformance.ConformanceApplication.COOKIES;

import java.io.IOException;
import java.util.List;
import org.remora.arquillian.conformance.Chapter;
import org.remora.arquillian.conformance.Client;
import org.remora.arquillian.conformance.Expect;
import org.remora.arquillian.conformance.FacesPage;

/** What Faces keeps from one request of a view to the next, and to the next view. */
public final class Views {

    private Views() {}

    /** Returns the checks. */
    public static Chapter chapter() {
        return new Chapter(
                "Faces 4.0: view scope, state of views, flash",
                List.of(
                        check(
                                "FAC.ViewScoped-1",
                                "A bean of the view keeps its state as long as the user stays on the view.",
                                client -> staysOn(client, "count", "1", "2", "3")),
                        check(
                                "FAC.ViewScoped-2",
                                "The same, where the state of views is saved in the page.",
                                client -> staysOn(client.at(COOKIES), "count", "1", "2", "3")),
                        check("FAC.ViewScoped-3", "A view that is opened anew has beans of its own.", client -> {
                            FacesPage.open(client, "view").press("add").shows("count", "1");
                            FacesPage.open(client, "view").shows("count", "0");
                        }),
                        check("FAC.ViewScoped-4", "Two windows with the same view do not share beans.", client -> {
                            FacesPage first = FacesPage.open(client, "view");
                            FacesPage second = FacesPage.open(client, "view");
                            first = first.press("add").shows("count", "1");
                            second = second.press("add").shows("count", "1");
                            first.press("add").shows("count", "2");
                            second.press("add").shows("count", "2");
                        }),
                        check(
                                "FAC.ViewScoped-5",
                                "The beans of a view are destroyed when the user leaves it.",
                                Views::destroyedByLeaving),
                        check(
                                "FAC.ViewScoped-6",
                                "The beans of a view are destroyed with the session.",
                                Views::destroyedBySession),
                        check("FAC.ViewScoped-7", "Beans of the session are injected.", client -> {
                            FacesPage page = FacesPage.open(client, "view").press("add");
                            page.shows("visits", "1").press("add").shows("visits", "2");
                            client.ask("visits").is("2");
                        }),
                        check(
                                "FAC.UIViewRoot-1",
                                "The map of a view keeps what was put into it.",
                                client -> staysOn(client, "map", "x", "xx", "xxx")),
                        check(
                                "FAC.StateManager-1",
                                "The attributes of components are restored from the session.",
                                client -> staysOn(client, "attribute", "1", "2", "3")),
                        check(
                                "FAC.StateManager-2",
                                "The attributes of components are restored from the page.",
                                client -> staysOn(client.at(COOKIES), "attribute", "1", "2", "3")),
                        check(
                                "FAC.StateManager-3",
                                "A user who goes back continues with the view as it was there.",
                                client -> {
                                    FacesPage before =
                                            FacesPage.open(client, "view").press("add");
                                    before.press("add").shows("attribute", "2");
                                    before.press("add").shows("attribute", "2");
                                }),
                        check("FAC.StateManager-4", "A view whose session is over cannot be restored.", client -> {
                            FacesPage page = FacesPage.open(client, "view").press("add");
                            client.ask("invalidate");
                            page.pressed("add").hasStatus(500);
                        }),
                        check(
                                "FAC.StateManager-5",
                                "Components without an id get the same one whenever the view is built.",
                                client -> {
                                    List<String> ids =
                                            FacesPage.open(client, "view").ids();
                                    Expect.that(ids.size() > 1, "too few ids: " + ids);
                                    Expect.same(FacesPage.open(client, "view").ids(), ids);
                                    Expect.same(
                                            FacesPage.open(client.stranger(), "view")
                                                    .ids(),
                                            ids);
                                }),
                        check(
                                "FAC.Conversation-1",
                                "A form goes on with the conversation that its view was made in.",
                                client -> {
                                    FacesPage page =
                                            FacesPage.open(client, "view").press("say");
                                    page.shows("said", "word").press("say").shows("said", "word,word");
                                }),
                        check("FAC.Flash-1", "What is put into the flash is there for the next request.", client -> {
                            FacesPage.open(client, "view").press("flash").shows("flash", "hello");
                        }),
                        check("FAC.Flash-2", "It is gone after that.", client -> {
                            FacesPage.open(client, "view").press("flash").shows("flash", "hello");
                            FacesPage.open(client, "other").shows("flash", "");
                        }),
                        check("FAC.Flash-3", "What the next request keeps is there for the one after it.", client -> {
                            FacesPage.open(client, "view").press("kept").shows("flash", "hello");
                            FacesPage.open(client, "other").shows("flash", "hello");
                            FacesPage.open(client, "other").shows("flash", "");
                        }),
                        check("FAC.Flash-4", "Messages are kept over a redirect if that is asked for.", client -> {
                            FacesPage.open(client, "view").press("message").shows("message", "done well");
                        }),
                        check(
                                "FAC.Flash-5",
                                "What is put for the present request is not there in the next.",
                                client -> {
                                    FacesPage.open(client, "view").press("now").shows("flash", "");
                                }),
                        check("FAC.Flash-6", "The flash of one user is not shown to another.", client -> {
                            FacesPage.open(client, "view").pressed("flash").hasStatus(302);
                            FacesPage.open(client.stranger(), "other").shows("flash", "");
                        })));
    }

    private static void staysOn(Client client, String key, String... values) throws IOException {
        FacesPage page = FacesPage.open(client, "view");
        for (String value : values) {
            page = page.press("add").shows(key, value);
        }
    }

    private static void destroyedByLeaving(Client client) throws IOException {
        FacesPage page = FacesPage.open(client, "view").press("add").press("add");
        String id = client.ask("id").last();
        page.press("leave");
        client.await(id, "view note destroyed after 2"::equals);
        Expect.same(client.journal(id, "view note destroyed").size(), 1);
    }

    private static void destroyedBySession(Client client) throws IOException {
        FacesPage.open(client, "view").press("add");
        String id = client.ask("id").last();
        client.ask("invalidate");
        client.await(id, "view note destroyed after 1"::equals);
    }
}
