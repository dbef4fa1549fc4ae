"""Many files at once: what is new or changed is audited in parallel and kept in the store as it goes.

The parent finds files, plans, and is the only one that writes. A worker (`supervise`) looks after one child process
(`child`) that holds the model; where the child crashes or hangs, only the file that it was at is lost.
"""
