"""Peers of `disrupt`: a firm-level ARIO in numpy, and BoARIO on the test table of pymrio.

dynamics_peer.py numpy FOLDER DAYS    the network that `jingwei-benchmarks dynamics` wrote; the same model, shock and days
dynamics_peer.py table FOLDER         writes the table of pymrio's test as a table folder
dynamics_peer.py boario [ROUNDS]      BoARIO's steps on it (pip install boario pymrio progressbar2)
"""
import resource
import sys

import numpy as np


def user() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_utime


def firms(folder: str, days: int) -> None:
    supplier = np.fromfile(f"{folder}/suppliers.i32", np.int32)
    customer = np.fromfile(f"{folder}/customers.i32", np.int32)
    value = np.fromfile(f"{folder}/values.f64") / 365
    sector = np.fromfile(f"{folder}/sectors.i32", np.int32)
    needs = np.fromfile(f"{folder}/needs.u8", np.uint8)
    n, m = len(sector), int(round(len(needs) ** 0.5))
    x0 = np.fromfile(f"{folder}/revenue.f64") / 365
    x0 = np.maximum(x0, np.bincount(supplier, value, n))
    demand = np.maximum(0, x0 - np.bincount(supplier, value, n))
    order = np.lexsort((sector[supplier], customer))
    supplier, customer, value = supplier[order], customer[order], value[order]
    key = customer.astype(np.int64) * m + sector[supplier]
    first = np.flatnonzero(np.r_[True, key[1:] != key[:-1]])
    size = np.diff(np.r_[first, len(key)])
    flow = np.add.reduceat(value, first)
    owner = customer[first]
    need = needs[sector[supplier[first]].astype(np.int64) * m + sector[owner]]
    bought = np.bincount(owner, flow, n)
    share = np.where(need == 1, flow / bought[owner], 0.0)
    essential = np.flatnonzero(need == 2)
    essential_owner = owner[essential]
    starts = np.flatnonzero(np.r_[True, essential_owner[1:] != essential_owner[:-1]])
    essential_firm = essential_owner[starts]
    inverse = 1 / x0
    goal, tau = 15.0, 6.0
    stock, orders, made = goal * flow, value.copy(), x0.copy()
    ready = np.ones(n)
    hard, soft = np.full(n, np.inf), np.ones(n)
    stopped = np.arange(0, n, 100)
    lost = 0.0
    begin = user()
    for day in range(days):
        left = np.ones(n)
        if day >= 1:
            since, recovery = day - 1 - days // 2, days // 4
            left[stopped] = 0.0 if since < 0 else min(1.0, since / recovery) if recovery else 1.0
        wanted = np.bincount(supplier, orders, n) + demand
        can = x0 * left
        aim = np.minimum(wanted, can)
        made = np.minimum(aim, np.minimum(x0 * hard, x0 * soft))
        served = np.divide(made, wanted, out=np.zeros(n), where=wanted > 0)
        lost += (x0 - made).sum()
        got = np.add.reduceat(orders * served[supplier], first)
        use = flow * (made * inverse)[owner]
        stock += got - np.minimum(stock, use)
        asked = np.maximum(0, goal * flow * (aim * inverse)[owner] - stock) / tau + use
        ready = can * inverse
        weight = value * ready[supplier]
        whole = np.add.reduceat(weight, first)
        orders = weight * np.repeat(np.divide(asked, whole, out=np.zeros(len(first)), where=whole > 0), size)
        cover = np.minimum(1, stock / flow)
        soft = np.maximum(0, 1 - np.bincount(owner, share * (1 - cover), n))
        hard = np.full(n, np.inf)
        hard[essential_firm] = np.minimum.reduceat((stock / flow)[essential], starts)
    print("milliseconds a day", (user() - begin) / days * 1000)
    print("loss", lost)


def table(folder: str) -> None:
    import os

    import pymrio

    mrio = pymrio.load_test()
    os.makedirs(folder, exist_ok=True)
    names = [f"{region}/{sector}" for region, sector in mrio.Z.index]
    flows = mrio.Z.copy()
    flows.index = flows.columns = names
    flows.to_csv(f"{folder}/flows.csv")
    uses = mrio.Y.copy()
    uses.index = names
    uses.columns = [f"{region}/{use}" for region, use in mrio.Y.columns]
    uses.to_csv(f"{folder}/final_demand.csv")


def boario(rounds: int) -> None:
    import logging
    import warnings

    warnings.filterwarnings("ignore")
    logging.disable(logging.CRITICAL)
    import boario.event
    import pymrio
    from boario.extended_models import ARIOPsiModel
    from boario.simulation import Simulation

    mrio = pymrio.load_test()
    mrio.calc_all()
    spent = loss = 0.0
    for _ in range(rounds):
        simulation = Simulation(ARIOPsiModel(mrio, order_type="alt"), n_temporal_units_to_sim=365)
        simulation.add_event(boario.event.from_scalar_regions_sectors(
            0.8, event_type="arbitrary", affected_regions=["reg1"], affected_sectors=["manufactoring"],
            impact_regional_distrib="equal", impact_sectoral_distrib="equal", occurrence=5, duration=60, recovery_tau=30,
            recovery_function="linear"))
        begin = user()
        simulation.loop()
        spent += user() - begin
        made = simulation.production_realised
        loss = float((made.iloc[0] * 365 - made.sum()).sum())
    print("milliseconds a step", spent / rounds / 365 * 1000)
    print("loss", loss)


if __name__ == "__main__":
    if len(sys.argv) < 2 or sys.argv[1] not in ("numpy", "table", "boario"):
        sys.exit(__doc__)
    if sys.argv[1] == "numpy":
        firms(sys.argv[2], int(sys.argv[3]))
    elif sys.argv[1] == "table":
        table(sys.argv[2])
    else:
        boario(int(sys.argv[2]) if len(sys.argv) > 2 else 3)
