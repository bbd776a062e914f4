package city.reception.events.codec;

import city.reception.events.AppealId;
import city.reception.events.CommitteeId;
import city.reception.events.EventId;
import city.reception.events.RegistrationNumber;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.AnnotationIntrospector;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MapperConfig;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.introspect.Annotated;
import tools.jackson.databind.introspect.AnnotatedMember;
import tools.jackson.databind.introspect.AnnotatedParameter;
import tools.jackson.databind.introspect.JacksonAnnotationIntrospector;
import tools.jackson.databind.introspect.NopAnnotationIntrospector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * The contract's JSON: ids as plain strings, times as RFC 3339, absent instead of null, unknown
 * properties ignored (so that an optional field can be added), every property required unless its
 * component is {@code @Nullable}. Nothing is converted on reading: {@code "3"} and {@code 3.0} are
 * no integers, {@code 0} is no enum constant, {@code ""} is no absent value, and a property that
 * stands twice is refused.
 */
public final class EventJson {

  private EventJson() {}

  /** A mapper that reads and writes the records of the contract. */
  public static JsonMapper mapper() {
    SimpleModule types = new SimpleModule("reception");
    text(types, AppealId.class, AppealId::toString, AppealId::parse);
    text(types, CommitteeId.class, CommitteeId::toString, CommitteeId::new);
    text(types, EventId.class, EventId::toString, EventId::new);
    text(types, RegistrationNumber.class, RegistrationNumber::toString, RegistrationNumber::new);
    text(types, Instant.class, Instant::toString, EventJson::instant);
    text(types, LocalDate.class, LocalDate::toString, EventJson::date);
    types.addDeserializer(Double.class, new FiniteDeserializer());
    types.addDeserializer(double.class, new FiniteDeserializer());
    types.setDeserializerModifier(new ExactConstants());
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(32).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    return JsonMapper.builder(factory)
        .addModule(types)
        .annotationIntrospector(
            AnnotationIntrospector.pair(
                new RequiredUnlessNullable(), new JacksonAnnotationIntrospector()))
        .changeDefaultPropertyInclusion(
            value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfigDefaults(EventJson::refuseAll)
        .build();
  }

  /** Says which property is at fault and how, without quoting any content. */
  static String describe(Class<?> type, JacksonException e) {
    String path =
        e.getPath().stream()
            .map(reference ->
                reference.getPropertyName() != null
                    ? reference.getPropertyName()
                    : Integer.toString(reference.getIndex()))
            .collect(Collectors.joining("."));
    String what =
        e.getCause() instanceof IllegalArgumentException refused && refused.getMessage() != null
            ? refused.getMessage()
            : e instanceof DatabindException || e instanceof InputCoercionException
                ? "a property is missing or of the wrong type"
                : "the value is not JSON";
    return type.getSimpleName() + (path.isEmpty() ? "" : " at " + path) + ": " + what;
  }

  private static void refuseAll(MutableCoercionConfig coercion) {
    for (CoercionInputShape shape : CoercionInputShape.values()) {
      coercion.setCoercion(shape, CoercionAction.Fail);
    }
  }

  /** RFC 3339 has years of four digits; others would not fit into a database either. */
  static Instant instant(String text) {
    Instant instant = Instant.parse(text);
    requireYear(instant.atOffset(ZoneOffset.UTC).getYear());
    return instant;
  }

  private static LocalDate date(String text) {
    LocalDate date = LocalDate.parse(text);
    requireYear(date.getYear());
    return date;
  }

  private static void requireYear(int year) {
    if (year < 0 || year > 9999) {
      throw new DateTimeException("a year has four digits");
    }
  }

  private static <T> void text(
      SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
    module.addSerializer(
        type,
        new ValueSerializer<T>() {
          @Override
          public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(write.apply(value));
          }
        });
    module.addDeserializer(type, new TextDeserializer<>(type, read));
  }

  /** Reads a JSON string, and nothing else, as a value of its own type. */
  private static final class TextDeserializer<T> extends ValueDeserializer<T> {

    private final Class<T> type;
    private final Function<String, T> read;

    TextDeserializer(Class<T> type, Function<String, T> read) {
      this.type = type;
      this.read = read;
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) {
      try {
        if (in.hasToken(JsonToken.VALUE_STRING)) {
          return read.apply(in.getString());
        }
      } catch (IllegalArgumentException | DateTimeException e) {
        // Says which type was expected, not what was found: the text may be anybody's.
      }
      throw context.weirdStringException("", type, "not a " + type.getSimpleName());
    }
  }

  /**
   * Reads a finite JSON number; Jackson alone would take {@code "NaN"} and overflow to infinity.
   */
  private static final class FiniteDeserializer extends ValueDeserializer<Double> {

    @Override
    public Double deserialize(JsonParser in, DeserializationContext context) {
      if (in.currentToken() != null && in.currentToken().isNumeric()) {
        double value = in.getDoubleValue();
        if (Double.isFinite(value)) {
          return value;
        }
      }
      throw context.weirdStringException("", Double.class, "not a finite number");
    }
  }

  /** Reads enums by their exact constants; Jackson alone would trim a string first. */
  private static final class ExactConstants extends ValueDeserializerModifier {

    @Override
    public ValueDeserializer<?> modifyEnumDeserializer(
        DeserializationConfig config,
        JavaType type,
        BeanDescription.Supplier description,
        ValueDeserializer<?> own) {
      return exact(type.getRawClass().asSubclass(Enum.class));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static ValueDeserializer<?> exact(Class<? extends Enum> type) {
      return new TextDeserializer<Enum>((Class<Enum>) type, text -> Enum.valueOf(type, text));
    }
  }

  /** Turns JSpecify's promise about a record component into Jackson's. */
  private static final class RequiredUnlessNullable extends NopAnnotationIntrospector {

    @Override
    public @Nullable Boolean hasRequiredMarker(MapperConfig<?> config, AnnotatedMember member) {
      return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(MapperConfig<?> config, Annotated annotated) {
      return isRequired(annotated)
          ? JsonSetter.Value.forValueNulls(Nulls.FAIL)
          : JsonSetter.Value.empty();
    }

    private static boolean isRequired(Annotated annotated) {
      if (!(annotated instanceof AnnotatedParameter parameter)
          || !parameter.getDeclaringClass().isRecord()) {
        return false;
      }
      RecordComponent[] components = parameter.getDeclaringClass().getRecordComponents();
      int index = parameter.getIndex();
      return index < components.length
          && !components[index].getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
  }
}
