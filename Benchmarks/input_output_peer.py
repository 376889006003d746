"""input_output_peer.py calc_all|calc_L FOLDER: what pymrio needs for the table that jingwei-benchmarks wrote, in user seconds.

Reading the table and making pymrio's objects is not measured. Prints the largest difference to our answer where there is one.
"""

import os
import resource
import sys

import numpy as np
import pandas as pd
import pymrio


def user():
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def main():
    what, folder = sys.argv[1:3]
    demand = np.fromfile(os.path.join(folder, "y.f64"))
    count = len(demand)
    flows = np.fromfile(os.path.join(folder, "Z.f64")).reshape(count, count)
    regions = 44 if count % 44 == 0 else 8
    index = pd.MultiIndex.from_product(
        [[f"r{number}" for number in range(regions)], [f"s{number}" for number in range(count // regions)]],
        names=["region", "sector"])
    Z = pd.DataFrame(flows, index=index, columns=index, copy=False)
    Y = pd.DataFrame(
        demand[:, None], index=index, columns=pd.MultiIndex.from_tuples([("r0", "use")], names=["region", "category"]))
    if what == "calc_all":
        system = pymrio.IOSystem(Z=Z, Y=Y)
        before = user()
        system.calc_all()
        spent = user() - before
        found = system.L.to_numpy().sum(axis=0)
    else:
        A = pymrio.calc_A(Z, pymrio.calc_x(Z, Y))
        before = user()
        L = pymrio.calc_L(A)
        spent = user() - before
        found = L.to_numpy() @ demand
    print("user", spent)
    print("pymrio", pymrio.__version__, "numpy", np.__version__, "peak MiB",
          resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
    answer = os.path.join(folder, "answer.f64")
    if os.path.exists(answer):
        ours = np.fromfile(answer)
        print("largest difference, relative:", float(np.max(np.abs(found - ours) / np.abs(found))))


if __name__ == "__main__":
    main()
