package org.remora.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandFailedExceptionTest {

    @Test
    void message_severalLines_isOne() {
        assertThat(new CommandFailedException(ExitCode.FAILED, " first\r\n\tsecond\u0007 "))
                .hasMessage("first; second");
    }
}
