[=comment(.node.header)]

class [=.node.type] < Formula
  desc [=ruby(.node.description)]
  homepage "[=.node.homepage]"
  version "@VERSION@"
  license "[=.node.license]"
  license any_of: [=exec(.node.anyOf)]
  license all_of: [=exec(.node.allOf)]
  depends_on :[=.node.only]

<#list .node.systems as download>
  on_[=download.system] do
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
<#list .node.trees as tree>
    libexec.install "[=tree.entry]"
    bin.install_symlink libexec/"[=tree.program]"
</#list>
  end

  test do
    system bin/"[=.node.command]", "--version"
  end
end
