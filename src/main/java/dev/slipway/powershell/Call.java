package dev.slipway.powershell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A command of PowerShell with its arguments, as words of a shell.
 *
 * @param name as it is written, in lower case
 * @param program its word
 * @param given the arguments without a name, each a list of words
 * @param options the others, by their names in lower case; a switch has no words
 */
record Call(String name, String program, List<List<String>> given, Map<String, List<String>> options) {
    private static final Map<String, String> CMDLETS = cmdlets("""
            Copy-Item=copy,cp,cpi Move-Item=move,mv,mi Rename-Item=ren,rni Remove-Item=rm,del,ri,erase,rd,rmdir
            New-Item=mkdir,md,ni Compress-Archive= Expand-Archive= Set-Location=cd,chdir,sl Push-Location=pushd
            Pop-Location=popd Get-Content=cat,type,gc Set-Content=sc Add-Content=ac Out-File= Tee-Object=tee
            Write-Output=echo,write Write-Host= Write-Verbose= Write-Information= Write-Warning= Write-Error= Write-Debug=
            Get-ChildItem=ls,dir,gci Select-String=sls Get-FileHash= Invoke-WebRequest=iwr Invoke-RestMethod=irm
            Join-Path= Split-Path= Resolve-Path=rvpa Convert-Path=cvpa Get-Item=gi Test-Path= Get-Location=gl,pwd
            Start-Process=saps,start Out-Null= Where-Object=?,where Sort-Object=sort Out-String= Select-Object=select
            Measure-Object=measure ConvertFrom-Json= ConvertTo-Json= Get-Unique= Format-Table=ft Format-List=fl
            Invoke-Expression=iex Out-Default= Out-Host=
            """);

    /** Parameters without a value. */
    private static final String SWITCHES =
            "force|recurse|append|nonewline|verbose|update|passthru|wait|nonewwindow|raw|directory|file|usebasicparsing|hidden"
                    + "|leaf|parent|leafbase|extension|nologo|confirm|whatif|unique|quiet|simplematch|list|allmatches|noclobber"
                    + "|container|casesensitive|progress|resolve|debug|asbytestream|descending|noenumerate|compress|follow";

    private static Map<String, String> cmdlets(String text) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String one : text.strip().split("\\s+")) {
            String name = one.substring(0, one.indexOf('='));
            all.put(Word.lower(name), name);
            for (String alias : one.substring(one.indexOf('=') + 1).split(",")) {
                all.put(alias, name);
            }
        }
        all.remove("");
        return Map.copyOf(all);
    }

    /** The cmdlet that a name stands for; empty if it is another program. */
    static String cmdlet(String name) {
        return CMDLETS.getOrDefault(name, name.matches("[a-z]+-[a-z]+") && name.matches(VERBS) ? name : "");
    }

    private static final String VERBS =
            "(?:get|set|new|add|import|export|install|update|start|stop|wait|invoke|write|read|convert|convertto|convertfrom"
                    + "|format|register|enable|disable|clear|group|compare|select|unblock|send|resolve|use)-.*";

    static boolean isSwitch(String option) {
        return option.matches(SWITCHES);
    }

    String cmdlet() {
        return cmdlet(name);
    }

    boolean has(String... names) {
        return List.of(names).stream().anyMatch(options::containsKey);
    }

    /** The words of the first of some options, or of an argument without a name at a place among those. */
    List<String> words(int place, String... names) {
        for (String one : names) {
            if (options.containsKey(one)) {
                return options.get(one);
            }
        }
        return place >= 0 && place < given.size() ? given.get(place) : List.of();
    }

    /** The same in one word; unknown if there is none. */
    String word(int place, String... names) {
        List<String> found = words(place, names);
        return found.isEmpty() ? Word.UNKNOWN : found.get(0);
    }

    /** All of its arguments without a name. */
    List<String> plain() {
        List<String> all = new ArrayList<>();
        given.forEach(all::addAll);
        return all;
    }

    /** All of its words, as they are. */
    String written() {
        List<String> all = new ArrayList<>(List.of(program));
        options.forEach((option, words) -> {
            all.add("-" + option);
            all.addAll(words);
        });
        all.addAll(plain());
        return String.join(" ", all);
    }

    /**
     * Arguments in the order of the parameters, which may be named.
     *
     * @param none in place of those that are not given
     */
    List<String> ordered(List<String> parameters, String none) {
        List<String> rest = new ArrayList<>(plain());
        List<String> all = new ArrayList<>();
        for (String name : parameters) {
            List<String> named = options.get(name);
            all.add(named != null ? named.isEmpty() ? "true" : named.get(0) : rest.isEmpty() ? none : rest.remove(0));
        }
        all.addAll(rest);
        return all;
    }
}
