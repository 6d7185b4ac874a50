package org.remora.arquillian.probe.listener;

/** Added by a program. */
public class AddedListener extends Recorder {

    /** Made by the container. */
    public AddedListener() {
        super("added");
    }
}
