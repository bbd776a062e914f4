package city.reception.local.postgres;

/** How one service reaches its own database. The password is shown to nobody. */
public record Database(String url, String username, String password) {

  @Override
  public String toString() {
    return url + " as " + username;
  }
}
