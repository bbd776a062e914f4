package city.reception.local.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalMailTest {

  @TempDir Path folder;

  @Test
  void eachMailIsOneNewCompleteFile() throws Exception {
    try (LocalMail mail = LocalMail.start(0, folder.resolve("mail"))) {
      send(mail, "Ваше обращение зарегистрировано");
      send(mail, "Ваше обращение направлено");
    }

    assertThat(files())
        .hasSize(2)
        .allMatch(file -> file.toString().endsWith(".eml"))
        .extracting(LocalMailTest::subject)
        .containsExactlyInAnyOrder("Ваше обращение зарегистрировано", "Ваше обращение направлено");
  }

  @Test
  void aMailThatCannotBeKeptIsNotAccepted() throws Exception {
    Path directory = folder.resolve("mail");
    try (LocalMail mail = LocalMail.start(0, directory)) {
      Files.delete(directory);

      Assertions.assertThatThrownBy(() -> send(mail, "в никуда"))
          .isInstanceOfAny(SendFailedException.class, MessagingException.class)
          .hasMessageContaining("451");
    }
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(folder.resolve("mail"))) {
      return files.toList();
    }
  }

  private static String subject(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new MimeMessage(Session.getInstance(new Properties()), in).getSubject();
    } catch (IOException | MessagingException e) {
      throw new AssertionError(e);
    }
  }

  private static void send(LocalMail mail, String subject) throws MessagingException {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", Integer.toString(mail.port()));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("reception@city.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("resident@city.example"));
    message.setSubject(subject, "UTF-8");
    message.setText("Здравствуйте!\n.\nТочка в начале строки не конец письма.", "UTF-8");
    Transport.send(message);
  }
}
