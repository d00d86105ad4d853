"""JH-REF-1 in SimPy, to compare speed with: not part of the build or the tests.

    python3 -m venv /tmp/simpy && /tmp/simpy/bin/pip install 'simpy==4.1.*'
    /tmp/simpy/bin/python crates/simulatie/benches/jh_ref_1.py [SEED] [HORIZON]

Prints model events (arrivals from outside, completions, reneges), processor seconds and the measures of one run. Run
`cargo run --release -p simulatie --example snelheid` in the same minute; the definition is in src/reference/ref1.rs.
"""

import math
import random
import sys
import time

import simpy

SEED = int(sys.argv[1]) if len(sys.argv) > 1 else 1
T = float(sys.argv[2]) if len(sys.argv) > 2 else 37_000.0
W = 2_000.0 if T > 2_000.0 else 0.0
SERVERS = [228, 400, 270, 160, 20]
RATE = [6.0, 4.0, 4.0, 3.0, 1.5, 1.5, 0.5]
ENTRY = [[.8, .2, 0, 0, 0], [.5, .3, .2, 0, 0], [.2, .1, .7, 0, 0], [.2, .2, .6, 0, 0], [.5, .5, 0, 0, 0],
         [.6, .2, 0, 0, .2], [0, 0, 0, 0, 1]]
CV = [None, 0.8, 1.2, 1.0, None]
MEAN = [[18, 36, 40, 200, 16], [20, 43, 40, 200, 16], [16, 36, 37, 150, 16], [20, 47, 42, 200, 16],
        [24, 55, 40, 260, 16], [24, 50, 40, 240, 17], [26, 55, 46, 220, 19]]
PATIENCE = {(0, 1): 90, (1, 1): 120, (1, 2): 150, (2, 2): 100, (3, 2): 200}
ROUTES = [
    {0: {1: .25}, 1: {0: .10}},
    {0: {1: .40, 2: .10}, 1: {0: .05, 2: .15, 3: .03}, 2: {1: .15, 3: .02}, 3: {1: .5}},
    {0: {1: .10, 2: .50}, 1: {2: .30}, 2: {0: .10, 3: .02, 4: .02}, 3: {2: .5}, 4: {2: .6, 3: .1}},
    {0: {1: .30, 2: .40}, 1: {0: .05, 2: .20, 3: .01}, 2: {0: .05, 1: .20, 3: .01}, 3: {1: .5, 2: .2}},
    {0: {1: .50}, 1: {0: .10, 3: .08}, 3: {1: .6}},
    {0: {1: .40, 2: .05, 3: .03, 4: .05}, 1: {0: .10, 2: .05, 3: .06, 4: .03}, 2: {1: .10, 3: .03, 4: .02},
     3: {0: .10, 1: .4, 2: .05, 4: .02}, 4: {0: .2, 1: .2, 2: .05, 3: .3}},
    {0: {1: .30, 2: .05, 4: .02}, 1: {0: .05, 2: .10, 3: .05, 4: .02}, 2: {1: .20, 3: .05, 4: .02},
     3: {0: .10, 1: .4, 2: .10, 4: .03}, 4: {0: .15, 1: .2, 2: .15, 3: .3}},
]

rng = random.Random(SEED)
arrivals = completions = reneges = 0
waits = [[] for _ in SERVERS]
busy = [0.0] * len(SERVERS)


def service(group, station):
    mean, cv = MEAN[group][station], CV[station]
    if cv is None:
        return rng.expovariate(1.0 / mean)
    square = math.log(1.0 + cv * cv)
    return rng.lognormvariate(math.log(mean) - square / 2.0, math.sqrt(square))


def child(env, stations, group, station):
    global completions, reneges
    while station is not None:
        joined = env.now
        with stations[station].request(priority=0 if group == 6 else 1) as place:
            patience = PATIENCE.get((group, station))
            if patience is None or place.triggered:
                yield place
            else:
                yield place | env.timeout(rng.expovariate(1.0 / patience))
                if not place.triggered:
                    reneges += 1
                    return
            start = env.now
            if start >= W:
                waits[station].append(start - joined)
            takes = service(group, station)
            busy[station] += max(0.0, min(start + takes, T) - max(start, W))
            yield env.timeout(takes)
            completions += 1
        draw, where = rng.random(), None
        for to, probability in ROUTES[group].get(station, {}).items():
            draw -= probability
            if draw < 0.0:
                where = to
                break
        station = where


def source(env, stations, group, station, rate):
    global arrivals
    while True:
        yield env.timeout(rng.expovariate(rate))
        arrivals += 1
        env.process(child(env, stations, group, station))


env = simpy.Environment()
stations = [simpy.PriorityResource(env, capacity=servers) for servers in SERVERS]
for group, rate in enumerate(RATE):
    for station, part in enumerate(ENTRY[group]):
        if part > 0:
            env.process(source(env, stations, group, station, rate * part))
before = time.process_time()
env.run(until=T)
seconds = time.process_time() - before
events = arrivals + completions + reneges
print(f"SimPy {simpy.__version__}: {events} model events in {seconds:.2f} processor seconds: {events / seconds:,.0f} per second")
print("mean waits", [round(sum(w) / max(1, len(w)), 3) for w in waits], "utilisation",
      [round(b / (c * (T - W)), 4) for b, c in zip(busy, SERVERS)], "completions", completions, "reneges", reneges)
