[=comment(.node.header)]

class [=.node.type] < Formula
  desc [=ruby(.node.description)]
  homepage "[=.node.homepage]"
  url "[=.node.file.url]"
  version "@VERSION@"
  sha256 "@SHA256:[=.node.file.archive]@"
  license "[=.node.license]"
  license any_of: [=exec(.node.anyOf)]
  license all_of: [=exec(.node.allOf)]
  depends_on :[=.node.only]
  depends_on arch: :[=.node.file.arch]

<#list .node.choices as choice>
  on_[=choice.processor] do
    url "[=choice.url]"
    sha256 "@SHA256:[=choice.archive]@"
  end

</#list>
<#list .node.systems as download>
  on_[=download.system] do
    url "[=download.file.url]"
    sha256 "@SHA256:[=download.file.archive]@"
    depends_on arch: :[=download.file.arch]
<#list download.choices as choice>
    on_[=choice.processor] do
      url "[=choice.url]"
      sha256 "@SHA256:[=choice.archive]@"
    end
</#list>
  end

</#list>
  def install
    bin.install Dir["*"].first => "[=.node.raw]"
<#list .node.installs as file>
    [=file.folder].install "[=file.path]"<#if given(file.name)> => "[=file.name]"</#if>
</#list>
<#list .node.sweeps as sweep>
    Dir["[=sweep.manuals]"].each { |page| (man/"man#{page[-1]}").install page }
    Dir["[=sweep.bash]"].each { |file| bash_completion.install file => File.basename(file, ".bash") }
    Dir["[=sweep.zsh]"].each { |file| zsh_completion.install file if File.extname(file).empty? }
    Dir["[=sweep.fish]"].each { |file| fish_completion.install file }
</#list>
<#list .node.trees as tree>
    # If the archive contains only this folder, Homebrew is already in it.
    files = Dir.exist?("[=tree.entry]") ? Dir["[=tree.entry]/*"] : Dir["*"]
    (libexec/"[=tree.entry]").install files
    bin.install_symlink libexec/"[=tree.program]"
</#list>
  end

  test do
    system bin/"[=.node.command]", "--version"
  end
end
