package org.remora.arquillian.conformance;

import java.util.List;
import java.util.Optional;
import org.remora.arquillian.server.Cookie;
import org.remora.arquillian.server.Page;

/**
 * What the application answered: a line for each step.
 *
 * @param page the answer
 */
public record Reply(Page page) {

    /** Returns what the step of this number, counted from 0, found. */
    public String line(int number) {
        return page.value(Integer.toString(number));
    }

    /** Returns what the last step found. */
    public String last() {
        List<String> lines =
                page.body().lines().filter(line -> line.matches("\\d+=.*")).toList();
        if (lines.isEmpty()) {
            throw new AssertionError("no lines in answer " + page.status() + ":\n" + page.body());
        }
        return lines.get(lines.size() - 1).replaceFirst("\\d+=", "");
    }

    /** Returns what the last step found, as a number. */
    public long number() {
        return Long.parseLong(last());
    }

    /** Expects that the last step found this. */
    public Reply is(String expected) {
        return is("last step", last(), expected);
    }

    /** Expects that the last step found something else. */
    public Reply isNot(String unexpected) {
        Expect.that(!last().equals(unexpected), "" + unexpected + " is not what should be found");
        return this;
    }

    /** Expects that the step of this number found this. */
    public Reply is(int number, String expected) {
        return is("step " + number, line(number), expected);
    }

    /** Expects this status. */
    public Reply hasStatus(int status) {
        Expect.that(page.status() == status, "status " + page.status() + " instead of " + status + ": " + page.body());
        return this;
    }

    /** Returns a cookie that came along. */
    public Optional<Cookie> cookie(String name) {
        return page.cookies().stream()
                .filter(cookie -> cookie.name().equals(name))
                .findFirst();
    }

    private Reply is(String what, String found, String expected) {
        Expect.that(
                found.equals(expected),
                "" + what + ": " + found + " instead of " + expected + ", in: "
                        + page.body().replace('\n', ' '));
        return this;
    }
}
