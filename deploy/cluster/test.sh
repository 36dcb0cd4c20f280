#!/usr/bin/env bash
# What `./coffer test cluster` does: the images and the chart on a real Kubernetes node, from installation to rolling
# restarts under load. At the end there is a table with the steps; it fails with the first of them.
#
#   test.sh            all steps, and the node is taken down again
#   test.sh STEP…      these only, on the node as it is, which stays
#
#   COFFER_CLUSTER_LOAD    seconds under load (900)
#   COFFER_CLUSTER_SUITE   which classes of the acceptance suite are run, as of -Dit.test (all but the attacks)
set -euo pipefail

STEPS=(images node servers install helm-test stranger suite upgrade restarts)
SERVICES=(asset userdata files blob)
ADDRESS=10.255.0.1

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
root="$(cd "$here/../.." && pwd -P)"
export COFFER_CLUSTER_DIR="${COFFER_CLUSTER_DIR:-$HOME/.cache/coffer-cluster}"
logs="$here/target"
stack="$COFFER_CLUSTER_DIR/run/stack"
images="$COFFER_CLUSTER_DIR/images"

inside() {
    "$here/node.sh" exec "$@"
}

kubectl() {
    inside kubectl -n coffer "$@"
}

helm() {
    inside helm -n coffer "$@"
}

fail() {
    echo "cluster: $*" >&2
    exit 1
}

# Is shown in the table.
figure() {
    echo "$*" >>"$logs/$step.figures"
}

secret_of_stack() {
    sed -n "s/^secret\.$1=//p" "$stack/state.properties"
}

# ---- Steps -------------------------------------------------------------------------------------------------------------

images() {
    "$root/coffer" images --output "$images" --repository localhost/coffer --tag test
    "${COFFER_MAVEN:-mvn}" -B -q -f "$root/acceptance/pom.xml" test-compile
}

# The same images have a second tag, to upgrade to.
node() {
    local file
    "$here/node.sh" up
    for file in "$images"/*-test-*.tar; do
        "$here/node.sh" import "$file"
    done
    for service in "${SERVICES[@]}"; do
        inside ctr -n k8s.io images tag "localhost/coffer/$service-service:test" "localhost/coffer/$service-service:next"
    done
    figure "Kubernetes $(inside kubectl version -o json | sed -n 's/.*"gitVersion": "\(.*\)",/\1/p' | tail -n 1)"
}

# PostgreSQL, Kafka, the store and Keycloak of a local stack, beside the pods; and what the chart wants to find.
servers() {
    COFFER_SERVERS_ADDRESS="$ADDRESS" COFFER_DIR="$stack" COFFER_PORT_BASE=8080 \
        inside "$root/coffer" up --only postgres,s3,keycloak,kafka --s3 s3proxy
    inside kubectl create namespace coffer
    inside kubectl label namespace coffer pod-security.kubernetes.io/enforce=restricted
    local service login='org.apache.kafka.common.security.plain.PlainLoginModule required username="%s" password="%s";'
    for service in "${SERVICES[@]}"; do
        # shellcheck disable=SC2059 # the format is the login
        kubectl create secret generic "$service" \
            --from-literal=password="$(secret_of_stack "database.$service")" \
            --from-literal=client-secret="$(secret_of_stack "client.$service-service")" \
            --from-literal=sasl.jaas.config="$(printf "$login" "$service-service" "$(secret_of_stack "kafka.$service-service")")"
    done
    kubectl create secret generic store --from-literal=access-key="$(secret_of_stack s3.access)" \
        --from-literal=secret-key="$(secret_of_stack s3.secret)"
    kubectl create secret generic links --from-literal=signing-key="$(secret_of_stack signing-key)"
}

install() {
    helm install coffer "$root/deploy/helm/coffer" --values "$here/values.yaml" --wait --timeout 10m
    edge
    figure "$(kubectl get pods -o name | wc -l) pods"
}

# HAProxy as docs/edge.md has it, in front of the Services.
edge() {
    local service variables=(COFFER_LISTEN=0.0.0.0:8080)
    for service in "${SERVICES[@]}"; do
        variables+=("COFFER_${service^^}=$(address "$service"):8080")
    done
    inside env "${variables[@]}" haproxy -D -p "$COFFER_CLUSTER_DIR/run/edge.pid" -f "$root/deploy/helm/coffer/files/haproxy.cfg"
}

address() { # service
    kubectl get service "coffer-$1" -o 'jsonpath={.spec.clusterIP}'
}

helm-test() {
    helm test coffer --logs
}

stranger() {
    local service addresses=()
    for service in "${SERVICES[@]}"; do
        addresses+=(-e "s/@$service@/$(address "$service")/")
    done
    kubectl delete pod stranger --ignore-not-found
    sed "${addresses[@]}" "$here/stranger.yaml" | kubectl apply -f -
    kubectl wait --for=jsonpath='{.status.phase}'=Failed pod/stranger --timeout=180s
    kubectl logs stranger | tee "$logs/stranger.txt"
    [ "$(grep -c '^ok 200=http://10.255.0.1:8104/' "$logs/stranger.txt")" = 1 ] || fail "the stranger reaches nobody at all"
    [ "$(grep -c '^WRONG .* was answered by java\.' "$logs/stranger.txt")" = 5 ] || fail "a service has answered a stranger"
    kubectl delete pod stranger
    figure "5 of 5 refused"
}

keys() {
    local user token key
    for user in A A2 B; do
        token="$(ask "$COFFER_TOKEN_URL" -d grant_type=password -d client_id="$COFFER_CLIENT_ID" \
            -d client_secret="$COFFER_CLIENT_SECRET" -d username="$(eval echo "\$COFFER_USER_$user")" \
            -d password="$(eval echo "\$COFFER_PASSWORD_$user")" | field access_token)"
        key="$(ask "$COFFER_URL/api/keys" -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
            -d '{"name":"cluster"}' | field key)"
        echo "COFFER_API_KEY_$user='$key'"
    done
}

ask() {
    inside curl -sf --noproxy '*' "$@"
}

field() {
    sed "s/.*\"$1\":\"\([^\"]*\)\".*/\1/"
}

