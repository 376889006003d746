/// Links of which no graph can be made.
public enum GraphProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// A link, by its number from 0, names a node that does not exist.
    case unknownNode(link: Int, node: Int, nodeCount: Int)
    /// A link's weight is negative or not finite.
    case badWeight(link: Int, weight: Double)
    /// Sources, targets and weights are not equally many.
    case unequalLengths(sources: Int, targets: Int, weights: Int?)
    /// More nodes or links than 32 bits count.
    case tooLarge(nodes: Int, links: Int)

    /// What happened and what to do.
    public var description: String {
        switch self {
        case .unknownNode(let link, let node, let nodeCount):
            "link \(link) names node \(node), but nodes run from 0 to \(nodeCount - 1); add the node or drop the link"
        case .badWeight(let link, let weight):
            "link \(link) weighs \(weight); give a weight that is 0 or more and finite"
        case .unequalLengths(let sources, let targets, let weights):
            "\(sources) sources, \(targets) targets\(weights.map { " and \($0) weights" } ?? ""); give equally many"
        case .tooLarge(let nodes, let links):
            "\(nodes) nodes and \(links) links; at most \(Int32.max / 2 - 1) links are held"
        }
    }
}
