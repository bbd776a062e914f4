# syntax=docker/dockerfile:1
# The image of one service: docker build --build-arg MODULE=appeal-router .

# Builds all services at once, so that their images share this stage.
FROM eclipse-temurin:25-jdk AS build
WORKDIR /src
COPY . .
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -Dmaven.test.skip=true -pl appeal-intake,appeal-router,committee-desk,notifications -am package

# Libraries, which seldom change, apart from the service itself.
FROM build AS layers
ARG MODULE
RUN cp "$MODULE/target/$MODULE"-*-exec.jar /app.jar \
    && java -Djarmode=tools -jar /app.jar extract --layers --destination /layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin reception
WORKDIR /app
COPY deploy/ready ./
COPY --from=layers /layers/dependencies/ /layers/spring-boot-loader/ /layers/snapshot-dependencies/ ./
COPY --from=layers /layers/application/ ./
USER 10001:10001
ENV LANG=C.UTF-8
# Half for the heap: threads, buffers and code take as much beside it in a surge. The collector is the one that takes the
# least of the processor: its pauses are far below what anybody here waits for, and less memory than 2 GB would get the
# one for a single processor. Half of the heap is for what is young: little lives longer than a batch or a request.
ENTRYPOINT ["java", \
    "-XX:MaxRAMPercentage=50", \
    "-XX:+UseParallelGC", \
    "-XX:NewRatio=1", \
    "-XX:+ExitOnOutOfMemoryError", \
    "--enable-native-access=ALL-UNNAMED", \
    "--sun-misc-unsafe-memory-access=allow", \
    "-jar", "app.jar"]
