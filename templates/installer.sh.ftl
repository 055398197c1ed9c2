#!/bin/sh
[=comment(.node.header)]

# Installs [=.node.project] for one user. In each release, this file has the tag and the checksums of the archives
# instead of @...@. It verifies the checksum of an archive before it unpacks it, and does not need root.

set -eu

usage() {
  cat << 'END'
Installs [=.node.project] @TAG@.

usage: sh [=.node.asset] [--to FOLDER] [--from ADDRESS]

  --to FOLDER     where to install the programs; default: $HOME/.local/bin
  --from ADDRESS  where to download the archives instead of GitHub; the checksums stay the same
END
}

# System, processor, the oldest glibc that it starts with, archive, SHA-256.
choices() {
  cat << 'END'
<#list .node.choices as choice>
[=choice.os] [=choice.arch] [=choice.glibc] [=choice.archive] @SHA256:[=choice.archive]@
</#list>
END
}

fail() {
  echo "[=.node.asset]: $*" >&2
  exit 1
}

has() {
  command -v "$1" > /dev/null 2>&1
}

system() {
  case $(uname -s) in
    Linux) echo linux ;;
    Darwin) echo macos ;;
    FreeBSD) echo freebsd ;;
    *) uname -s ;;
  esac
}

# The processors whose programs run on this system, the best first.
processors() {
  bits=$(getconf LONG_BIT 2> /dev/null || echo 64)
  case $(uname -s)-$(uname -m)-$bits in
    Darwin-arm64-*) echo arm64 universal amd64 ;;
    Darwin-*)
      # In a shell that Rosetta translates, uname reports x86_64 on an Arm machine.
      if [ "$(sysctl -n sysctl.proc_translated 2> /dev/null)" = 1 ]; then echo arm64; fi
      echo amd64 universal
      ;;
    *-x86_64-64 | *-amd64-64) echo amd64 ;;
    *-x86_64-32 | *-amd64-32 | *-i[3456]86-*) echo i686 ;;
    *-aarch64-64 | *-arm64-64) echo arm64 ;;
    *-aarch64-32 | *-armv7*-* | *-armv8*-*) echo armv7 ;;
    *) uname -m ;;
  esac
}

# The version of glibc, or nothing if there is another C library.
glibc() {
  getconf GNU_LIBC_VERSION 2> /dev/null | cut -d ' ' -f 2 || true
}

# Whether version $1 is at least version $2.
reaches() {
  [ "$(printf '%s\n' "$1" "$2" | sort -t . -k 1,1n -k 2,2n | head -n 1)" = "$2" ]
}

# Prints the archive for a processor and its checksum, if there is one.
choose() {
  here=$(glibc)
  doubtful=
  while read -r os processor oldest archive sum; do
    if [ "$os $processor" != "$(system) $1" ]; then
      continue
    elif [ "$oldest" = any ] || { [ -n "$here" ] && reaches "$here" "$oldest"; }; then
      echo "$archive $sum"
      return
    elif [ -n "$here" ]; then
      doubtful="$archive $sum"
      doubt="$archive was built for glibc $oldest, and this system has $here: it may not start"
    fi
  done << END
$(choices)
END
  if [ -n "$doubtful" ]; then
    echo "[=.node.asset]: $doubt" >&2
    echo "$doubtful"
  fi
}

download() {
  if has curl; then
    curl --proto "=${1%%:*}" --fail --silent --show-error --location --output "$2" "$1"
  elif has wget; then
    wget -q -O "$2" "$1"
  else
    fail 'curl or wget is needed to download'
  fi || fail "could not download $1"
}

# Prints the checksum of a file first. Fails if no program can compute it.
checksum() {
  if has sha256sum; then
    sha256sum < "$1"
  elif has shasum; then
    shasum -a 256 < "$1"
  elif has sha256; then
    sha256 -q "$1"
  elif has openssl; then
    openssl dgst -sha256 -r "$1"
  else
    return 1
  fi
}

# Whether tar can open what program $1 packs, with that program or with a library that matches $2.
opens() {
  has "$1" || tar --version 2> /dev/null | grep -Eq "$2"
}

check_tools() {
  case $1 in
    *.tar.zst) opens zstd 'libzstd' || fail "zstd is needed to unpack $1: install it first" ;;
    *.tar.xz) opens xz 'liblzma|busybox' || fail "xz is needed to unpack $1: install it first" ;;
    *.zip) has unzip || fail "unzip is needed to unpack $1: install it first" ;;
  esac
}

<#if given(.node.programs)>
# Replaces the file instead of writing into it, because the program may be running.
install_program() {
  cp "$1" "$to/.${1##*/}.new"
  chmod 755 "$to/.${1##*/}.new"
  mv -f "$to/.${1##*/}.new" "$to/${1##*/}"
}
</#if>
<#if given(.node.trees)>
# Installs folder $1 in ../lib, with a link $3 to its program $2. Replaces an existing folder only if it has this program.
install_folder() {
  folder=$to/../lib/$1
  if [ -e "$folder" ] && [ ! -e "$to/../lib/$2" ]; then
    fail "$folder contains something else: remove it, or choose another folder with --to"
  fi
  mkdir -p "$to/../lib"
  rm -rf "$to/../lib/.$1.new"
  mv "$1" "$to/../lib/.$1.new"
  rm -rf "$folder"
  mv "$to/../lib/.$1.new" "$folder"
  ln -sf "../lib/$2" "$to/$3"
}
</#if>

main() {
  to=${HOME:-}/.local/bin
  from=[=.node.downloads]
  while [ $# -gt 0 ]; do
    case $1 in
      --to | --from)
        [ $# -gt 1 ] || fail "$1 needs a value"
        if [ "$1" = --to ]; then to=$2; else from=$2; fi
        shift 2
        ;;
      --help)
        usage
        exit
        ;;
      *) fail "unknown option '$1'; see --help" ;;
    esac
  done

  chosen=
  for processor in $(processors); do
    chosen=$(choose "$processor")
    if [ -n "$chosen" ]; then break; fi
  done
  [ -n "$chosen" ] || fail "no program for $(uname -s) on $(uname -m); see [=.node.page]"
  archive=${chosen% *}
  check_tools "$archive"

  temporary=$(mktemp -d)
  trap 'rm -rf "$temporary"' EXIT
  trap 'exit 1' HUP INT TERM
  echo "downloading $from/$archive"
  download "$from/$archive" "$temporary/$archive"
  sum=$(checksum "$temporary/$archive") || fail 'sha256sum, shasum, sha256 or openssl is needed to compare checksums'
  if [ "${sum%% *}" != "${chosen#* }" ]; then
    fail "the checksum of $archive does not match the release: nothing was installed"
  fi

  mkdir -p "$to" "$temporary/files"
  to=$(cd "$to" && pwd)
  case $archive in
    *.tar.*) tar -xf "$temporary/$archive" -C "$temporary/files" ;;
    *.zip) unzip -q "$temporary/$archive" -d "$temporary/files" ;;
    *) mv "$temporary/$archive" "$temporary/files/[=.node.raw]" ;;
  esac
  cd "$temporary/files"
  cd -- [=.node.folder]
<#list .node.programs as program>
  install_program [=program]
</#list>
<#list .node.trees as tree>
  install_folder [=tree.entry] [=tree.program] [=tree.command]
</#list>
  echo "installed [=.node.project] @TAG@ in $to"
  case ":${PATH:-}:" in
    *":$to:"*) ;;
    *) echo "to run it by its name: export PATH=\"$to:\$PATH\"" ;;
  esac
}

main "$@"
