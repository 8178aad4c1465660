package org.complaintkit.examples.bank.outbox;

/**
 * Port: who gets the duties. The law: returns once the message is safe with the receiver, throws if that is not certain,
 * and in any case within the timeout. The same key may come again; the receiver drops one that it has.
 */
@FunctionalInterface
interface Receiver {
    void send(String key, String content);
}
