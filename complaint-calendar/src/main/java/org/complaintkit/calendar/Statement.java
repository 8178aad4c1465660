package org.complaintkit.calendar;

import java.time.LocalDate;

/** What one notice says of one day: from its publication on, until a later statement about the same day. */
record Statement(LocalDate published, ListedDay day) {}
