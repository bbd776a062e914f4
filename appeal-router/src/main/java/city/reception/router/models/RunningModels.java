package city.reception.router.models;

import city.reception.classifier.ModelCard;
import city.reception.classifier.TopicModel;
import city.reception.router.ledger.TopicModels;
import city.reception.router.ledger.TopicModels.Role;
import city.reception.router.ledger.TopicModels.Standing;
import city.reception.router.ledger.TopicModels.State;
import city.reception.router.routing.Classifier;
import city.reception.router.routing.RoutingPolicy;
import city.reception.router.routing.RoutingTable;
import city.reception.starter.deadletter.Failures;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Which model decides. The ledger's table of models says so, and every router follows it: it looks
 * for a change every few seconds, and the next batch after a change is the new model's. Where the
 * table names none, the model that comes with the router decides.
 *
 * <p>A failure to load a model changes nothing: what ran before, runs on.
 */
public final class RunningModels {

  private static final Logger log = LoggerFactory.getLogger(RunningModels.class);

  private final RoutingTable table;
  private final Model starter;
  private final TopicModels models;
  private final TransactionTemplate transaction;
  private final MultiGauge versions;
  private final Set<Long> unreadable = new HashSet<>();
  private volatile Running running;

  /**
   * A model ready to be asked.
   *
   * @param card what it says of itself
   */
  public record Model(Classifier classifier, ModelCard card) {

    /** As it is asked by routing. */
    public static Model of(TopicModel model, RoutingTable table) {
      return new Model(new TopicModelClassifier(model, table), model.card());
    }
  }

  /** The models in use, with their ids in the table; without one where the starter runs. */
  private record Running(
      @Nullable Long liveId, Model live, @Nullable Long shadowId, Routing routing) {}

  public RunningModels(
      RoutingTable table,
      Model starter,
      TopicModels models,
      TransactionTemplate transaction,
      MeterRegistry meters) {
    this.table = table;
    this.starter = starter;
    this.models = models;
    this.transaction = transaction;
    this.versions = MultiGauge.builder("reception.router.model.info").register(meters);
    this.running = new Running(null, starter, null, new Routing(policy(starter), null));
  }

  /**
   * Takes the models that the table names, before the first batch.
   *
   * @throws IllegalArgumentException when a committee holds a topic that no model knows
   */
  public void start() {
    follow(models.standing());
    Set<String> known = new HashSet<>(models.topics());
    known.addAll(starter.classifier().topics());
    Set<String> unknown = table.unknown(known);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "the committees hold topics that no model knows: %s. Correct them in committees.yaml, or offer the model that knows them first; those known are %s"
              .formatted(unknown, new TreeSet<>(known)));
    }
    announce(running);
  }

  /** What routes now; to be asked once for each batch. */
  public Routing current() {
    return running.routing();
  }

  /**
   * Judges what was offered, and follows what the table says. A failure is left to the next run.
   */
  public void refresh() {
    try {
      List<Standing> standing = models.standing();
      follow(standing);
      Optional<Standing> offer =
          standing.stream().filter(model -> model.state() == State.OFFERED).findFirst();
      if (offer.isPresent()) {
        settle(offer.get());
        follow(models.standing());
      }
    } catch (RuntimeException e) {
      log.warn("the models were not looked at: {}", Failures.describe(e));
    }
  }

  private void settle(Standing offer) {
    Running beside = running;
    State state = offer.role() == Role.SHADOW ? State.SHADOW : State.LIVE;
    String objection;
    try {
      objection = objection(offer, Model.of(read(offer.id()), table), beside);
    } catch (IOException e) {
      objection = "it cannot be read: " + e.getMessage();
    } catch (RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw e;
      }
      objection = "it cannot be read: " + Failures.describe(e);
    }
    State becomes = objection == null ? state : State.REFUSED;
    String reason = objection;
    boolean settled =
        Boolean.TRUE.equals(
            transaction.execute(status -> models.settle(offer, beside.liveId(), becomes, reason)));
    if (settled && reason != null) {
      log.warn("the model {}, offered as {}, is refused: {}", offer.version(), offer.id(), reason);
    }
  }

  private @Nullable String objection(Standing offer, Model offered, Running beside) {
    String version = beside.live().classifier().version();
    if (offered.classifier().version().equals(version)) {
      return "it is the one that runs";
    }
    Set<String> topics = offered.classifier().topics();
    if (table.unheld(topics).containsAll(topics)) {
      return "no committee holds any of its topics";
    }
    return offer.forced() || offer.role() == Role.SHADOW
        ? null
        : Judgement.objection(offered.card(), version, beside.live().card()).orElse(null);
  }

  private synchronized void follow(List<Standing> standing) {
    Running before = running;
    Running after =
        shadowed(lived(before, only(standing, State.LIVE)), only(standing, State.SHADOW));
    if (!after.equals(before)) {
      running = after;
      announce(after);
    }
  }

  private Running lived(Running before, @Nullable Long live) {
    if (Objects.equals(before.liveId(), live)) {
      return before;
    }
    Optional<Model> model = live == null ? Optional.of(starter) : load(live);
    return model
        .map(taken ->
            new Running(
                live,
                taken,
                before.shadowId(),
                new Routing(policy(taken), before.routing().shadow())))
        .orElse(before);
  }

  private Running shadowed(Running before, @Nullable Long shadow) {
    if (Objects.equals(before.shadowId(), shadow)) {
      return before;
    }
    Shadow taken =
        shadow == null ? null : load(shadow).map(model -> new Shadow(policy(model))).orElse(null);
    return new Running(
        before.liveId(), before.live(), shadow, new Routing(before.routing().live(), taken));
  }

  private Optional<Model> load(long id) {
    if (unreadable.contains(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Model.of(read(id), table));
    } catch (IOException | RuntimeException e) {
      if (Failures.isTransient(e)) {
        throw new IllegalStateException("the model cannot be fetched now", e);
      }
      unreadable.add(id);
      log.error(
          "the model {} cannot be read here, and the one before it goes on: {}",
          id,
          Failures.describe(e));
      return Optional.empty();
    }
  }

  private TopicModel read(long id) throws IOException {
    return TopicModel.read(new ByteArrayInputStream(models.bytes(id)));
  }

  private RoutingPolicy policy(Model model) {
    return new RoutingPolicy(table, model.classifier());
  }

  private void announce(Running now) {
    Classifier live = now.live().classifier();
    List<MultiGauge.Row<?>> rows = new ArrayList<>();
    rows.add(MultiGauge.Row.of(Tags.of("role", "live", "version", live.version()), 1));
    Shadow shadow = now.routing().shadow();
    if (shadow != null) {
      rows.add(MultiGauge.Row.of(Tags.of("role", "shadow", "version", shadow.version()), 1));
    }
    versions.register(rows, true);
    log.info(
        "the model {} decides{}",
        live.version(),
        shadow == null ? "" : ", with " + shadow.version() + " in its shadow");
    Set<String> unheld = table.unheld(live.topics());
    if (!unheld.isEmpty()) {
      log.warn("no committee holds the topics {}: appeals about them go to the reception", unheld);
    }
  }

  private static @Nullable Long only(List<Standing> standing, State state) {
    return standing.stream()
        .filter(model -> model.state() == state)
        .map(Standing::id)
        .findFirst()
        .orElse(null);
  }
}
