# SPDX-License-Identifier: MIT
# Java: `make java` builds the jar with this machine's library inside, `make check-java` tests it.
BINDINGS += java
JAVA_HOME ?= $(patsubst %/bin/javac,%,$(shell readlink -f "$$(command -v javac)" 2>/dev/null))
JAVA_NATIVE = build/java/natives/META-INF/native/linux/$(shell uname -m)/libloginlint-jni.so

deps-java:
	@command -v javac > /dev/null || lib/gen/install default-jdk-headless
	@command -v mvn > /dev/null || lib/gen/install maven

java-native: $(BUILD)/libloginlint.a
	@mkdir -p $(dir $(JAVA_NATIVE))
	$(CC) $(CFLAGS) -std=c11 $(WARN) -fPIC -shared -fvisibility=hidden -s -Iinclude -I$(JAVA_HOME)/include -I$(JAVA_HOME)/include/linux \
	  -o $(JAVA_NATIVE) bindings/java/jni/loginlint_jni.c $(BUILD)/libloginlint.a

java: deps-java java-native
	mvn -q -B -f bindings/java/pom.xml -DskipTests package

# JUnit under -Xcheck:jni; the shared cases and 10,000 hostile values
# against the C transcript; the README's example from the jar.
check-java: deps-java java-native dist/loginlint.c $(BUILD)/tests/transcript
	bindings/java/check.sh
.PHONY: java check-java deps-java java-native

aar: deps-java
	@lib/gen/install clang lld binutils
	bindings/java/aar.sh
.PHONY: aar
