[=comment(.node.header)]

class [=.node.type] < Formula
<#if given(.node.description)>
  desc [=ruby(.node.description)]
</#if>
  homepage "[=.node.homepage]"
  version "@VERSION@"
<#if given(.node.license)>
  license "[=.node.license]"
</#if>
<#if given(.node.anyOf)>
  license any_of: [=exec(.node.anyOf)]
</#if>
<#if given(.node.allOf)>
  license all_of: [=exec(.node.allOf)]
</#if>
<#if given(.node.only)>
  depends_on :[=.node.only]
</#if>

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
<#if given(.node.raw)>
    bin.install Dir["*"].first => "[=.node.raw]"
</#if>
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
