import Ecosystem

/// A model as GEXF 1.2, which Gephi and networkx read.
enum GEXFExport {
    static func text(_ model: EcosystemModel) -> String {
        let graph = RecordGraph(model)
        let title = XMLText.escaped(model.identity.title.en)
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">
            <meta><creator>Jingwei</creator><description>\(title)</description></meta>
            <graph mode="static" defaultedgetype="directed">

            """
        out += declarations("node", RecordGraph.nodeAttributes.map { ($0.name, $0.isNumber) })
        out += declarations("edge", RecordGraph.edgeAttributes.map { ($0.name, $0.isNumber) })
        out += "<nodes count=\"\(graph.nodes.count)\">\n"
        for node in graph.nodes {
            out +=
                "<node id=\"\(XMLText.escaped(node.id))\" label=\"\(XMLText.escaped(node.name.zh))\"><attvalues>"
            for (index, attribute) in RecordGraph.nodeAttributes.enumerated() {
                if let value = attribute.read(node) { out += Self.value(index, value) }
            }
            out += "</attvalues></node>\n"
        }
        out += "</nodes>\n<edges count=\"\(graph.edges.count)\">\n"
        for edge in graph.edges {
            out += "<edge id=\"\(XMLText.escaped(edge.id))\" source=\"\(XMLText.escaped(edge.source))\""
            out += " target=\"\(XMLText.escaped(edge.target))\" label=\"\(XMLText.escaped(edge.label))\""
            // networkx refuses a file with both kinds of edge; whether one has a direction stands in `directed`.
            out += "><attvalues>"
            for (index, attribute) in RecordGraph.edgeAttributes.enumerated() {
                if let value = attribute.read(edge) { out += Self.value(index, value) }
            }
            out += "</attvalues></edge>\n"
        }
        return out + "</edges>\n</graph>\n</gexf>\n"
    }

    private static func declarations(_ part: String, _ attributes: [(String, Bool)]) -> String {
        var out = "<attributes class=\"\(part)\" mode=\"static\">\n"
        for (index, (name, isNumber)) in attributes.enumerated() {
            out +=
                "<attribute id=\"\(index)\" title=\"\(name)\" type=\"\(isNumber ? "double" : "string")\"/>\n"
        }
        return out + "</attributes>\n"
    }

    private static func value(_ index: Int, _ value: String) -> String {
        "<attvalue for=\"\(index)\" value=\"\(XMLText.escaped(value))\"/>"
    }
}
