package org.remora.session.faces;

import jakarta.faces.context.FacesContext;
import jakarta.faces.context.Flash;
import jakarta.faces.context.FlashFactory;
import org.remora.session.servlet.SessionInstallation;

/**
 * Gives applications with clustered sessions a flash that lives in the session.
 *
 * <p>Mojarra keeps the flash of all users in one place of its server and numbers it by an encrypted cookie, whose key
 * no other server has.
 */
public final class ClusteredFlashFactory extends FlashFactory {

    /**
     * Made by Faces.
     *
     * @param wrapped the factory of the Faces implementation
     */
    public ClusteredFlashFactory(FlashFactory wrapped) {
        super(wrapped);
    }

    @Override
    public Flash getFlash(boolean create) {
        FacesContext faces = FacesContext.getCurrentInstance();
        boolean clustered =
                faces.getExternalContext().getApplicationMap().containsKey(SessionInstallation.CLUSTERED_ATTRIBUTE);
        return clustered ? SessionFlash.of(faces) : getWrapped().getFlash(create);
    }
}
