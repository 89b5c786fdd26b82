# syntax=docker/dockerfile:1

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 \
    ./mvnw -B -ntp -q package -Dmaven.test.skip=true -Dspotless.check.skip=true \
    && mv target/postrider-*.jar postrider.jar \
    && java -Djarmode=tools -jar postrider.jar extract --layers --destination layers

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin postrider
WORKDIR /postrider
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY jobs jobs
COPY templates templates
USER postrider
# Options for the Java VM; whoever sets others gets those alone.
ENV POSTRIDER_JAVA_OPTS="-XX:+UseParallelGC -XX:NewRatio=1 -XX:MaxRAMPercentage=75 -XX:+ExitOnOutOfMemoryError"
ENTRYPOINT ["sh", "-c", "exec java $POSTRIDER_JAVA_OPTS -jar postrider.jar \"$@\"", "postrider"]
CMD ["--help"]
