"""The five queries of JH-OLAP-1, by DuckDB and by our kernels, in turns, on the same files.

    python meten.py OLAP SNAPSHOT POP.CSV [TURNS]

OLAP is the example program. DuckDB reads the Parquet files of the snapshot, and a database file of its own made from them;
the better of the two counts. Seconds are of the processor, user and system, best of the turns; answers must be equal.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

import duckdb

Q1_NAIVE = """
select count(*), sum(n) from (
  select wijk, m, count(distinct client) n from e join maand
    on begin <= m_end and (eind is null or eind >= m_start) group by all)"""
# The same without expansion: stretches of months per youth and neighbourhood, only what is new, steps, running sum.
Q1 = """
with t as (
  select client, wijk,
    greatest(0, (year(begin) - 2021) * 12 + month(begin) - 1) f,
    least(59, coalesce((year(eind) - 2021) * 12 + month(eind) - 1, 59)) l
  from e),
o as (
  select wijk, f, l, max(l) over (partition by client, wijk order by f, l
    rows between unbounded preceding and 1 preceding) done
  from t where f <= l and l >= 0 and f < 60),
s as (select wijk, case when done is null or done < f then f else done + 1 end f, l from o
      where done is null or done < l),
d as (select wijk, u.m m, sum(u.n) n from (select wijk, unnest([{'m': f, 'n': 1}, {'m': l + 1, 'n': -1}]) u from s)
      group by all),
g as (select w.wijk, m.m, coalesce(d.n, 0) n from (select distinct wijk from e) w cross join range(60) m(m)
      left join d on d.wijk = w.wijk and d.m = m.m)
select count(*) filter (n > 0), sum(n) from (select sum(n) over (partition by wijk order by m) n from g)"""
Q2 = """
select count(*), round(sum(q[1]), 1), round(sum(q[2]), 1) from (
  select aanbieder, year(begin), month(begin), quantile_cont(wacht, [0.5, 0.9]) q from e group by all)"""
Q3 = """
select count(*), sum(s) from (
  select year(begin) j, categorie, wijk, sum(toegekend) s from e group by all)"""
Q4 = """
select count(*), round(sum(1000.0 * n / jeugd), 4) from (
  select wijk, year(begin) jaar, count(distinct client) n from e group by all) join pop using (wijk, jaar)"""
Q5_ASOF = """
with a as (select client, categorie, eind from e where eind < date '2025-01-01'),
b as (select client, begin from e)
select categorie, count(*), count(*) filter (where b.begin <= a.eind + 365)
from a asof left join b on a.client = b.client and b.begin > a.eind group by 1 order by 1"""
Q5_EXISTS = """
select categorie, count(*), count(*) filter (where exists (
  select 1 from e b where b.client = a.client and b.begin > a.eind and b.begin <= a.eind + 365))
from e a where eind < date '2025-01-01' group by 1 order by 1"""
QUERIES = {"Q1": [Q1, Q1_NAIVE], "Q2": [Q2], "Q3": [Q3], "Q4": [Q4], "Q5": [Q5_ASOF, Q5_EXISTS]}


def answer(name, rows):
    """The answer as our program prints it."""
    if name == "Q5":
        return "".join(f"({n},{r})" for _, n, r in rows)
    count, *sums = rows[0]
    if name == "Q2":
        return f"{count} " + " ".join(f"{s:.1f}" for s in sums)
    return f"{count} {sums[0]:.4f}" if name == "Q4" else f"{count} {int(sums[0])}"


def connect(snapshot, pop, database=None):
    con = duckdb.connect(database or ":memory:")
    source = f"read_parquet('{snapshot}/*.parquet')"
    if database:
        con.execute(f"create table e as select client, wijk, categorie, aanbieder, begin, eind, wacht, toegekend from {source}")
        con.execute("checkpoint")
    else:
        con.execute(f"create view e as select * from {source}")
    con.execute(f"create table pop as select * from read_csv('{pop}')")
    con.execute("""create table maand as select m, (date '2021-01-01' + to_months(m::int))::date m_start,
        (date '2021-01-01' + to_months(m::int + 1))::date - 1 m_end from range(60) t(m)""")
    return con


def ours(program, snapshot, pop, turns):
    """Seconds, answers and memory of our program."""
    out = subprocess.run([program, "run", snapshot, pop, str(turns)], check=True, capture_output=True, text=True).stdout
    found = {"memory": None}
    for line in out.splitlines():
        words = line.split(maxsplit=2)
        if words[0] == "memory":
            found["memory"] = line.split(maxsplit=1)[1]
        elif words[1] == "answer":
            found.setdefault(words[0], {})["answer"] = words[2].strip()
        elif words[1] == "threads":
            threads, _, cpu, _, wall = words[2].split()
            found.setdefault(words[0], {})[int(threads)] = (float(cpu), float(wall))
        else:
            found["open"] = words[2]
    return found


def main():
    program, snapshot, pop = sys.argv[1:4]
    turns = int(sys.argv[4]) if len(sys.argv) > 4 else 3
    best, answers, mine = {}, {}, {}
    with tempfile.TemporaryDirectory() as folder:
        sources = {"parquet": connect(snapshot, pop), "native": connect(snapshot, pop, os.path.join(folder, "e.duckdb"))}
        for turn in range(turns):
            one = ours(program, snapshot, pop, 3)
            for name, queries in QUERIES.items():
                for threads in (1, 2):
                    seconds = mine.setdefault(name, {}).setdefault(threads, one[name][threads])
                    mine[name][threads] = tuple(map(min, seconds, one[name][threads]))
                for n, query in enumerate(queries):
                    # The slow forms once: they are there to show what the answer must be.
                    if n and turn:
                        continue
                    for source, con in sources.items():
                        for threads in (1, 2):
                            con.execute(f"set threads = {threads}")
                            before = time.process_time()
                            rows = con.execute(query).fetchall()
                            seconds = time.process_time() - before
                            best[name, source] = min(best.get((name, source), seconds), seconds)
                            answers.setdefault(name, set()).add(answer(name, rows))
                answers[name].add(one[name]["answer"])
    print(f"DuckDB {duckdb.__version__}, the better of 1 and 2 threads; ours opens and checks the snapshot in {one['open']} s, memory {one['memory']}")
    print("| query | DuckDB, Parquet | DuckDB, own file | ours, 1 thread | ratio to the better | ours, 2 threads: processor, wall | ratio to Parquet |")
    print("|---|---|---|---|---|---|---|")
    for name in QUERIES:
        parquet, native = best[name, "parquet"], best[name, "native"]
        (cpu, _), (cpu2, wall2) = mine[name][1], mine[name][2]
        print(f"| {name} | {parquet:.3f} | {native:.3f} | {cpu:.3f} | **{min(parquet, native) / cpu:.1f}** "
              f"| {cpu2:.3f}, {wall2:.3f} | {parquet / cpu:.1f} |")
    different = {name: sorted(found) for name, found in answers.items() if len(found) > 1}
    print("answers equal" if not different else f"ANSWERS DIFFER: {json.dumps(different, indent=1)}")
    for name, found in answers.items():
        print(name, *found)
    sys.exit(bool(different))


main()
