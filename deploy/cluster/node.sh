#!/usr/bin/env bash
# One real Kubernetes node on this machine, without Docker: API server, kubelet, containerd, kube-proxy, CoreDNS, and
# kube-router for NetworkPolicies. All of it runs in namespaces of its own (network, mounts, processes, names): nothing
# outside sees its addresses and ports, and when its first process ends, everything ends. README.md says what it needs.
#
#   node.sh up             build what is missing, start
#   node.sh exec COMMAND   run a command inside, where KUBECONFIG is set and kubectl, ctr and helm are on the PATH
#   node.sh import TAR…    give the node images; it never pulls any
#   node.sh down           stop, and forget all but the programs
#
#   COFFER_CLUSTER_DIR     where programs and data are (default: ~/.cache/coffer-cluster)
set -euo pipefail

NODE=coffer-0
ADDRESS=10.255.0.1     # of the node, and of what runs beside the pods
PODS=10.244.0.0/24
SERVICES=10.96.0.0/16
SOCKET=/run/containerd/containerd.sock
TOOLS=(runc nft iptables ipset ip nsenter unshare openssl pgrep)
PACKAGES="runc containernetworking-plugins nftables iptables ipset iproute2 util-linux openssl procps"

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
directory="${COFFER_CLUSTER_DIR:-$HOME/.cache/coffer-cluster}"
mkdir -p "$directory"
directory="$(cd "$directory" && pwd -P)"
bin="$directory/bin"
run="$directory/run"

fail() {
    echo "node: $*" >&2
    exit 1
}

await() { # seconds what command...
    local end=$((SECONDS + $1)) what="$2"
    shift 2
    until "$@" >/dev/null 2>&1; do
        [ "$SECONDS" -lt "$end" ] || fail "no $what in time; the logs are in $run/log"
        sleep 0.3
    done
}

# ---- Certificates ----------------------------------------------------------------------------------------------------

authority() {
    mkdir -p "$run/pki"
    cd "$run/pki"
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=coffer-cluster \
        -keyout ca.key -out ca.crt
    openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:prime256v1 -out accounts.key
    openssl pkey -in accounts.key -pubout -out accounts.pub
}

certificate() { # name subject extensions
    openssl req -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj "$2" -keyout "$1.key" -out "$1.csr"
    openssl x509 -req -days 30 -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -extfile <(printf '%s\n' "$3") -out "$1.crt"
}

client() { # name subject: a certificate, and the kubeconfig with it
    certificate "$1" "$2" extendedKeyUsage=clientAuth
    cat >"$1.kubeconfig" <<YAML
apiVersion: v1
kind: Config
current-context: coffer
clusters: [{name: coffer, cluster: {server: "https://127.0.0.1:6443", certificate-authority: "$run/pki/ca.crt"}}]
users: [{name: "$1", user: {client-certificate: "$run/pki/$1.crt", client-key: "$run/pki/$1.key"}}]
contexts: [{name: coffer, context: {cluster: coffer, user: "$1"}}]
YAML
}

certificates() {
    authority
    certificate apiserver /CN=kube-apiserver \
        "subjectAltName=IP:127.0.0.1,IP:$ADDRESS,IP:${SERVICES%.*/*}.1,DNS:kubernetes,DNS:kubernetes.default.svc"
    certificate kubelet "/O=system:nodes/CN=system:node:$NODE" "subjectAltName=IP:$ADDRESS,DNS:$NODE"
    client admin /O=system:masters/CN=admin
    client controller-manager /CN=system:kube-controller-manager
    client scheduler /CN=system:kube-scheduler
}

# ---- Inside ------------------------------------------------------------------------------------------------------------

daemon() { # name argument...
    local name="$1"
    shift
    "$bin/$name" "$@" </dev/null >>"$run/log/$name.log" 2>&1 &
}

own_mounts() {
    mount --make-rprivate /
    mount --make-rshared /
    mount -t tmpfs tmpfs /run
    mkdir -p /run/containerd /run/netns /run/lock /run/sysctl /var/lib/cni
    mount -t tmpfs tmpfs /var/log
    mkdir -p /var/log/containers
    mount -t tmpfs tmpfs /var/lib/cni
    # What kubelet wants of the kernel is that of the whole machine: it is shown what it wants, and nothing is changed.
    local setting name
    for setting in vm/overcommit_memory=1 vm/panic_on_oom=0 kernel/panic=10 kernel/panic_on_oops=1 \
        kernel/keys/root_maxkeys=1000000 kernel/keys/root_maxbytes=25000000; do
        name="$(basename "${setting%=*}")"
        echo "${setting#*=}" >"/run/sysctl/$name"
        mount --bind "/run/sysctl/$name" "/proc/sys/${setting%=*}"
    done
}

