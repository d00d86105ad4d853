"""Reference values for the statistics of `informatie`, from SciPy. Made with SciPy 1.17 (`pip install scipy`):

    python3 crates/informatie/tests/data/oracle.py > crates/informatie/tests/data/oracle.txt

Each line: what, its arguments, the value. The tests compare every line.
"""
import math
from scipy import special, stats, optimize

def out(name, *numbers):
    print(name, *(repr(float(n)) for n in numbers))

for a in (0.01, 0.3, 1, 2.5, 10, 123.4, 5e3, 1e6, 1e8):
    for f in (0.01, 0.5, 0.9, 1, 1.1, 1.5, 4):
        x = a * f if a >= 1 else f
        out("gamma_p", a, x, special.gammainc(a, x))
        out("gamma_q", a, x, special.gammaincc(a, x))
    for p in (1e-6, 0.001, 0.025, 0.5, 0.975, 0.999):
        q = special.gammaincinv(a, p)
        # SciPy itself is off for large shapes: gammaincinv(1e8, 1e-6) lies a tenth of a deviation too high.
        if q > 1e-280 and a < 1e8:
            out("gamma_quantile", p, a, q)
for a in (0.2, 1, 3.5, 40, 2000):
    for b in (0.5, 1, 7, 300, 1e5):
        for x in (0.001, 0.2, 0.5, 0.77, 0.999):
            out("beta_inc", a, b, x, special.betainc(a, b, x))
for p in (1e-12, 1e-5, 0.001, 0.02425, 0.1, 0.5, 0.8, 0.975, 0.999, 1 - 1e-9):
    out("normal_quantile", p, stats.norm.ppf(p))
for z in (-8, -3, -0.4, 0, 1, 2.5, 6):
    out("normal_cdf", z, stats.norm.cdf(z))
for k in (0, 1, 2, 5, 10, 100, 5000):
    for alpha in (0.05, 0.002):
        out("exact_low", k, alpha, stats.chi2.ppf(alpha / 2, 2 * k) / 2 if k else 0)
        out("exact_high", k, alpha, stats.chi2.ppf(1 - alpha / 2, 2 * (k + 1)) / 2)
for mean in (0.3, 2, 9.5, 64, 1234.5):
    for p in (0.001, 0.025, 0.975, 0.999):
        r = stats.poisson.ppf(p, mean)
        F, f = stats.poisson.cdf(r, mean), stats.poisson.pmf(r, mean)
        out("funnel", mean, p, max(0.0, r - (F - p) / f))
for mean in (0.2, 3, 47.5, 900):
    for var in (1, 1.5, 4, 60):
        v = mean * var
        if var == 1:
            d = stats.poisson(mean)
        else:
            r = mean * mean / (v - mean)
            d = stats.nbinom(r, r / (r + mean))
        for k in (0, 1, 4, 50, 1000):
            out("nb_ln_pmf", mean, v, k, d.logpmf(k))
            out("nb_cdf", mean, v, k, d.cdf(k))
            top = int(max(k, mean) + 400 * math.sqrt(v) + 1000)
            out("nb_crps", mean, v, k, sum((d.cdf(j) - (j >= k)) ** 2 for j in range(top)) if mean < 50 else
                float((( d.cdf(range(top)) - [1.0 * (j >= k) for j in range(top)]) ** 2).sum()))
        for p in (0.025, 0.1, 0.5, 0.9, 0.975):
            out("nb_quantile", mean, v, p, d.ppf(p))

# Survival of the 6-MP group of Freireich and others (1963), the example of every textbook, with log-log intervals.
times = [6, 6, 6, 7, 10, 13, 16, 22, 23]
censored = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
found = stats.ecdf(stats.CensoredData(uncensored=times, right=censored)).sf
bounds = found.confidence_interval(0.95, method="log-log")
low, high = bounds.low.probabilities, bounds.high.probabilities
for q, s, l, h in zip(found.quantiles, found.probabilities, low, high):
    if q in times:
        out("survival", q, s, l, h)

# Additive overdispersion on the square root scale after winsorising, as in Spiegelhalter (2005) and CQC; written again in Python.
O = [12, 30, 45, 18, 60, 75, 22, 9, 41, 33, 150, 28, 16, 52, 38]
E = [15.2, 24.1, 50.3, 12.4, 66.0, 58.7, 30.1, 10.2, 28.9, 35.5, 110.4, 31.7, 17.0, 49.8, 41.2]
y = [math.sqrt(o / e) for o, e in zip(O, E)]
s = [1 / (2 * math.sqrt(e)) for e in E]
z = sorted((a - 1) / b for a, b in zip(y, s))
def q7(v, p):
    h = (len(v) - 1) * p; i = int(h)
    return v[i] + (h - i) * (v[min(i + 1, len(v) - 1)] - v[i])
lo, hi = q7(z, .1), q7(z, .9)
phi = sum(min(max(a, lo), hi) ** 2 for a in z) / len(z)
w = [1 / a ** 2 for a in s]
tau2 = max(0.0, (len(z) * phi - (len(z) - 1)) / (sum(w) - sum(a * a for a in w) / sum(w)))
out("phi", phi)
out("tau2", tau2)

# Laney u' chart.
counts = [12, 15, 22, 9, 14, 30, 18, 11, 16, 25]
areas = [100, 120, 130, 90, 110, 150, 140, 95, 120, 135]
u = sum(counts) / sum(areas)
z = [(c / a - u) / math.sqrt(u / a) for c, a in zip(counts, areas)]
sigma = sum(abs(b - a) for a, b in zip(z, z[1:])) / (len(z) - 1) / 1.128
for n, a in enumerate(areas):
    out("laney", n, max(0, u - 3 * sigma * math.sqrt(u / a)), u, u + 3 * sigma * math.sqrt(u / a))
