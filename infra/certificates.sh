#!/bin/sh
# Makes, once, what the cluster of KurrentDB and its clients need: a certificate for each node, one authority, passwords.
# The key of the authority is forgotten at the end. To renew, remove the two volumes and start again.
set -eu

certificates=${1:-/run/certificates}
access=${2:-/run/access}
nodes='kurrentdb kurrentdb-2 kurrentdb-3'
server_user=1001:1001
service_user=1000:1000

# Written last: where it is, everything is.
if [ -e "$access/eventstore-url" ]; then exit 0; fi
rm -rf "$certificates"/* "$access"/*

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
# The tool takes no folder that is there already.
authority=$scratch/authority
umask 077

secret() {
  head -c 24 /dev/urandom | base64 | tr '+/' '-_'
}

# It also ends without an error when it has failed: what must be there is looked for.
es-gencert-cli create-ca -days 1825 -out "$authority"
test -s "$authority/ca.key"
for node in $nodes; do
  es-gencert-cli create-node -ca-certificate "$authority/ca.crt" -ca-key "$authority/ca.key" -days 1825 \
    -dns-names "$node,localhost" -ip-addresses 127.0.0.1 -out "$certificates/$node"
  test -s "$certificates/$node/node.key"
done
password=$(secret)
printf '%s' "$password" > "$certificates/admin-password"
printf '%s' "$(secret)" > "$certificates/ops-password"
mkdir "$certificates/authority"
cp "$authority/ca.crt" "$certificates/authority/ca.crt"
find "$certificates" -mindepth 1 -type d -exec chmod 755 {} +
find "$certificates" -type f -exec chown "$server_user" {} +

cp "$authority/ca.crt" "$access/ca.crt"
chmod 644 "$access/ca.crt"
hosts=$(for node in $nodes; do printf '%s:2113,' "$node"; done)
printf 'esdb://admin:%s@%s?tls=true&tlsCAFile=%s/ca.crt\n' "$password" "${hosts%,}" "$access" > "$access/.eventstore-url"
chown "$service_user" "$access/.eventstore-url"
mv "$access/.eventstore-url" "$access/eventstore-url"
