./gradlew --no-daemon --quiet --console=plain "$PROJECT:properties" | sed -n 's/^version: //p'
