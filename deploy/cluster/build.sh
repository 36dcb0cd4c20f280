#!/usr/bin/env bash
# Builds the programs of a Kubernetes node and helm from their Go modules, those that are missing. Nothing comes
# from a registry of images or a package archive.
#
#   build.sh DIRECTORY     programs to DIRECTORY/bin, what they are built from to DIRECTORY/src
set -euo pipefail

KUBERNETES=1.36.3
CONTAINERD=2.4.2
COREDNS=1.13.1
KUBE_ROUTER=2.1.0
HELM=4.3.1

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
mkdir -p "$1/bin" "$1/src"
bin="$(cd "$1/bin" && pwd -P)"
sources="$(cd "$1/src" && pwd -P)"
export CGO_ENABLED=0 GOWORK=off GOFLAGS="-mod=mod -buildvcs=false"

fail() {
    echo "build: $*" >&2
    exit 1
}

# Whether all these programs are there, in this version.
built() { # version program...
    local version="$1" program
    shift
    for program in "$@"; do
        [ -x "$bin/$program" ] && [ "$(cat "$bin/$program.version" 2>/dev/null)" = "$version" ] || return 1
    done
}

# A module whose go.mod replaces others cannot be installed by its name. One that requires it, with the same
# replacements, can be built; $3 is a sed script for those that lead to directories.
requiring() { # module version script
    local directory="$sources/${1//\//-}-$2" original
    mkdir -p "$directory"
    if [ ! -s "$directory/go.mod" ]; then
        original="$(cd "$directory" && go mod download -json "$1@v$2" | sed -n 's/^[[:space:]]*"Dir": "\(.*\)",*$/\1/p')"
        [ -n "$original" ] || fail "there is no $1 v$2"
        cp "$original/go.sum" "$directory/go.sum"
        chmod u+w "$directory/go.sum"
        sed -e 's|^module .*|module coffer.local/program|' -e "$3" "$original/go.mod" >"$directory/go.mod.new"
        printf '\nrequire %s v%s\n' "$1" "$2" >>"$directory/go.mod.new"
        mv "$directory/go.mod.new" "$directory/go.mod"
    fi
    cd "$directory"
}

# Beside other work of the machine.
go_build() {
    nice -n 19 go build "$@"
}

compile() { # version flags package...
    local version="$1" flags="$2" package
    shift 2
    echo "build: ${*##*/} $version" >&2
    go_build -o "$bin/" -ldflags "-s -w $flags" "$@"
    for package in "$@"; do
        echo "$version" >"$bin/${package##*/}.version"
    done
}

kubernetes() {
    local programs=(kube-apiserver kube-controller-manager kube-scheduler kubelet kube-proxy kubectl)
    local at=k8s.io/component-base/version minor="${KUBERNETES#*.}"
    built "$KUBERNETES" "${programs[@]}" etcd && return
    # The parts of Kubernetes, directories in its own module, are published as modules of the version 0.MINOR.PATCH.
    requiring k8s.io/kubernetes "$KUBERNETES" "s|=> \./staging/src/\(k8s\.io/[a-z-]*\)|=> \1 v0.$minor|"
    compile "$KUBERNETES" "-X $at.gitVersion=v$KUBERNETES -X $at.gitMajor=1 -X $at.gitMinor=${minor%%.*} -X $at.gitTreeState=clean" \
        "${programs[@]/#/k8s.io/kubernetes/cmd/}"
    # In the version that Kubernetes is tested with. Its package has the name of a version.
    go_build -o "$bin/etcd" -ldflags "-s -w" go.etcd.io/etcd/server/v3
    echo "$KUBERNETES" >"$bin/etcd.version"
}

containerd() {
    local of=github.com/containerd/containerd/v2
    built "$CONTAINERD" containerd containerd-shim-runc-v2 ctr && return
    requiring "$of" "$CONTAINERD" '/=> \.\//d'
    compile "$CONTAINERD" "" "$of/cmd/containerd" "$of/cmd/containerd-shim-runc-v2" "$of/cmd/ctr"
}

# With the plugins that are used here only: all of them would bring the libraries of three clouds.
coredns() {
    built "$COREDNS" coredns && return
    requiring github.com/coredns/coredns "$COREDNS" '/=> \.\//d'
    mkdir -p coredns
    cp "$here/node/coredns.go" coredns/main.go
    compile "$COREDNS" "" ./coredns
}

kube_router() {
    built "$KUBE_ROUTER" kube-router && return
    requiring github.com/cloudnativelabs/kube-router/v2 "$KUBE_ROUTER" '/=> \.\//d'
    compile "$KUBE_ROUTER" "" github.com/cloudnativelabs/kube-router/v2/cmd/kube-router
}

helm() {
    built "$HELM" helm && return
    requiring helm.sh/helm/v4 "$HELM" ''
    compile "$HELM" "" helm.sh/helm/v4/cmd/helm
}

# The first process of each pod, whose namespaces the others share: it waits, and takes the exit codes of orphans.
pause() {
    built 1 pause && return
    mkdir -p "$sources/pause"
    cp "$here/node/pause.go" "$sources/pause/main.go"
    cd "$sources/pause"
    [ -s go.mod ] || go mod init coffer.local/pause 2>/dev/null
    go_build -o "$bin/pause" -ldflags "-s -w" .
    echo 1 >"$bin/pause.version"
}

command -v go >/dev/null || fail "needs Go 1.26 or newer: install it and put go on the PATH."
kubernetes
containerd
coredns
kube_router
helm
pause
