#!/bin/sh
# make-secrets.sh [DIR]: everything that infra/compose/production.yml mounts as a secret: a certificate authority, a certificate
# for each engine, a password for each service at each engine, the master key. DIR is ./secrets unless told. What is there stays.
#
# For a trial, and to see what is needed: a real house gets its certificates from its own authority, by the same names.
set -eu
dir=${1:-secrets}
mkdir -p "$dir"
# Containers read the files under different users; it is the directory that keeps others on this machine out.
chmod 0700 "$dir"
cd "$dir"

made() {
  chmod 0444 "$1"
  echo "made $1"
}

if [ ! -e ca.crt ]; then
  openssl req -x509 -newkey rsa:3072 -nodes -days 3650 -subj '/O=Jiandu/CN=Jiandu engines' \
    -addext 'basicConstraints=critical,CA:TRUE' -addext 'keyUsage=critical,keyCertSign,cRLSign' \
    -keyout ca.key -out ca.crt 2>/dev/null
  chmod 0400 ca.key
  made ca.crt
fi

# certificate ENGINE: ENGINE.key, ENGINE.crt, and both in ENGINE.pem; RSA, the one kind that all three engines take
certificate() {
  [ -e "$1.pem" ] && return
  openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$1.key" 2>/dev/null
  openssl req -new -key "$1.key" -subj "/O=Jiandu/CN=$1" -out "$1.csr"
  printf 'subjectAltName=DNS:%s,DNS:localhost,IP:127.0.0.1\nextendedKeyUsage=serverAuth,clientAuth\n' "$1" >"$1.ext"
  openssl x509 -req -in "$1.csr" -CA ca.crt -CAkey ca.key -CAcreateserial -days 825 -extfile "$1.ext" -out "$1.crt" 2>/dev/null
  cat "$1.key" "$1.crt" >"$1.pem"
  rm -f "$1.csr" "$1.ext"
  made "$1.key"
  made "$1.crt"
  made "$1.pem"
}
for engine in kurrentdb kafka mongodb; do certificate "$engine"; done

# secret NAME BYTES: so many random bytes in hexadecimal digits
secret() {
  [ -e "$1" ] && return
  openssl rand -hex "$2" >"$1"
  made "$1"
}
secret master.key 32
for user in registry intake investigation disposition assessment reporting; do
  for engine in kurrentdb kafka mongodb; do secret "${engine}_$user" 24; done
done
secret kafka_analyst 24
secret mongodb_administrator 24
secret kurrentdb_admin 24
secret kurrentdb_ops 24
secret grafana_admin 24
