"""A process that holds a store's batch lock until it is killed: `hold_lock.py STORE`. It says `held` once it does."""

import sys
import time

from advice_audit.batch.lock import only_batch
from advice_audit.store import open_store

if __name__ == "__main__":
    with open_store(sys.argv[1]) as store, only_batch(store):
        print("held", flush=True)
        time.sleep(600)
