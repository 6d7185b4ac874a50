package org.remora.config;

import java.util.List;
import java.util.stream.Collectors;

/** The settings cannot be used; the message lists everything that is wrong with them, one problem a line. */
public final class InvalidSettingsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong. */
    private final List<SettingProblem> problems;

    /**
     * Makes one of all that was found.
     *
     * @param problems at least one
     */
    public InvalidSettingsException(List<SettingProblem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("Settings without a problem are not invalid");
        }
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return all problems, in the order of the message; never empty
     */
    public List<SettingProblem> problems() {
        return problems;
    }

    /**
     * What is wrong, for a person.
     *
     * @return a first line, and one line for each problem: key, value, and what is allowed
     */
    @Override
    public String getMessage() {
        return problems.stream()
                .map(problem -> System.lineSeparator() + "  " + problem.message())
                .collect(Collectors.joining("", "These settings of Remora cannot be used:", ""));
    }
}
