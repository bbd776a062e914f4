package city.reception.intake.web;

import static org.assertj.core.api.Assertions.assertThat;

import city.reception.intake.IntakeClient;
import city.reception.intake.IntakeTest;
import city.reception.intake.problem.ProblemType;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

@IntakeTest
class DescriptionTest {

  @Autowired IntakeClient client;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping controllers;

  @Test
  void theDescriptionIsOpenApi31AndNamesEveryEndpointThereIs() {
    JsonNode description = client.send(client.request("/v3/api-docs")).json();
    assertThat(description.path("openapi").asString()).startsWith("3.1");

    Set<String> described = new TreeSet<>();
    description
        .path("paths")
        .properties()
        .forEach(path ->
            path.getValue()
                .propertyNames()
                .forEach(method ->
                    described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    Set<String> handled = new TreeSet<>();
    controllers
        .getHandlerMethods()
        .forEach((mapping, method) -> {
          if (method.getBeanType().getPackageName().startsWith("city.reception.intake")) {
            for (String path : mapping.getPatternValues()) {
              mapping.getMethodsCondition().getMethods().forEach(m -> handled.add(m + " " + path));
            }
          }
        });
    assertThat(described).isEqualTo(handled);
  }

  @Test
  void theExamplesOfAnAppealAreAccepted() {
    JsonNode examples =
        client
            .send(client.request("/v3/api-docs"))
            .json()
            .at("/paths/~1api~1v1~1appeals/post/requestBody/content/application~1json/examples");
    assertThat(examples.size()).isEqualTo(2);
    assertThat(examples.valueStream())
        .allSatisfy(example ->
            assertThat(
                    client.post(IntakeClient.newKey(), example.path("value").toString()).status())
                .isEqualTo(202));
  }

  @Test
  void everyTypeOfProblemIsNamed() {
    String description =
        client.send(client.request("/v3/api-docs")).json().at("/info/description").asString();
    assertThat(Arrays.stream(ProblemType.values()).map(ProblemType::shortName))
        .allSatisfy(name -> assertThat(description).contains("`" + name + "`"));
  }

  @Test
  void theDescriptionKeepsWhatOpenApi31Adds() {
    JsonNode schemas = client.send(client.request("/v3/api-docs")).json().at("/components/schemas");
    assertThat(schemas.at("/TrackedAppeal/properties/answer/type").valueStream())
        .extracting(JsonNode::asString)
        .containsExactlyInAnyOrder("string", "null");
    assertThat(schemas.at("/Appeal/additionalProperties").asBoolean(true)).isFalse();
    assertThat(schemas.at("/Contact/anyOf").size()).isEqualTo(3);
  }

  @Test
  void thePageIsThere() {
    IntakeClient.Answer answer = client.send(client.request("/swagger-ui/index.html"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Security-Policy")).contains("'self'");
  }
}
