package org.complaintkit.desk;

/** The process dies. An error of the virtual machine, so that nothing takes it for a fault of a port and goes on. */
final class Crash extends VirtualMachineError {
    private static final long serialVersionUID = 1L;

    Crash(String where) {
        super(where);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
