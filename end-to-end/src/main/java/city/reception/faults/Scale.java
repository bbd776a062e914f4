package city.reception.faults;

/**
 * How much of a system is started, and how much is asked of it.
 *
 * @param intakes how many intakes
 * @param notifications how many notifications
 * @param appealsPerSecond how many residents write in a second, those of the batches aside
 * @param batch how many appeals come in one batch, of which one is posted every four seconds
 */
record Scale(int intakes, int notifications, double appealsPerSecond, int batch) {

  static final int ROUTERS = 2;
  static final int BROKERS = 3;

  static final Scale WHOLE = new Scale(2, 2, 5, 10);

  /** For the build: as small as the promises allow. */
  static final Scale SHORT = new Scale(1, 1, 4, 8);
}
