"""Makes the reference data JH-OLAP-1: ten million allocations, 400 neighbourhoods, 300 providers, seven years.

    python maken.py FOLDER [ROWS]

One file per column: whole numbers of four bytes, little end first, in order of the first day of help. `pop.csv` holds the
youths per neighbourhood and year.
"""

import sys
from pathlib import Path

import numpy as np

WIJKEN, PRODUCTEN, CATEGORIEEN, AANBIEDERS = 400, 60, 8, 300
CANDIDATES = 2_000_000
FIRST = (np.datetime64("2019-01-01") - np.datetime64("1970-01-01")).astype(int)
LAST = (np.datetime64("2025-12-31") - np.datetime64("1970-01-01")).astype(int)
DURATION = np.array([60, 90, 45, 120, 40, 150, 300, 180])


def starts(rng, counts):
    """First days of help per youth: the first uniform, each later one after the one before with chance .8, else uniform."""
    length = LAST - FIRST + 1
    youths = np.repeat(np.arange(len(counts)), counts)
    place = np.arange(len(youths)) - np.repeat(np.cumsum(counts) - counts, counts)
    offset = np.cumsum(counts) - counts
    day = np.zeros(len(youths), dtype=np.int32)
    previous = np.zeros(len(counts), dtype=np.int64)
    for k in range(counts.max()):
        of = np.nonzero(counts > k)[0]
        fresh = rng.integers(0, length, len(of))
        if k:
            later = previous[of] + np.ceil(rng.exponential(260, len(of))).astype(np.int64)
            fresh = np.where((rng.random(len(of)) < 0.8) & (later < length), later, fresh)
        previous[of] = fresh
        day[offset[of] + k] = fresh
    assert (place >= 0).all()
    return youths.astype(np.int32), day + np.int32(FIRST)


def main():
    folder = Path(sys.argv[1])
    rows = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    candidates = max(1, CANDIDATES * rows // 10_000_000)
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.Generator(np.random.PCG64(20261121))

    size = rng.lognormal(0, 0.8, WIJKEN)
    home = rng.choice(WIJKEN, candidates, p=size / size.sum()).astype(np.int32)
    intensity = rng.gamma(0.7, size=candidates)
    counts = rng.multinomial(rows, intensity / intensity.sum())
    client, begin = starts(rng, counts)

    woonwijk = home[client]
    elsewhere = rng.choice(WIJKEN, rows, p=size / size.sum()).astype(np.int32)
    wijk = np.where(rng.random(rows) < 0.06, elsewhere, woonwijk)
    share = rng.lognormal(0, 0.7, PRODUCTEN)
    product = rng.choice(PRODUCTEN, rows, p=share / share.sum()).astype(np.int32)
    categorie = (product / 7.5).astype(np.int32)
    share = rng.lognormal(0, 1.2, AANBIEDERS)
    aanbieder = rng.choice(AANBIEDERS, rows, p=share / share.sum()).astype(np.int32)
    verwijzer = rng.choice(6, rows, p=[0.34, 0.30, 0.14, 0.10, 0.08, 0.04]).astype(np.int32)
    duration = rng.lognormal(np.log(DURATION[categorie]), 0.8).astype(np.int32)
    eind = begin + duration
    eind = np.where(eind > LAST, -1, eind)
    wacht = np.minimum(rng.lognormal(2.6 + 0.15 * (aanbieder % 7), 0.9), 900).astype(np.int32)
    prijs = np.minimum(100 * rng.lognormal(6.6, 1.0, rows), 20_000_000).astype(np.int32)

    order = np.argsort(begin, kind="stable")
    columns = dict(client=client, wijk=wijk, woonwijk=woonwijk, product=product, categorie=categorie,
                   aanbieder=aanbieder, verwijzer=verwijzer, begin=begin, eind=eind, wacht=wacht, prijs=prijs)
    for name, values in columns.items():
        values[order].astype("<i4").tofile(folder / f"{name}.i32")
    with (folder / "pop.csv").open("w") as out:
        out.write("wijk,jaar,jeugd\n")
        youths = (size * 6_000 * rows / 10_000_000).astype(int) + 500
        for wijk_nr, n in enumerate(youths):
            for jaar in range(2019, 2026):
                out.write(f"{code(wijk_nr)},{jaar},{n + 11 * (jaar - 2019)}\n")
    print(f"{rows} rows, {len(np.unique(client))} youths, mean duration {duration.mean():.0f} days, "
          f"{(eind < 0).mean():.1%} going on, {prijs.mean():.0f} cents each")


def code(wijk):
    """The code of a made-up neighbourhood: ten in a municipality, municipalities from 9001."""
    return (9001 + wijk // 10) * 100 + wijk % 10


main()