# The acceptance suite by URL: what it could do to processes of a stack is left out, as is what only these have.
suite_environment() {
    set -a
    # shellcheck source=/dev/null
    . "$stack/env"
    COFFER_URL="http://$ADDRESS:8080"
    local name
    for name in $(compgen -v COFFER_PID_) $(compgen -v COFFER_MANAGEMENT_URL_); do
        unset "$name"
    done
    if [ ! -s "$stack/keys" ]; then
        keys >"$stack/keys.new"
        mv "$stack/keys.new" "$stack/keys"
    fi
    # shellcheck source=/dev/null
    . "$stack/keys"
    set +a
}

acceptance() { # argument of Maven...
    suite_environment
    inside env -u COFFER_DIR -u COFFER_COMMAND "${COFFER_MAVEN:-mvn}" -o -B -f "$root/acceptance/pom.xml" verify \
        -Dtest=NONE -Dsurefire.failIfNoSpecifiedTests=false "$@"
}

suite() {
    acceptance -DexcludedGroups=hostile ${COFFER_CLUSTER_SUITE:+"-Dit.test=$COFFER_CLUSTER_SUITE"} | tee "$logs/suite.txt"
    figure "$(grep -o 'Tests run: [0-9]*, Failures: [0-9]*, Errors: [0-9]*, Skipped: [0-9]*$' "$logs/suite.txt" | tail -n 1)"
}

# With the values that it has, and these; Helm waits until the new pods are ready.
change() {
    helm upgrade coffer "$root/deploy/helm/coffer" --values "$here/values.yaml" "$@" --wait --timeout 10m
}

upgrade() {
    change --set image.tag=next
    running next
    helm rollback coffer 1 --wait --timeout 10m
    running test
    helm test coffer
}

# Fails unless all pods that stay are of these images.
running() { # tag
    local service image
    for service in "${SERVICES[@]}"; do
        image="$(kubectl get deployment "coffer-$service" -o 'jsonpath={.spec.template.spec.containers[0].image}')"
        [ "$image" = "localhost/coffer/$service-service:$1" ] || fail "$service runs $image"
        kubectl rollout status "deployment/coffer-$service" --timeout=5m
    done
}

# Restarts one service after the other while requests come in; at the end three pods of each instead of two, and back.
# Between them the processors of a small machine have time for requests.
restarts() {
    local seconds="${COFFER_CLUSTER_LOAD:-900}" rollouts=0 start load service
    : >"$logs/load.txt"
    COFFER_LOAD_SECONDS="$seconds" acceptance -Dit.test=LoadDuringRestarts >"$logs/load.txt" 2>&1 &
    load=$!
    until grep -q '^load: begins' "$logs/load.txt"; do
        kill -0 "$load" 2>/dev/null || fail "the load does not begin: $(tail -n 20 "$logs/load.txt")"
        sleep 1
    done
    start=$SECONDS
    while [ $((SECONDS - start)) -lt $((seconds * 2 / 3)) ]; do
        for service in "${SERVICES[@]}"; do
            kubectl rollout restart "deployment/coffer-$service"
            kubectl rollout status "deployment/coffer-$service" --timeout=5m
            rollouts=$((rollouts + 1))
            sleep 20
        done
    done
    change --set defaults.replicas=3
    change
    wait "$load" || { grep '^load: ' "$logs/load.txt" || tail -n 40 "$logs/load.txt"; fail "the load has failed"; }
    figure "$rollouts rollouts, 2 to 3 to 2 pods, $(sed -n 's/^load: ends: //p' "$logs/load.txt")"
}

# ---- The whole ---------------------------------------------------------------------------------------------------------

# A step is a process of its own, so that it ends with its first failure.
run_step() { # name
    local start=$SECONDS result=ok
    echo "cluster: $1 …" >&2
    rm -f "$logs/$1.figures"
    "${BASH_SOURCE[0]}" --step "$1" >"$logs/$1.log" 2>&1 || result=FAILED
    table+="$(printf '%-10s %7d  %-6s  %s' "$1" $((SECONDS - start)) "$result" \
        "$(paste -sd' ' "$logs/$1.figures" 2>/dev/null || true)")"$'\n'
    [ "$result" = ok ] || { tail -n 30 "$logs/$1.log" >&2 && return 1; }
}

if [ "${1:-}" = --step ]; then
    step="$2"
    "$step"
    exit
fi

mkdir -p "$logs"
[ $# = 0 ] || STEPS=("$@")
[ $# -gt 0 ] || trap '"$here/node.sh" down' EXIT
table="$(printf '%-10s %7s  %-6s  %s' step seconds result figures)"$'\n'
good=0
for each in "${STEPS[@]}"; do
    run_step "$each" || { good=1 && break; }
done
printf '\n%s' "$table"
[ "$good" = 0 ] || echo "The logs are in $logs and $COFFER_CLUSTER_DIR/run/log."
exit "$good"
