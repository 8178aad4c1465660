package org.complaintkit.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.complaintkit.model.Complaint;
import org.jspecify.annotations.Nullable;

/**
 * What a type is made of, as it is stored. A record is made of its components, so that a new component is stored without
 * a word here; what texts of earlier versions lack is in {@link #ABSENT}.
 */
abstract sealed class Shape permits Shape.OfRecord, ComplaintShape {
    /**
     * Values of fields that texts of earlier versions of this library lack, as JSON, by type and field: one line for each
     * field that is added. Lists and maps that are lacking are empty and need no line.
     */
    private static final Map<String, String> ABSENT = Map.of(
            "Case.register",
                    "{\"number\":\"\",\"previousNumber\":\"\",\"numberRound\":0,\"wanted\":\"\",\"initialGrade\":\"\"}",
            "CountedDay.why", "\"\"",
            "CountedDay.name", "\"\"",
            "CountedDay.source", "\"\"",
            "Decision.cumulative", "false",
            "Decision.approver", "\"\"",
            "Decision.classifies", "true",
            "Decision.leaves", "false",
            "Decision.signals", "{\"found\":[],\"codes\":[],\"open\":false}");

    private static final ClassValue<Shape> SHAPES = new ClassValue<>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            if (type == Complaint.class) {
                return new ComplaintShape();
            }
            if (type.isRecord()) {
                return new OfRecord(type);
            }
            throw new IllegalStateException("no stored form of " + type.getName());
        }
    };

    private final String typeName;
    private final List<Part> parts;

    Shape(Class<?> type, List<Part> parts) {
        this.typeName = type.getSimpleName();
        this.parts = parts;
    }

    static Shape of(Class<?> type) {
        return SHAPES.get(type);
    }

    /** One part of a value: a field of its stored form. */
    record Part(String name, Type type, Function<Object, @Nullable Object> reader) {
        @Nullable
        Object of(Object whole) {
            return reader.apply(whole);
        }
    }

    List<Part> parts() {
        return parts;
    }

    /** The stored form of a part that the text lacks. */
    JsonNode absent(Part part, String path) {
        String known = ABSENT.get(typeName + "." + part.name());
        if (known != null) {
            return Json.any(known);
        }
        if (part.type() instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            if (raw == Optional.class) {
                return Json.STORED.nullNode();
            }
            return Collection.class.isAssignableFrom(raw)
                    ? Json.STORED.createArrayNode()
                    : Json.STORED.createObjectNode();
        }
        throw StoredForm.malformed(path, "the field is required");
    }

    /** The value of these parts. */
    abstract Object make(Map<String, @Nullable Object> values, String path);

    /** A record. */
    static final class OfRecord extends Shape {
        private final Constructor<?> constructor;

        OfRecord(Class<?> type) {
            super(
                    type,
                    Stream.of(type.getRecordComponents()).map(OfRecord::part).toList());
            try {
                constructor = type.getDeclaredConstructor(Stream.of(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new));
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException("every record has its canonical constructor", e);
            }
        }

        private static Part part(RecordComponent component) {
            Method accessor = component.getAccessor();
            return new Part(component.getName(), component.getGenericType(), whole -> {
                try {
                    return accessor.invoke(whole);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException("records of the model are public", e);
                }
            });
        }

        @Override
        Object make(Map<String, @Nullable Object> values, String path) {
            try {
                return constructor.newInstance(values.values().toArray());
            } catch (InvocationTargetException | IllegalArgumentException e) {
                throw StoredForm.malformed(
                        path,
                        "parts that make a " + constructor.getDeclaringClass().getSimpleName());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("records of the model are public", e);
            }
        }
    }
}
