package city.reception.desk.web;

import city.reception.desk.queue.QueueItem;
import city.reception.desk.queue.QueuePage;
import city.reception.desk.queue.QueueReader;
import city.reception.desk.queue.ServedCommittees;
import city.reception.events.CommitteeId;
import city.reception.starter.committees.Committees;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A committee's queue. */
@RestController
class QueueController {

  private final QueueReader queue;
  private final Committees committees;
  private final ServedCommittees served;

  QueueController(QueueReader queue, Committees committees, ServedCommittees served) {
    this.queue = queue;
    this.committees = committees;
    this.served = served;
  }

  /**
   * A part of a queue.
   *
   * @param next the cursor of the next part; null at the end
   */
  record QueueAnswer(List<QueueItem> items, @Nullable String next) {}

  @Operation(
      summary = "The appeals that a committee holds and has not answered",
      description = "Earliest due first, ties by id. Pass `next` as `cursor` for the next part.")
  @ApiResponse(
      responseCode = "200",
      description = "A part of the queue",
      useReturnTypeSchema = true)
  @ApiResponse(responseCode = "400", description = "A bad limit or cursor")
  @ApiResponse(responseCode = "404", description = "No such committee, or not served by this desk")
  @GetMapping("/api/v1/committees/{slug}/appeals")
  QueueAnswer queue(
      @Parameter(example = "entrepreneurship-innovation-it") @PathVariable String slug,
      @Parameter(description = "From 1 to 100; 50 when absent", example = "50")
          @RequestParam(required = false)
          @Nullable String limit,
      @RequestParam(required = false) @Nullable String cursor) {
    CommitteeId committee = committee(slug);
    Part part = Part.read(cursor, limit);
    QueuePage page = queue.page(committee, part.after(), part.limit());
    return new QueueAnswer(page.items(), page.next() == null ? null : page.next().toCursor());
  }

  private CommitteeId committee(String slug) {
    CommitteeId committee;
    try {
      committee = new CommitteeId(slug);
    } catch (IllegalArgumentException e) {
      throw NotFoundException.committee();
    }
    if (!committees.contains(committee)) {
      throw NotFoundException.committee();
    }
    if (!served.contains(committee)) {
      throw NotFoundException.notServed();
    }
    return committee;
  }
}
