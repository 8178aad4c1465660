/**
 * The walls around a pack, for hosts that run packs of strangers.
 *
 * <p>The first wall is the language: rules are read by our own parser into a tree of tests and verbs, in {@link
 * org.complaintkit.rules.syntax}, and what the engine compiles is printed from that tree. There is no way to say code in
 * it. The second wall, {@link org.complaintkit.rules.wall.ClassWall}, takes nobody's word for the first: it reads the
 * compiled classes before any is defined and refuses whatever the compiler of packs does not write itself. It lets through
 * no reference outside of a list, no loop, no recursion, no handler of exceptions and no array of a size that is not written
 * down. Behind it the class loader of a pack shows its classes the listed classes of the host and no others, the facts are
 * read-only, and a question may fire each rule once.
 *
 * <p>What that is: a pack can give wrong answers and nothing else. It reads no file, opens no connection, starts no thread,
 * sees no property and no other class of the host; it ends. What it is not: a bound on the heap of the process (size limits
 * stand before every parser, but to compile a pack of the greatest permitted size takes gigabytes), a proof
 * that rules are right, or a proof that compiled classes say what the text beside them says, which only a signature or
 * compiling anew gives. And a jar on the class path is code of the host, walls or not: read packs of strangers from a folder
 * or with {@code Packs.jar}, which take files from it and nothing else.
 */
@NullMarked
package org.complaintkit.rules.wall;

import org.jspecify.annotations.NullMarked;