own_network() {
    hostname "$NODE"
    printf '127.0.0.1 localhost\n%s %s\n' "$ADDRESS" "$NODE" >/run/hosts
    mount --bind /run/hosts /etc/hosts
    echo 'nameserver 127.0.0.1' >/run/resolv.conf
    mount --bind /run/resolv.conf /etc/resolv.conf
    ip link set lo up
    ip link add node0 type bridge
    ip addr add "$ADDRESS/24" dev node0
    ip link set node0 up
    ip route add default dev node0
    echo 1 >/proc/sys/net/ipv4/ip_forward
}

configuration() {
    mkdir -p "$run/conf/cni"
    local file to
    for file in containerd.toml pods.conflist kubelet.yaml kube-proxy.yaml Corefile; do
        to="$run/conf/$file"
        [ "$file" != pods.conflist ] || to="$run/conf/cni/10-$file"
        sed -e "s|@RUN@|$run|g" -e "s|@NODE@|$NODE|g" -e "s|@ADDRESS@|$ADDRESS|g" -e "s|@PODS@|$PODS|g" \
            -e "s|@RUNC@|$(command -v runc)|g" "$here/node/$file" >"$to"
    done
}

control_plane() {
    daemon etcd --name coffer --data-dir "$run/etcd" --unsafe-no-fsync --log-level warn
    await 30 etcd bash -c 'exec 3<>/dev/tcp/127.0.0.1/2379'
    daemon kube-apiserver --etcd-servers http://127.0.0.1:2379 --bind-address 0.0.0.0 --advertise-address "$ADDRESS" \
        --service-cluster-ip-range "$SERVICES" --authorization-mode Node,RBAC --allow-privileged=true --profiling=false \
        --tls-cert-file "$run/pki/apiserver.crt" --tls-private-key-file "$run/pki/apiserver.key" \
        --client-ca-file "$run/pki/ca.crt" --kubelet-certificate-authority "$run/pki/ca.crt" \
        --kubelet-client-certificate "$run/pki/admin.crt" --kubelet-client-key "$run/pki/admin.key" \
        --service-account-issuer https://kubernetes.default.svc --service-account-key-file "$run/pki/accounts.pub" \
        --service-account-signing-key-file "$run/pki/accounts.key"
    await 120 "API server" kubectl get --raw /readyz
    daemon kube-controller-manager --kubeconfig "$run/pki/controller-manager.kubeconfig" --leader-elect=false \
        --secure-port 0 --profiling=false --use-service-account-credentials \
        --service-account-private-key-file "$run/pki/accounts.key" --root-ca-file "$run/pki/ca.crt" \
        --cluster-signing-cert-file "$run/pki/ca.crt" --cluster-signing-key-file "$run/pki/ca.key"
    daemon kube-scheduler --kubeconfig "$run/pki/scheduler.kubeconfig" --leader-elect=false --secure-port 0 --profiling=false
}

worker() {
    daemon containerd --config "$run/conf/containerd.toml" --log-level warn
    await 60 containerd ctr -a "$SOCKET" version
    ctr -a "$SOCKET" -n k8s.io images import "$run/pause.tar" >>"$run/log/import.log"
    daemon kubelet --config "$run/conf/kubelet.yaml" --kubeconfig "$KUBECONFIG" --root-dir "$run/kubelet" \
        --cert-dir "$run/kubelet-pki" --hostname-override "$NODE" --node-ip "$ADDRESS" \
        --node-labels topology.kubernetes.io/zone=zone-a
    daemon kube-proxy --config "$run/conf/kube-proxy.yaml"
    daemon coredns -conf "$run/conf/Corefile"
    await 90 "ready node" kubectl wait --for=condition=Ready "node/$NODE" --timeout=2s
    kubectl patch node "$NODE" -p "{\"spec\":{\"podCIDR\":\"$PODS\"}}"
    daemon kube-router --run-firewall=true --run-router=false --run-service-proxy=false --run-loadbalancer=false \
        --kubeconfig "$KUBECONFIG" --hostname-override "$NODE" --enable-cni=false \
        --service-cluster-ip-range "$SERVICES" --health-port 0
    await 60 "DNS server" bash -c "exec 3<>/dev/tcp/$ADDRESS/53"
    await 60 "service account" kubectl get serviceaccount default
}

