package city.reception.events;

/**
 * Who writes. Legal entities are covered by 59-FZ since the Constitutional Court's ruling 19-П of
 * 2012.
 */
public enum ApplicantType {
  PERSON,
  LEGAL_ENTITY,
  GROUP
}
