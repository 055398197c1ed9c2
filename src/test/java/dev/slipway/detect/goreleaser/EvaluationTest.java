package dev.slipway.detect.goreleaser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the templates of GoReleaser configs give, as Go's own {@code text/template} does. */
class EvaluationTest {
    private static Evaluation.Result of(String template) {
        Map<String, Value> values =
                new HashMap<>(Machine.go("linux", "arm", "7").fields());
        values.put("ProjectName", Value.Text.of("kelp"));
        values.put("Version", new Value.Text("{version}", true));
        values.put("Tag", new Value.Text("{tag}", true));
        values.put("Major", new Value.Text("{major}", true));
        values.put("IsSnapshot", new Value.Flag(false));
        values.put("Env", new Value.Table(Map.of("OWNER", Value.Text.of("acme")), "no %"));
        return Evaluation.of(template, new Value.Table(values, "no field %"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            {{ .ProjectName }}_{{ .Version }}_{{ .Os }}_{{ .Arch }}          ~ kelp_{version}_linux_arm
            {{.Os}}{{ with .Arm }}v{{ . }}{{ end }}{{ with .Mips }}x{{ end }} ~ linuxv7
            {{ title .Os }}-{{ if eq .Arch "amd64" }}x86_64{{ else if eq .Arch "386" "arm" }}32{{ else }}{{ .Arch }}{{ end }} ~ Linux-32
            {{- .Os -}}  _  {{- .Arch }}                                     ~ linux_arm
            {{ .Os }}{{/* nothing */}}{{- /* nor here */ -}} x               ~ linuxx
            {{ $os := .Os | toupper }}{{ $os }}-{{ $.Arch }}                 ~ LINUX-arm
            {{ if and (eq .Os "linux") (not .IsSnapshot) }}yes{{ end }}      ~ yes
            {{ if or .IsSnapshot (ne .Os "linux") }}yes{{ else }}no{{ end }} ~ no
            {{ trimprefix .Tag "v" }}                                        ~ {version}
            {{ trimprefix .Version "." }}                                    ~ {version}
            {{ replace .Version "v" "" }}{{ replace .Tag "v" "" }}           ~ {version}{version}
            {{ if contains .Version "0.0.0" }}beta{{ else }}latest{{ end }}  ~ latest
            {{ if contains .Tag "-rc" }}beta{{ else }}latest{{ end }}        ~ latest
            {{ tolower .Tag }}{{ tolower (print "A-" .Version) }}            ~ {tag}a-{version}
            {{ trimsuffix "kelp.tar.gz" ".gz" }}                             ~ kelp.tar
            {{ replace .Arch "ar" "AR" }}                                    ~ ARm
            {{ printf "%s-%s" .Os .Version }}                                ~ linux-{version}
            {{ print "v" .Major }}                                           ~ v{major}
            {{ index .Env "OWNER" }}/{{ .Env.OWNER }}                        ~ acme/acme
            {{ indexOrDefault (map "arm" "arm32") .Arch "other" }}           ~ arm32
            {{ index (split "a-b" "-") 1 }}                                  ~ b
            {{ with .Env.OWNER }}{{ . }}{{ else with .Os }}{{ . }}{{ end }}  ~ acme
            {{ `raw "text"` }}{{ "a\\"b" }}                                  ~ raw "text"a"b
            {{ if lt 3 5 }}less{{ end }}                                     ~ less
            """)
    void evaluatesWhatIsKnown(String template, String text) {
        assertThat(of(template)).isEqualTo(new Evaluation.Result(text, java.util.List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '^', textBlock = """
            a-{{ .Env.NOBODY }}-b                         ~ a-{?}-b ~ no NOBODY
            {{ .Nothing }}                                ~ {?}     ~ no field Nothing
            {{ if eq .Version "1.0.0" }}old{{ end }}      ~ {?}     ~ 'eq' of a value that is known only during a release
            {{ toupper .Tag }}                            ~ {?}     ~ 'toupper' of a value that is known only during a release
            {{ if contains .Version "1" }}one{{ end }}    ~ {?}     ~ 'contains' of a value that is known only during a release
            {{ replace .Version "1" "" }}                 ~ {?}     ~ 'replace' of a value that is known only during a release
            {{ time "2006" }}                             ~ {?}     ~ the function 'time' is not evaluated
            {{ range .Os }}{{ end }}                      ~ {?}     ~ 'range' is not evaluated
            {{ if .Os }}                                  ~ {?}     ~ 'if' without its 'end'
            {{ end }}                                     ~ {?}     ~ '{{ end }}' without its beginning
            {{ .Os                                        ~ {?}     ~ an action '{{' without its '}}'
            {{ "open }}                                   ~ {?}     ~ a string without its closing quote
            {{ .Os.Name }}                                ~ {?}     ~ '.Os.Name' is not evaluated
            {{ eq }}                                      ~ {?}     ~ 'eq' with too few arguments
            """)
    void saysWhyTheRestIsNot(String template, String text, String why) {
        assertThat(of(template)).isEqualTo(new Evaluation.Result(text, java.util.List.of(why)));
    }

    @Test
    void growsNoFurtherThanItsBounds() {
        String doubled = "{{ $a := \"xxxxxxxx\" }}" + "{{ $a = printf \"%s%s\" $a $a }}".repeat(60) + "{{ $a }}";
        assertThat(of(doubled).why()).isEqualTo("the string has more than 4096 characters");
        assertThat(of("{{ if .Os }}".repeat(300) + "{{ end }}".repeat(300)).why())
                .isEqualTo("more than 40 conditions inside each other");
        assertThat(of("{{ " + "(".repeat(4000) + ".Os" + ")".repeat(4000) + " }}")
                        .told())
                .isFalse();
        assertThat(of("x".repeat(20_000)).why()).isEqualTo("the template has more than 10000 characters");
    }
}
