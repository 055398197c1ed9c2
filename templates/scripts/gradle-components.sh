cat > "$RUNNER_TEMP/components.gradle" << 'END'
allprojects { here ->
  here.tasks.create('listComponents') {
    doLast {
      def id = { it.moduleVersion.group + ':' + it.moduleVersion.name + ':' + it.moduleVersion.version }
      def found = [:]
      def open = [here.configurations.getByName('runtimeClasspath').incoming.resolutionResult.root]
      def root = id(open[0])
      while (open) {
        def one = open.remove(0)
        if (!found.containsKey(id(one))) {
          one.dependencies.each { if (it.hasProperty('failure')) throw it.failure }
          def needed = one.dependencies.findAll { !it.hasProperty('constraint') || !it.constraint }*.selected
          def (group, name, version) = [one.moduleVersion.group, one.moduleVersion.name, one.moduleVersion.version]
          found[id(one)] = [
            id: id(one), name: group + ':' + name, version: version, license: '',
            purl: 'pkg:maven/' + group + '/' + name + '@' + version, needs: needed.collect(id).unique().sort()
          ]
          open.addAll(needed)
        }
      }
      new File(here.rootDir, 'components.json').text =
        groovy.json.JsonOutput.toJson([root: root, components: found.values().sort { it.id }])
    }
  }
}
END
./gradlew --no-daemon --quiet --console=plain --init-script "$RUNNER_TEMP/components.gradle" \
  -Dorg.gradle.configuration-cache=false -Dorg.gradle.unsafe.configuration-cache=false "$PROJECT:listComponents"
