package org.remora.cli.command;

import java.util.concurrent.Callable;
import org.remora.cli.output.Screen;
import org.remora.cli.server.Server;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that asks a server. */
abstract class ServerCommand implements Callable<Integer> {

    @Mixin
    private TargetOptions target = new TargetOptions();

    @Mixin
    private OutputOptions output = new OutputOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public final Integer call() {
        Screen screen = output.screen(spec.commandLine().getOut());
        try (Server server = target.address().connect()) {
            return ask(server, screen);
        } finally {
            screen.out().flush();
        }
    }

    /**
     * Asks the server and prints the answer.
     *
     * @return one of {@link org.remora.cli.output.ExitCode}
     */
    abstract int ask(Server server, Screen screen);
}
