package org.remora.cli;

import org.remora.cli.command.RemoraCommand;

/** Where {@code java -jar remora.jar} begins. */
public final class Main {

    private Main() {}

    /**
     * Does what the arguments say and ends the process with the exit code of that.
     *
     * @param arguments the command's
     */
    public static void main(String[] arguments) {
        System.exit(RemoraCommand.run(arguments));
    }
}
