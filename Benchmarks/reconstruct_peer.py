"""reconstruct_peer.py [FIRMS] [SECTORS]: the same model in plain numpy, every pair looked at, for comparison.

Sectors, sizes and coefficients are drawn alike (not bit by bit); z is found by bisection on the expected number of links, links are drawn from the whole
matrix of chances in blocks of suppliers. CPU seconds of one core and peak memory are printed.
"""

import resource
import sys
import time

import numpy as np


def main() -> None:
    firms = int(sys.argv[1]) if len(sys.argv) > 1 else 13_151
    sectors = int(sys.argv[2]) if len(sys.argv) > 2 else 51
    start = time.process_time()
    rng = np.random.default_rng(42)
    weights = np.arange(1, sectors + 1) ** -0.7
    counts = np.rint(weights / weights.sum() * firms).astype(int)
    sector = np.repeat(np.arange(sectors), counts)
    size = rng.lognormal(0, 1.5, sector.size)
    total = np.bincount(sector, size, sectors)
    size *= (counts / total)[sector]
    coefficients = np.where(rng.random((sectors, sectors)) < 0.3, rng.random((sectors, sectors)), 0)
    coefficients *= 0.5 / np.maximum(coefficients.sum(axis=0), 1e-300)
    flow = coefficients * counts
    flow *= np.minimum(1, counts / np.maximum(flow.sum(axis=1), 1e-300))[:, None]
    share = size / counts[sector]
    sales = flow.sum(axis=1)

    def blocks():
        for first in range(0, sector.size, 512):
            rows = slice(first, min(first + 512, sector.size))
            yield first, (sales[sector[rows]] * share[rows])[:, None] * flow[sector[rows]][:, sector] * share[None, :]

    low, high = -60.0, 60.0
    for _ in range(12):  # coarse: each step looks at every pair
        z = 2 ** ((low + high) / 2)
        links = sum((z * f / (1 + z * f)).sum() for _, f in blocks())
        low, high = ((low + high) / 2, high) if links < 10 * sector.size else (low, (low + high) / 2)
    drawn = 0
    trade = 0.0
    for first, f in blocks():
        chance = z * f / (1 + z * f)
        supplier, customer = np.nonzero(rng.random(chance.shape, dtype=np.float32) < chance)
        expected = flow[sector[supplier + first], sector[customer]] * share[supplier + first] * share[customer]
        trade += (expected / chance[supplier, customer]).sum()
        drawn += supplier.size
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{sector.size} firms, {drawn} links, trade {trade:.1f} of {flow.sum():.1f}: "
          f"{time.process_time() - start:.2f} s of processor time, peak {peak:.0f} MiB (numpy {np.__version__})")


if __name__ == "__main__":
    main()
