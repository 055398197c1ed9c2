# shellcheck shell=sh disable=SC2154
# mvn and gradle: real, in the home folder of the rehearsal; nothing is deployed.
_prev=
for _a; do
  case $_prev in -f | --file | -P | --activate-profiles | -pl | --projects | -s | --settings | -gs | -t | -l | -b | -p | -I | -x | --exclude-task)
    _prev=
    continue
    ;;
  esac
  _prev=$_a
  case $_a in
    -*) ;;
    deploy | site-deploy | *:deploy | *:deploy-file | *:deploy@* | release:perform | *:release:perform | nexus-staging:* | \
      central-publishing:publish | jreleaser:full-release | jreleaser:release | jreleaser:upload | jreleaser:publish | \
      jreleaser:announce | scm:checkin | scm:tag | jib:build) _refuse "$_called $_a" ;;
    publishToMavenLocal | *:publishToMavenLocal) ;;
    publish | *:publish | publishTo* | *:publishTo* | publishAll*ToMaven* | publish*To*Repository | publishPlugins | \
      *:publishPlugins | uploadArchives | closeAndRelease* | jreleaserFullRelease | jreleaserRelease | jreleaserDeploy | \
      jreleaserUpload | jreleaserPublish | jib)
      if [ "$_called" = gradle ]; then _refuse "gradle $_a"; fi
      ;;
  esac
done
if [ "$_called" = mvn ]; then
  # Java takes the home folder from the system's list of users, not from HOME
  case " ${MAVEN_OPTS-} " in *' -Duser.home='*) ;; *)
    MAVEN_OPTS="-Duser.home=$HOME ${MAVEN_OPTS-}"
    export MAVEN_OPTS
    ;;
  esac
  if [ -n "$_maven_repository" ]; then
    if [ ! -s "$_state/maven-version" ]; then
      "$_real/mvn" --version | "$_real/sed" -n 's/.*Apache Maven \([0-9]*\.[0-9]*\).*/\1/p' > "$_state/maven-version"
    fi
    case $("$_real/cat" "$_state/maven-version") in
      [12].* | 3.[0-8])
        case " $* " in *' install '*) _note stand-in "mvn install: into this machine's own local repository, since this Maven cannot chain two" ;; esac
        set -- "-Dmaven.repo.local=$_maven_repository" "$@"
        ;;
      *) set -- "-Dmaven.repo.local=$HOME/.m2/repository" "-Dmaven.repo.local.tail=$_maven_repository" "$@" ;;
    esac
  fi
fi
_pass "$@"
