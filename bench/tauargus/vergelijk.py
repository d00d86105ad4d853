"""The intervals of our audit against those of the engine of Tau-Argus, on the same table with the same cells left out.

python vergelijk.py VAST FOLDER: VAST is the example program `vast` of crate informatie; files are written below FOLDER.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

from pytauargus.engine import audit_jj

COLUMNS = 8


def table(text):
    rows = [[int(n) for n in line.split()] for line in text.splitlines()]
    rows = [row + [sum(row)] for row in rows]
    return [[sum(row[c] for row in rows) for c in range(COLUMNS + 1)]] + rows


def jj(rows, marges):
    """The table in the notation of the engine: cells, then sums."""
    width, cells = COLUMNS + 1, [n for row in rows for n in row]
    lines = ["0", str(len(cells))]
    for n, value in enumerate(cells):
        state = ("u" if 1 <= value < 10 else "m") if n in marges else "s"
        lines.append(f"{n} {value} {value + 1} {state} 0 1000000 0 0 0")
    sums = [(r * width + COLUMNS, [r * width + c for c in range(COLUMNS)]) for r in range(len(rows))]
    sums += [(c, [r * width + c for r in range(1, len(rows))]) for c in range(width)]
    lines.append(str(len(sums)))
    for total, parts in sums:
        terms = " ".join(f"{n} (1)" for n in parts)
        lines.append(f"0 {len(parts) + 1} : {total} (-1) {terms}")
    return "\n".join(lines) + "\n"


def main(program, folder):
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "table.txt"
    subprocess.run([program, "write", file], check=True)
    rows = table(file.read_text())
    for what in ["small cells alone", "the door"]:
        ours = subprocess.run([program, file], check=True, capture_output=True, text=True, env={**os.environ, "MARGES": what})
        marges = {int(n): (int(low), int(high)) for n, low, high in (line.split() for line in ours.stderr.splitlines())}
        told = next(line for line in ours.stdout.splitlines() if line.startswith(f"{what}, attacker knows Tabel"))
        path = folder / "table.jj"
        path.write_text(jj(rows, marges))
        before = time.process_time()
        theirs = {row["cell"]: (round(row["min"]), round(row["max"])) for row in audit_jj(str(path))}
        spent = time.process_time() - before
        equal = sum(marges[n] == theirs.get(n) for n in marges)
        print(told)
        print(f"  engine of Tau-Argus: {len(theirs)} intervals in {spent:.2f} s; equal {equal} of {len(marges)}")
        if equal != len(marges):
            print([(n, marges[n], theirs.get(n)) for n in marges if marges[n] != theirs.get(n)][:10])
            sys.exit(1)


main(sys.argv[1], Path(sys.argv[2]))
