"""indicators_peers.py complexity FILE | moran FILE NEIGHBOURS PERMUTATIONS: the same questions asked of the peers.

Needs: pip install ecomplexity esda libpysal
"""

import resource
import sys
from importlib.metadata import version

import numpy as np
import pandas as pd


def timed(name, work):
    def user():
        return resource.getrusage(resource.RUSAGE_SELF).ru_utime

    before = user()
    value = work()
    print(f"{name}: user {user() - before:.3f} s")
    return value


def complexity(path):
    from ecomplexity import ecomplexity

    print("ecomplexity", version("ecomplexity"))
    wide = pd.read_csv(path, index_col=0)
    long = wide.stack().rename_axis(["region", "industry"]).rename("value").reset_index()
    long["time"] = 2023
    columns = {"time": "time", "loc": "region", "prod": "industry", "val": "value"}
    found = timed("quotients, ECI, PCI, density, COI, COG", lambda: ecomplexity(long, columns))
    eci = found.groupby("region")["eci"].first()
    print("sum of |ECI|, sum of densities:", float(eci.abs().sum()), float(found["density"].sum()))


def moran(path, neighbours, permutations):
    import esda
    import libpysal

    print("esda", version("esda"), "libpysal", version("libpysal"))
    points = pd.read_csv(path)
    weights = timed("neighbours", lambda: libpysal.weights.KNN.from_array(points[["x", "y"]].to_numpy(), k=neighbours))
    weights.transform = "r"
    values = points["value"].to_numpy()
    np.random.seed(1)
    one = timed("global I with permutations", lambda: esda.Moran(values, weights, permutations=permutations))
    timed("local I with permutations", lambda: esda.Moran_Local(values, weights, permutations=permutations, n_jobs=1, seed=1))
    print("I:", one.I, "p:", one.p_sim)


if sys.argv[1] == "complexity":
    complexity(sys.argv[2])
else:
    moran(sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
