public import Ecosystem

/// Which rows of a table's accounts are value added and imports: told by their names, in English or Chinese.
public struct TableAccounts: Sendable, Equatable {
    /// The place of value added among the accounts; `nil` where no account bears its name.
    public let valueAdded: Int?
    /// The place of imported inputs.
    public let imports: Int?

    private static let valueAddedNames: Set<String> = [
        "value added", "value-added", "valueadded", "va", "tva", "total value added", "total value-added",
        "gross value added", "gva", "增加值", "增加值合计",
    ]
    private static let importNames: Set<String> = [
        "imports", "import", "imported inputs", "intermediate imports", "m", "进口", "进口中间投入",
    ]

    /// Finds them among the accounts of a table.
    public init(_ table: FlowTable) {
        func place(_ names: Set<String>) -> Int? {
            table.extensionNames.firstIndex { name in
                // `region/account` where the file had two leading columns.
                names.contains(name.lowercased())
                    || names.contains(name.lowercased().split(separator: "/").last.map(String.init) ?? "")
            }
        }
        valueAdded = place(Self.valueAddedNames)
        imports = place(Self.importNames)
    }
}
