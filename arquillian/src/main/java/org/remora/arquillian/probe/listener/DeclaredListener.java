package org.remora.arquillian.probe.listener;

/** Declared in web.xml. */
public class DeclaredListener extends Recorder {

    /** Made by the container. */
    public DeclaredListener() {
        super("declared");
    }
}
