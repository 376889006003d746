"""network-vs-igraph.py PROGRAM REFERENCE [ROUNDS]: structure of the Debian stand-in network, ours against python-igraph.

PROGRAM is jingwei-benchmarks as built with `swift build -c release --package-path Benchmarks`, REFERENCE the folder of
reference material. Both work on one core in turns; of each measure the least CPU time counts. Graphs are in memory:
reading is not timed, ours from making the graph on is listed apart. Needs `pip install igraph==1.0.0`, which is run as a
peer only.
"""

import gzip
import json
import pathlib
import random
import resource
import subprocess
import sys
import tempfile

import igraph


def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def main():
    program, reference = sys.argv[1], pathlib.Path(sys.argv[2])
    rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
    folder = reference / "data" / "debian_dependency_network"
    with gzip.open(folder / "bookworm_nodes.tsv.gz", "rt") as file:
        count = sum(1 for _ in file) - 1
    with gzip.open(folder / "bookworm_edges.tsv.gz", "rt") as file:
        next(file)
        edges = [tuple(map(int, line.split("\t", 2)[:2])) for line in file]
    graph = igraph.Graph(count, edges, directed=True)
    undirected = igraph.Graph(count, edges, directed=False)
    simple = undirected.copy()
    simple.simplify()

    times, results, modularities, ours = {}, {}, [], None

    def timed(name, work):
        before = cpu()
        results[name] = work()
        times[name] = min(times.get(name, float("inf")), cpu() - before)

    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{a} {b}\n" for a, b in edges)
        file.flush()
        for seed in range(rounds):
            answer = json.loads(subprocess.run([program, "network", file.name, "3"], check=True, capture_output=True).stdout)
            if ours:
                answer["seconds"] = {name: min(value, ours["seconds"][name]) for name, value in answer["seconds"].items()}
            ours = answer
            timed("strong components", lambda: graph.connected_components(mode="strong"))
            timed("PageRank", lambda: graph.pagerank(damping=0.85))
            timed("articulation points", undirected.articulation_points)
            timed("bridges", undirected.bridges)
            timed("k-cores", simple.coreness)
            timed("weak components", lambda: graph.connected_components(mode="weak"))
            random.seed(seed)
            timed("Leiden, 2 iterations", lambda: undirected.community_leiden(
                objective_function="modularity", n_iterations=2))
            modularities.append(results["Leiden, 2 iterations"].modularity)

    times["articulation points and bridges"] = times.pop("articulation points") + times.pop("bridges")
    print(f"igraph {igraph.__version__}, {count:,} nodes, {len(edges):,} links, least of {rounds} rounds\n")
    print("| measure | igraph, CPU s | ours, CPU s | ours ÷ igraph |")
    print("|---|---|---|---|")
    for name, value in sorted(ours["seconds"].items()):
        peer = times.get(name)
        print(f"| {name} | {peer:.4f} | {value:.4f} | {value / peer:.2f} |" if peer else f"| {name} | – | {value:.4f} | – |")
    strong = results["strong components"].membership
    pairs = set(zip(strong, ours["component"]))
    print()
    print("same strong components:", len(pairs) == len(set(strong)) == len(set(ours["component"])))
    print("same articulation points:", sorted(results["articulation points"]) == ours["articulationPoints"])
    print("same k-cores:", results["k-cores"] == ours["cores"])
    print("largest difference of PageRank:", max(abs(a - b) for a, b in zip(results["PageRank"], ours["ranks"])))
    print("modularity, igraph:", " ".join(f"{value:.5f}" for value in modularities))
    print("modularity, ours:  ", " ".join(f"{value:.5f}" for value in ours["modularities"]))


if __name__ == "__main__":
    main()
