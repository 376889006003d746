import Reporting

@testable import Web

/// The operations of an OpenAPI description.
struct OperationReading {
    let document: JSONValue

    init(_ document: JSONValue) { self.document = document }

    /// Every operation with its path and method.
    var all: [(path: String, method: String, operation: JSONValue)] {
        (document["paths"]?.members ?? [:]).sorted { $0.key < $1.key }.flatMap { path, methods in
            methods.members.sorted { $0.key < $1.key }.map { (path, $0.key, $0.value) }
        }
    }

    /// Ids of all operations.
    var names: [String] { all.compactMap { $0.operation["operationId"]?.string } }

    /// The operation with an id.
    func operation(_ id: String) -> JSONValue? {
        all.first { $0.operation["operationId"] == .string(id) }?.operation
    }

    /// The status, media types and further details of all answers of an operation.
    static func responses(_ operation: JSONValue) -> [String: JSONValue] {
        operation["responses"]?.members ?? [:]
    }
}

extension JSONValue {
    /// All values in it, itself first.
    var everything: [JSONValue] {
        switch self {
        case .array(let items): [self] + items.flatMap(\.everything)
        case .object(let members): [self] + members.sorted { $0.key < $1.key }.flatMap { $0.value.everything }
        default: [self]
        }
    }
}
