package org.complaintkit.rules.pack;

/**
 * One cell of a table with its place.
 *
 * @param text without surrounding blanks
 */
public record Cell(String text, Position at) {}
