#!/usr/bin/env python3
"""The workbench on a real pty at 120x36: pty_bench.py LANTAI LIBRARY

Prints the time to the first full frame (median of 9), the time from a key to the last byte of its
frame (p50, p95, worst of 1,000 keys), both also as the processor's time, which a busy machine does
not change; the bytes of a Down, a burst of 60 Downs in one write, and the memory (PSS).
"""
import fcntl
import glob
import json
import os
import pty
import select
import signal
import struct
import sys
import termios
import time

program, library = sys.argv[1:3]
UP, DOWN, LEFT, RIGHT, NEXT, END, HOME = (
    b"\x1b[A", b"\x1b[B", b"\x1b[D", b"\x1b[C", b"\x1b[6~", b"\x1b[F", b"\x1b[H")


def start():
    pid, fd = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm-256color"
        os.execv(program, [program, "-L", library, "open"])
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 36, 120, 0, 0))
    return pid, fd


def drain(fd, quiet):
    """Reads until nothing came for `quiet` seconds; the bytes and the time of the last one."""
    data, last = b"", time.perf_counter()
    while select.select([fd], [], [], quiet)[0]:
        try:
            chunk = os.read(fd, 1 << 16)
        except OSError:
            break
        if not chunk:
            break
        data, last = data + chunk, time.perf_counter()
        if b"\x1b[6n" in chunk:
            os.write(fd, b"\x1b[2;3R")
    return data, last


def spent(pid):
    """Milliseconds of the processor that all threads of the program have used."""
    total = 0
    for path in glob.glob(f"/proc/{pid}/task/*/schedstat"):
        with open(path) as f:
            total += int(f.read().split()[0])
    return total / 1e6


def stop(pid, fd):
    os.kill(pid, signal.SIGTERM)
    drain(fd, 0.2)
    os.close(fd)
    os.waitpid(pid, 0)


def first_frame():
    begun = time.perf_counter()
    pid, fd = start()
    data, last = b"", begun
    while "F10".encode() not in data:
        chunk, at = drain(fd, 0.02)
        if chunk:
            data, last = data + chunk, at
        elif time.perf_counter() - begun > 20:
            sys.exit("no frame came: " + data.decode(errors="replace"))
    more, at = drain(fd, 0.15)
    if more:
        last = at
    processor = spent(pid)
    stop(pid, fd)
    return (last - begun) * 1000, processor


def pss(pid):
    with open(f"/proc/{pid}/smaps_rollup") as f:
        return next(int(l.split()[1]) for l in f if l.startswith("Pss:")) / 1024


starts = [first_frame() for _ in range(9)]
figures = {
    "start to the first full frame, median (ms)": sorted(s[0] for s in starts)[4],
    "the same of the processor, median (ms)": sorted(s[1] for s in starts)[4]}
pid, fd = start()
drain(fd, 0.5)
for key in (b"3", RIGHT, RIGHT, b"\t", b"\t", b"\t"):
    os.write(fd, key)
    drain(fd, 0.2)
os.write(fd, RIGHT)
drain(fd, 0.2)
keys = [DOWN] * 700 + [NEXT] * 150 + [UP] * 100 + [END, HOME] * 25
times, processors, sizes = [], [], []
for key in keys:
    before, begun = spent(pid), time.perf_counter()
    os.write(fd, key)
    data, last = drain(fd, 0.03)
    times.append((last - begun) * 1000)
    processors.append(spent(pid) - before)
    if key == DOWN:
        sizes.append(len(data))
times.sort()
processors.sort()
figures["key to the last byte, p50 (ms)"] = times[len(times) // 2]
figures["key to the last byte, p95 (ms)"] = times[int(len(times) * 0.95)]
figures["key to the last byte, worst (ms)"] = times[-1]
figures["a key of the processor, p50 (ms)"] = processors[len(processors) // 2]
figures["a key of the processor, p95 (ms)"] = processors[int(len(processors) * 0.95)]
figures["a key of the processor, worst (ms)"] = processors[-1]
figures["bytes a Down, mean"] = sum(sizes) / len(sizes)
begun = time.perf_counter()
os.write(fd, DOWN * 60)
data, last = drain(fd, 0.2)
figures["60 Downs in one write (ms)"] = (last - begun) * 1000
figures["60 Downs in one write, bytes"] = len(data)
figures["memory while browsing, PSS (MB)"] = pss(pid)
os.write(fd, "/zjd".encode())
drain(fd, 2)
figures["memory after the first look-up, PSS (MB)"] = pss(pid)
stop(pid, fd)
goals = {
    "start to the first full frame, median (ms)": 60, "key to the last byte, p50 (ms)": 2,
    "key to the last byte, p95 (ms)": 4, "key to the last byte, worst (ms)": 8,
    "bytes a Down, mean": 1200, "60 Downs in one write (ms)": 40,
    "60 Downs in one write, bytes": 10000, "memory while browsing, PSS (MB)": 40,
    "memory after the first look-up, PSS (MB)": 60}
for name, value in figures.items():
    goal = goals.get(name)
    missed = "  MISSED" if goal is not None and value > goal else ""
    told = "" if goal is None else f"      goal {goal:>6}{missed}"
    print(f"{name:<44}{value:>10.2f}{told}")
print(json.dumps(figures))
