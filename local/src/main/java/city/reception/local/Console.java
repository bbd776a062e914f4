package city.reception.local;

import java.io.PrintStream;

/** Where a command speaks to the person who gave it. */
record Console(PrintStream out, PrintStream err) {

  void say(String line) {
    out.println(line);
    out.flush();
  }

  void complain(String line) {
    err.println(line);
    err.flush();
  }
}
