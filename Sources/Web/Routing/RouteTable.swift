import HTTPTypes

/// Which methods an address takes, found from its decoded parts.
///
/// It answers what the router does not say: that an address is known but not with this method.
struct RouteTable: Sendable {
    private enum Part: Sendable, Hashable {
        case fixed(String)
        case variable(String)
    }

    private struct Route: Sendable {
        let parts: [Part]
        var methods: [HTTPRequest.Method]
    }

    private let routes: [Int: [Route]]

    /// A table of these endpoints.
    init(_ endpoints: [Endpoint]) {
        var routes: [Int: [Route]] = [:]
        for endpoint in endpoints {
            let parts = endpoint.path.split(separator: "/").map { part -> Part in
                part.hasPrefix("{") ? .variable(String(part.dropFirst().dropLast())) : .fixed(String(part))
            }
            let methods = endpoint.method == .get ? [.get, .head] : [endpoint.method]
            if let index = routes[parts.count]?.firstIndex(where: { $0.parts == parts }) {
                routes[parts.count]?[index].methods += methods
            } else {
                routes[parts.count, default: []].append(Route(parts: parts, methods: methods))
            }
        }
        self.routes = routes
    }

    /// The methods of an address and the values of its variables; `nil` where nothing is there.
    ///
    /// Of several routes that fit, the one with the earlier fixed part counts, as in the router.
    func match(_ parts: [String]) -> (methods: [HTTPRequest.Method], variables: [String: String])? {
        var best: Route?
        for route in routes[parts.count] ?? [] where fits(route, parts) {
            if let found = best, !precedes(route, found) { continue }
            best = route
        }
        guard let best else { return nil }
        var variables: [String: String] = [:]
        for (part, value) in zip(best.parts, parts) {
            if case .variable(let name) = part { variables[name] = value }
        }
        return (best.methods, variables)
    }

    private func fits(_ route: Route, _ parts: [String]) -> Bool {
        zip(route.parts, parts).allSatisfy { part, value in
            switch part {
            case .fixed(let text): text == value
            case .variable: true
            }
        }
    }

    private func precedes(_ left: Route, _ right: Route) -> Bool {
        for (left, right) in zip(left.parts, right.parts) {
            switch (left, right) {
            case (.fixed, .variable): return true
            case (.variable, .fixed): return false
            default: continue
            }
        }
        return false
    }
}
