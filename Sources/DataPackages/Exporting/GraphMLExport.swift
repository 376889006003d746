import Ecosystem

/// A model as GraphML.
enum GraphMLExport {
    static func text(_ model: EcosystemModel) -> String {
        let graph = RecordGraph(model)
        var out = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns" \
            xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
            xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">

            """
        for (index, attribute) in RecordGraph.nodeAttributes.enumerated() {
            out += key("n\(index)", "node", attribute.name, attribute.isNumber)
        }
        for (index, attribute) in RecordGraph.edgeAttributes.enumerated() {
            out += key("e\(index)", "edge", attribute.name, attribute.isNumber)
        }
        out += "<graph id=\"\(XMLText.escaped(model.identity.id))\" edgedefault=\"directed\">\n"
        for node in graph.nodes {
            out += "<node id=\"\(XMLText.escaped(node.id))\">"
            for (index, attribute) in RecordGraph.nodeAttributes.enumerated() {
                if let value = attribute.read(node) { out += data("n\(index)", value) }
            }
            out += "</node>\n"
        }
        for edge in graph.edges {
            out += "<edge id=\"\(XMLText.escaped(edge.id))\" source=\"\(XMLText.escaped(edge.source))\""
            out += " target=\"\(XMLText.escaped(edge.target))\">"
            for (index, attribute) in RecordGraph.edgeAttributes.enumerated() {
                if let value = attribute.read(edge) { out += data("e\(index)", value) }
            }
            out += "</edge>\n"
        }
        return out + "</graph>\n</graphml>\n"
    }

    private static func key(_ id: String, _ part: String, _ name: String, _ isNumber: Bool) -> String {
        "<key id=\"\(id)\" for=\"\(part)\" attr.name=\"\(name)\" attr.type=\"\(isNumber ? "double" : "string")\"/>\n"
    }

    private static func data(_ key: String, _ value: String) -> String {
        "<data key=\"\(key)\">\(XMLText.escaped(value))</data>"
    }
}
