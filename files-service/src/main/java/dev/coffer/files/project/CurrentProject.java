package dev.coffer.files.project;

import dev.coffer.common.caller.CurrentCaller;
import dev.coffer.common.error.ErrorCode;
import dev.coffer.common.error.ServiceException;
import dev.coffer.common.identity.Caller;
import dev.coffer.common.identity.ProjectRights;
import jakarta.enterprise.context.RequestScoped;

/**
 * Lets a caller into the projects that its token names, with the rights that it gives. A refusal is 403, whether the
 * project exists or not, and never 401: clients would fetch new tokens without end (cdf-files.md section 0.6).
 */
@RequestScoped
public class CurrentProject {
    private final CurrentCaller caller;
    private final ProjectRights rights;

    CurrentProject(CurrentCaller caller, ProjectRights rights) {
        this.caller = caller;
        this.rights = rights;
    }

    /**
     * The project of that name, to look at.
     *
     * @throws ServiceException 403 if the token does not give that
     */
    public Access toRead(String name) {
        Project project = named(name);
        if (!rights.reading()) {
            throw insufficient("it may not read files.");
        }
        return new Access(project, rights.dataSets());
    }

    /**
     * The project of that name, to change.
     *
     * @throws ServiceException 403 if the token does not give that
     */
    public Access toWrite(String name) {
        Project project = named(name);
        if (!rights.writing()) {
            throw insufficient("it may not write files.");
        }
        return new Access(project, rights.dataSets());
    }

    private Project named(String name) {
        Caller current = caller.get();
        if (!current.projects().contains(name)) {
            throw new ServiceException(ErrorCode.FORBIDDEN, "The token gives no access to this project.");
        }
        return new Project(current.tenant(), name);
    }

    /** Clients look for these words (cdf-files.md section 4). */
    static ServiceException insufficient(String why) {
        return new ServiceException(ErrorCode.FORBIDDEN, "The token has insufficient access rights: " + why);
    }
}
