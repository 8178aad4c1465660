package org.complaintkit.rules.wall;

import org.complaintkit.calendar.InvalidInputException;

/** Why a class of a pack is refused; the wall adds which class it was. */
final class ClassRefusal extends RuntimeException {
    /** No class file, or one that no compiler writes. */
    static final String MALFORMED = "PACK_CLASS_MALFORMED";

    /** Another name, kind, parent, method or attribute than the compiler of packs gives. */
    static final String SHAPE = "PACK_CLASS_SHAPE";

    /** Refers to a class or a member outside of the list. */
    static final String REFERENCE = "PACK_CLASS_REFERENCE";

    /** An instruction that is not needed, or one that could run without end. */
    static final String CODE = "PACK_CLASS_CODE";

    private static final long serialVersionUID = 1L;

    private final String code;
    private final String value;
    private final String place;

    ClassRefusal(String code, String value) {
        this(code, value, "");
    }

    /** Of a class that is known already. */
    ClassRefusal(String code, String value, String place) {
        super(value, null, false, false);
        this.code = code;
        this.value = value;
        this.place = place;
    }

    InvalidInputException in(String looked) {
        String path = place.isEmpty() ? looked : place;
        String cut = value.length() > 200 ? value.substring(0, 200) : value;
        return InvalidInputException.of(code, "compiled class")
                .value(cut.replaceAll("\\p{Cntrl}", " "))
                .at(path.length() > 200 ? path.substring(0, 200) : path)
                .rule("a class does nothing but what the compiler of packs makes of rules")
                .wayOut("do not use this pack as it is compiled; compile it anew from its rules, or get it from its"
                        + " author")
                .cause(this)
                .build();
    }
}
