"""A batch in a process of its own, to be killed: `kill_me.py FOLDER STORE JOBS AUDITOR`."""

import sys

if __name__ == "__main__":
    from batch_kit import options

    from advice_audit.batch.run import run_batch

    folder, store, jobs, auditor = sys.argv[1:]
    run_batch(options(folder, store, jobs=int(jobs), auditor=auditor))