# An image with one program, in the layout of `docker save`.
pause_image() {
    local layer="$run/pause"
    mkdir -p "$layer"
    tar -C "$bin" --owner=0 --group=0 -cf "$layer/layer.tar" pause
    printf '{"architecture":"%s","os":"linux","config":{"User":"65535","Entrypoint":["/pause"]},"rootfs":{"type":"layers","diff_ids":["sha256:%s"]}}' \
        "$(uname -m | sed -e s/x86_64/amd64/ -e s/aarch64/arm64/)" "$(sha256sum <"$layer/layer.tar" | cut -d' ' -f1)" >"$layer/config.json"
    echo '[{"Config":"config.json","RepoTags":["localhost/pause:1"],"Layers":["layer.tar"]}]' >"$layer/manifest.json"
    tar -C "$layer" -cf "$run/pause.tar" manifest.json config.json layer.tar
}

# The first process of the namespaces.
inside() {
    export PATH="$bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin" KUBECONFIG="$run/pki/admin.kubeconfig"
    own_mounts
    own_network
    (certificates)
    configuration
    pause_image
    control_plane
    worker
    touch "$run/ready"
    trap 'exit 0' TERM INT
    while :; do
        sleep 3600 &
        wait $! || true
    done
}

# ---- Outside -------------------------------------------------------------------------------------------------------------

# The id, outside, of the first process inside.
first() {
    local pid
    pid="$(cat "$run/pid" 2>/dev/null)" || return 1
    tr '\0' ' ' 2>/dev/null <"/proc/$pid/cmdline" | grep -q 'node\.sh inside' && echo "$pid"
}

require() {
    local tool
    [ "$(id -u)" = 0 ] || fail "needs root, for namespaces."
    for tool in "${TOOLS[@]}"; do
        command -v "$tool" >/dev/null || fail "there is no $tool: apt-get install $PACKAGES"
    done
    [ -x /usr/lib/cni/ptp ] || fail "there is no /usr/lib/cni/ptp: apt-get install $PACKAGES"
}

up() {
    require
    ! first >/dev/null || return 0
    "$here/build.sh" "$directory"
    down
    mkdir -p "$run/log" /var/lib/cni
    setsid unshare --mount --net --pid --ipc --uts --fork --kill-child --mount-proc \
        bash "$here/node.sh" inside </dev/null >"$run/log/node.log" 2>&1 &
    local outer=$!
    await 10 "first process" pgrep -P "$outer"
    pgrep -P "$outer" >"$run/pid"
    until [ -e "$run/ready" ]; do
        first >/dev/null || fail "it has ended: $(tail -n 5 "$run/log/node.log")"
        sleep 1
    done
}

within() {
    local pid
    pid="$(first)" || fail "it is not up."
    nsenter -t "$pid" -m -n -p -i -u --wd="$PWD" env KUBECONFIG="$run/pki/admin.kubeconfig" \
        KUBECACHEDIR="$run/kubectl" PATH="$bin:$PATH" "$@"
}

import() {
    local file
    for file in "$@"; do
        within ctr -a "$SOCKET" -n k8s.io images import "$(realpath "$file")"
    done
}

down() {
    local pid group
    if pid="$(first)"; then
        within kubectl delete pods --all -A --grace-period=1 --wait=false >/dev/null 2>&1 || true
        kill -TERM "$pid"
        for _ in $(seq 50); do
            first >/dev/null || break
            sleep 0.2
        done
        ! first >/dev/null || kill -KILL "$pid"
        while first >/dev/null; do sleep 0.2; done
    fi
    # What kubelet has made among the control groups of the machine can go when its last process has.
    for _ in $(seq 20); do
        for group in /sys/fs/cgroup/kubepods /sys/fs/cgroup/*/kubepods; do
            [ ! -d "$group" ] || find "$group" -depth -type d -exec rmdir {} \; 2>/dev/null || true
        done
        [ -n "$(ls -d /sys/fs/cgroup/kubepods /sys/fs/cgroup/*/kubepods 2>/dev/null)" ] || break
        sleep 0.5
    done
    rm -rf "$run"
}

case "${1:-}" in
up) up ;;
inside) inside ;;
exec) shift && within "$@" ;;
import) shift && import "$@" ;;
down) down ;;
*)
    sed -n '2,/^set/s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"
    exit 2
    ;;
esac
