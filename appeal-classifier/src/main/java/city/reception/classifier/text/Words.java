package city.reception.classifier.text;

import java.util.Arrays;

/** The words of texts, their letters folded, and where they stood. For one thread. */
final class Words {

  private char[] letters = new char[1024];
  private int length;

  private int[] from = new int[256];
  private int[] to = new int[256];
  private int[] start = new int[256];
  private int[] end = new int[256];
  private byte[] textOf = new byte[256];
  private int count;
  private int texts;

  private long[] seen = new long[1024];
  private int[] seenIn = new int[1024];
  private int seenCount;
  private int round;

  void clear() {
    length = 0;
    count = 0;
    texts = 0;
    seenCount = 0;
    round++;
  }

  void read(CharSequence text) {
    int wordStart = -1;
    int size = text.length();
    letters = grown(letters, length + size + 2);
    for (int i = 0; i < size; i++) {
      char c = Letters.folded(text.charAt(i));
      if (c == Letters.NONE) {
        if (wordStart >= 0) {
          close(wordStart, i);
          wordStart = -1;
        }
      } else if (c == Letters.SKIPPED) {
        if (wordStart >= 0 && Letters.isShortI(letters[length - 1], text.charAt(i))) {
          letters[length - 1] = 'й';
        }
      } else {
        if (wordStart < 0) {
          wordStart = i;
          open();
        }
        letters[length++] = c;
      }
    }
    if (wordStart >= 0) {
      close(wordStart, size);
    }
    texts++;
  }

  int count() {
    return count;
  }

  char[] letters() {
    return letters;
  }

  int from(int word) {
    return from[word];
  }

  int to(int word) {
    return to[word];
  }

  int start(int word) {
    return start[word];
  }

  int end(int word) {
    return end[word];
  }

  int textOf(int word) {
    return textOf[word];
  }

  /** Whether {@code hash} is asked for the first time since the last {@link #clear}. */
  boolean isNew(long hash) {
    int mask = seen.length - 1;
    int slot = (int) (hash >>> 20) & mask;
    while (seenIn[slot] == round) {
      if (seen[slot] == hash) {
        return false;
      }
      slot = (slot + 1) & mask;
    }
    seen[slot] = hash;
    seenIn[slot] = round;
    if (++seenCount > seen.length / 2) {
      enlarge();
    }
    return true;
  }

  private void enlarge() {
    long[] old = seen;
    int[] oldIn = seenIn;
    seen = new long[2 * old.length];
    seenIn = new int[2 * old.length];
    seenCount = 0;
    for (int i = 0; i < old.length; i++) {
      if (oldIn[i] == round) {
        isNew(old[i]);
      }
    }
  }

  private void open() {
    if (count == from.length) {
      from = Arrays.copyOf(from, 2 * count);
      to = Arrays.copyOf(to, 2 * count);
      start = Arrays.copyOf(start, 2 * count);
      end = Arrays.copyOf(end, 2 * count);
      textOf = Arrays.copyOf(textOf, 2 * count);
    }
    from[count] = length;
  }

  private void close(int wordStart, int wordEnd) {
    tidy(from[count]);
    to[count] = length;
    start[count] = wordStart;
    end[count] = wordEnd;
    textOf[count] = (byte) texts;
    count++;
  }

  /** Puts the alphabet right, masks numbers, and shortens what was drawn out: воооот. */
  private void tidy(int first) {
    int cyrillic = 0;
    int latin = 0;
    int digits = 0;
    for (int i = first; i < length; i++) {
      char c = letters[i];
      if (Letters.isCyrillic(c)) {
        cyrillic++;
      } else if (Letters.isLatin(c)) {
        latin++;
      } else if (Letters.isDigit(c)) {
        digits++;
      }
    }
    if (cyrillic > 0 && latin + digits > 0 && cyrillic >= latin) {
      toCyrillic(first, digits);
    } else if (latin > cyrillic && cyrillic > 0) {
      toLatin(first);
    }
    int at = first;
    for (int i = first; i < length; i++) {
      char c = letters[i];
      if (Letters.isDigit(c)) {
        c = '0';
      } else if (i + 2 < length && c == letters[i + 1] && c == letters[i + 2]) {
        while (i + 1 < length && letters[i + 1] == c) {
          i++;
        }
      }
      letters[at++] = c;
    }
    length = at;
  }

  private void toCyrillic(int first, int digits) {
    for (int i = first; i < length; i++) {
      char c = letters[i];
      boolean inside = i > first && i + 1 < length && !Letters.isDigit(letters[i + 1]);
      if (Letters.isLatin(c) || (digits == 1 && inside && Letters.isDigit(c))) {
        char meant = Letters.toCyrillic(c);
        letters[i] = meant == Letters.NONE ? c : meant;
      }
    }
  }

  private void toLatin(int first) {
    for (int i = first; i < length; i++) {
      char meant = Letters.toLatin(letters[i]);
      letters[i] = meant == Letters.NONE ? letters[i] : meant;
    }
  }

  private static char[] grown(char[] array, int needed) {
    return needed <= array.length
        ? array
        : Arrays.copyOf(array, Math.max(needed, 2 * array.length));
  }
}
