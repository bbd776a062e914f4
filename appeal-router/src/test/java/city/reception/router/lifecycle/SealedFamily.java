package city.reception.router.lifecycle;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The records at the ends of a sealed hierarchy, so that a test can tell that it names them all.
 */
public final class SealedFamily {

  private SealedFamily() {}

  public static List<String> namesOf(Class<?> root) {
    return leaves(root).map(Class::getSimpleName).distinct().toList();
  }

  private static Stream<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedFamily::leaves)
        : Stream.of(type);
  }
}
