# Reads a formula as Homebrew does, and installs what it names from a folder of files: ruby formula.rb FORMULA FILES CELLAR
# Exit status 3 says that this cannot be done here, with the reason.
# https://docs.brew.sh/Formula-Cookbook

require "digest"
require "fileutils"
require "pathname"
require "rbconfig"

# Where a formula puts files.
class Folder < Pathname
  def /(other)
    Folder.new((Pathname.new(to_s) + other.to_s).to_s)
  end

  def install(*all)
    each_file(all, "in the archive") { |from, to| FileUtils.mv(from, to) }
  end

  def install_symlink(*all)
    each_file(all, "installed") { |from, to| FileUtils.ln_s(from, to) }
  end

  def write_env_script(target, *)
    install_symlink(target)
  end

  private

  # A file keeps its name, unless it is a hash: { "from" => "name" }.
  def each_file(all, place)
    FileUtils.mkdir_p(to_s)
    all.flatten.each do |one|
      (one.is_a?(Hash) ? one.to_a : [[one, File.basename(one.to_s)]]).each do |from, name|
        raise "#{from} is not #{place}" unless File.exist?(from.to_s)

        yield from.to_s, (self / name).to_s
      end
    end
  end
end

class Formula
  MAC = RbConfig::CONFIG["host_os"].include?("darwin")
  ARM = RbConfig::CONFIG["host_cpu"].match?(/arm64|aarch64/)

  class << self
    attr_reader :needs, :check, :last

    def inherited(formula)
      super
      Formula.instance_variable_set(:@last, formula)
    end

    %i[desc homepage url version sha256 license].each do |name|
      define_method(name) do |value = nil, **more|
        value = more if value.nil? && !more.empty?
        if value.nil? then instance_variable_get("@#{name}") else instance_variable_set("@#{name}", value) end
      end
    end

    def depends_on(what)
      (@needs ||= []) << what
    end

    def on_macos
      yield if MAC
    end

    def on_linux
      yield unless MAC
    end

    def on_arm
      yield if ARM
    end

    def on_intel
      yield unless ARM
    end

    def test(&block)
      @check = block
    end
  end

  def initialize(prefix)
    @prefix = Folder.new(prefix)
  end

  attr_reader :prefix

  def version
    self.class.version
  end

  { bin: "bin", lib: "lib", libexec: "libexec", include: "include", etc: "etc", share: "share", man: "share/man",
    doc: "share/doc", bash_completion: "etc/bash_completion.d", zsh_completion: "share/zsh/site-functions",
    fish_completion: "share/fish/vendor_completions.d" }.each do |name, path|
    define_method(name) { @prefix / path }
  end
  (1..8).each { |n| define_method("man#{n}") { @prefix / "share/man/man#{n}" } }

  def pkgshare
    @prefix / "share" / self.class.name.downcase
  end

  def system(*words)
    said = IO.popen(words.map(&:to_s), err: %i[child out], &:read)
    raise "#{words.join(" ")}: #{said}" unless $CHILD_STATUS.success?

    puts said.lines.first
  end
end

def leave(why)
  puts why
  exit 3
end

require "English"
formula, files, cellar = ARGV
load formula
it = Formula.last
leave "it is not for this machine" if it.url.nil?
only = (it.needs || []).map { |need| need.is_a?(Hash) ? need[:arch] : need }.compact
leave "it is for macOS alone" if only.include?(:macos) && !Formula::MAC
leave "it is for Linux alone" if only.include?(:linux) && Formula::MAC
own = Formula::ARM ? :arm64 : :x86_64
leave "it is for another processor" if ([:arm64, :x86_64] & only).any? && !only.include?(own)

archive = File.basename(it.url)
file = File.join(files, archive)
abort "it downloads #{archive}, which the release does not have" unless File.file?(file)
abort "its checksum of #{archive} is another" unless it.sha256 == Digest::SHA256.file(file).hexdigest

work = File.join(cellar, "unpacked")
FileUtils.mkdir_p(work)
Dir.chdir(work)
done =
  case archive
  when /\.(tar\.\w+|tgz|txz)$/ then Kernel.system("tar", "-xf", file)
  when /\.zip$/ then Kernel.system("unzip", "-q", file)
  else FileUtils.cp(file, work) || true
  end
abort "#{archive} cannot be unpacked" unless done
inside = Dir.children(work)
Dir.chdir(inside.first) if inside.length == 1 && File.directory?(inside.first)

begin
  installed = it.new(File.join(cellar, "installed"))
  installed.install
  Dir.glob(File.join(cellar, "installed/bin/*")).each { |program| File.chmod(0o555, program) unless File.symlink?(program) }
  installed.instance_eval(&it.check) if it.check
rescue NameError => e
  leave "it uses what is not known here: #{e.message.lines.first}"
rescue RuntimeError, SystemCallError => e
  abort e.message
end
