#!/usr/bin/env bash
# build.sh: set-up for serving, then the release build; the program is .build/release/jingwei.
source "$(dirname "${BASH_SOURCE[0]}")/steps.bash"

step "Set-up for serving" scripts/setup.sh run
# Without -cross-module-optimization for the whole graph: Swift 6.3.1 ends with a broken module on what imports GRDB.
step "Release build (the first one takes some minutes)" swift build -c release --product jingwei
