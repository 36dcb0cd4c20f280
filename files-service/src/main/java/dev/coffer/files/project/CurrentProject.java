package dev.coffer.files.project;

import dev.coffer.common.caller.Caller;
import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import jakarta.enterprise.context.RequestScoped;

/** Lets a caller into the projects that its token names. */
@RequestScoped
public class CurrentProject {
    private final CurrentCaller caller;

    CurrentProject(CurrentCaller caller) {
        this.caller = caller;
    }

    /**
     * The project of that name.
     *
     * @throws ServiceException 403 if the token does not name it, whether it exists or not. Never 401: clients
     *     would fetch new tokens without end (cdf-files.md section 0.6)
     */
    public Project named(String name) {
        Caller current = caller.get();
        if (!current.projects().contains(name)) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "The token gives no access to this project.");
        }
        return new Project(current.tenant(), name);
    }
}
