package org.remora.cli.command;

import org.remora.cli.output.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only has others within. */
abstract class Group implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /**
     * Says what there is, since it was called without.
     *
     * @throws ParameterException always, for {@link ExitCode#USAGE}
     */
    @Override
    public final void run() {
        throw new ParameterException(
                spec.commandLine(),
                "One of these is missing: "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
