"""Writes what networkx and python-igraph say of small graphs, and of graphs of the reference material.

    pip install networkx==3.6.1 igraph==1.0.0 numpy==2.4.6 scipy==1.17.1
    python reference.py small > small.json                                  # the graphs in this folder
    python reference.py debian REFERENCE/data/debian_dependency_network > debian.json
    python reference.py sample ../../docs/samples/network > sample.json
    python reference.py trade REFERENCE/data/auto_trade_network > trade.json

igraph is GPL: it is run here as a program of its own, and none of its source was read.
"""

import csv
import gzip
import json
import pathlib
import random
import sys

import igraph
import networkx as nx

HERE = pathlib.Path(__file__).parent


def read(path):
    """A graph of this folder: source, target, weight."""
    graph = nx.MultiDiGraph()
    with open(path) as file:
        rows = [(int(row["source"]), int(row["target"]), float(row["weight"])) for row in csv.DictReader(file)]
    graph.add_nodes_from(range(max(max(a, b) for a, b, _ in rows) + 1))
    graph.add_weighted_edges_from(rows)
    return graph


def simple(graph):
    """Parallel links merged, weights added, loops dropped."""
    merged = nx.DiGraph()
    merged.add_nodes_from(sorted(graph))
    for a, b, weight in graph.edges(data="weight"):
        if a != b:
            merged.add_edge(a, b, weight=merged.get_edge_data(a, b, {"weight": 0})["weight"] + weight)
    return merged


def values(mapping):
    return [mapping[node] for node in sorted(mapping)]


def lowest(groups, count):
    """For each node the lowest node of its group."""
    mark = [0] * count
    for group in groups:
        for node in group:
            mark[node] = min(group)
    return mark


def described(multi):
    graph = simple(multi)
    plain = nx.Graph(graph)
    count = graph.number_of_nodes()
    partner = igraph.Graph(count, list(graph.edges()), directed=False)
    partner.es["weight"] = [w for _, _, w in graph.edges(data="weight")]
    modularities = []
    for seed in range(20):
        random.seed(seed)
        found = partner.community_leiden(objective_function="modularity", weights="weight", n_iterations=2)
        modularities.append(partner.modularity(found.membership, weights="weight"))
    return {
        "nodes": count,
        "links": multi.number_of_edges(),
        "simpleLinks": graph.number_of_edges(),
        "strongComponents": lowest(nx.strongly_connected_components(graph), count),
        "weakComponents": lowest(nx.weakly_connected_components(graph), count),
        "articulationPoints": sorted(nx.articulation_points(plain)),
        # Opposite links are parallel where directions are ignored, so they are no bridges.
        "bridges": sorted(
            sorted(edge) for edge in nx.bridges(nx.MultiGraph(plain))
            if not (graph.has_edge(*edge) and graph.has_edge(*edge[::-1]))),
        "coreNumbers": values(nx.core_number(plain)),
        "pageRank": values(nx.pagerank(graph, tol=1e-15, max_iter=10_000, weight="weight")),
        "pageRankUnweighted": values(nx.pagerank(graph, tol=1e-15, max_iter=10_000, weight=None)),
        "betweenness": values(nx.betweenness_centrality(graph)),
        "closeness": values(nx.closeness_centrality(graph)),
        "harmonicCloseness": [value / (count - 1) for value in values(nx.harmonic_centrality(graph))],
        "degreeAssortativity": nx.degree_pearson_correlation_coefficient(graph, x="out", y="in"),
        "kindAssortativity": kind_assortativity(graph),
        "leidenModularities": modularities,
    }


def kind_assortativity(graph):
    """By the remainder of the node's number on division by three."""
    graph = graph.copy()
    nx.set_node_attributes(graph, {node: node % 3 for node in graph}, "kind")
    return nx.attribute_assortativity_coefficient(graph, "kind")


def debian(folder):
    with gzip.open(folder / "bookworm_nodes.tsv.gz", "rt") as file:
        count = sum(1 for _ in file) - 1
    with gzip.open(folder / "bookworm_edges.tsv.gz", "rt") as file:
        next(file)
        edges = [tuple(map(int, line.split("\t", 2)[:2])) for line in file]
    graph = igraph.Graph(count, edges, directed=True)
    undirected = igraph.Graph(count, edges, directed=False)
    simple_graph = undirected.copy()
    simple_graph.simplify()
    strong = graph.connected_components(mode="strong")
    ranks = graph.pagerank(damping=0.85)
    modularities = []
    for seed in range(10):
        random.seed(seed)
        found = undirected.community_leiden(objective_function="modularity", n_iterations=2)
        modularities.append(found.modularity)
    cores = simple_graph.coreness()
    return {
        "nodes": count,
        "links": graph.ecount(),
        "strongComponents": len(strong),
        "strongSizes": sorted((size for size in strong.sizes() if size > 1), reverse=True),
        "weakSizes": sorted(graph.connected_components(mode="weak").sizes(), reverse=True),
        "articulationPoints": sorted(undirected.articulation_points()),
        "bridges": sorted(sorted(undirected.es[edge].tuple) for edge in undirected.bridges()),
        "coreHistogram": [cores.count(k) for k in range(max(cores) + 1)],
        "pageRankEvery": 89,
        "pageRank": ranks[::89],
        "pageRankLargest": max(ranks),
        "degreeAssortativity": graph.assortativity_degree(directed=True),
        "leidenModularities": modularities,
    }


def trade(folder):
    """The years 2006 and 2016; countries in order of their codes over both years."""
    with gzip.open(folder / "ele_automotive_edges.csv.gz", "rt") as file:
        rows = [row for row in csv.DictReader(file) if row["net"] in ("1", "11")]
    names = sorted({row[end] for row in rows for end in ("from", "to")})
    answer = {"countries": names}
    for net, year in (("1", "2006"), ("11", "2016")):
        graph = nx.MultiDiGraph()
        graph.add_nodes_from(range(len(names)))
        graph.add_weighted_edges_from(
            (names.index(row["from"]), names.index(row["to"]), float(row["VAL"]))
            for row in rows if row["net"] == net)
        answer[year] = described(graph)
    return answer


def sample(folder):
    """The made-up network of the study's page; firms in the file's order."""
    with open(folder / "firms.csv") as file:
        names = [row["id"] for row in csv.DictReader(file)]
    graph = nx.MultiDiGraph()
    graph.add_nodes_from(range(len(names)))
    with open(folder / "links.csv") as file:
        for row in csv.DictReader(file):
            graph.add_edge(names.index(row["supplier"]), names.index(row["customer"]), weight=float(row["value"]))
    return {"firms": names, "forward": described(graph), "backward": described(graph.reverse())}


def main():
    what = sys.argv[1]
    if what == "small":
        answer = {path.stem: described(read(path)) for path in sorted(HERE.glob("*.csv"))}
    else:
        answer = {"debian": debian, "sample": sample, "trade": trade}[what](pathlib.Path(sys.argv[2]))
    answer["peers"] = {"networkx": nx.__version__, "igraph": igraph.__version__}
    json.dump(answer, sys.stdout, indent=1 if what == "small" else None)
    print()


if __name__ == "__main__":
    main()
