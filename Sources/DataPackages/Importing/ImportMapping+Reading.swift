import Ecosystem

extension ImportMapping {
    /// Reads a mapping file.
    ///
    /// - Throws: `DataPackageError` with the line of the first thing that is wrong.
    public static func read(path: String) throws(DataPackageError) -> ImportMapping {
        try parse(try PackageSource.bytes(atPath: path, limit: 1 << 22), path: path)
    }

    /// Reads a mapping from its JSON text: one object, or `{"tables": [ … ]}`.
    public static func parse(_ bytes: [UInt8], path: String? = nil) throws(DataPackageError) -> ImportMapping
    {
        let node = try JSONParser.parse(bytes, path: path)
        let form = JSONForm(path: path)
        try form.object(node, "the mapping", "映射")
        guard let list = node["tables"] else { return ImportMapping(tables: [try table(node, form)]) }
        try form.only(["tables"], in: node)
        guard let elements = list.elements else {
            throw form.error(list, "“tables” must be a list", "“tables”应为列表")
        }
        var tables: [Table] = []
        for element in elements { tables.append(try table(element, form)) }
        return ImportMapping(tables: tables)
    }

    private static func table(_ node: JSONNode, _ form: JSONForm) throws(DataPackageError) -> Table {
        try form.object(node, "a mapping", "映射")
        try form.only(
            [
                "file", "sheet", "table", "columns", "coordinateReference", "defaults", "emptyErases",
                "leaveOut",
            ], in: node)
        var table = Table()
        table.file = try form.text(node, "file")
        table.sheet = try form.text(node, "sheet")
        if let name = try form.text(node, "table") {
            guard let kind = RecordKind(table: name) ?? RecordKind(rawValue: name) else {
                let known = RecordKind.allCases.map(\.table)
                let near = form.nearest(name, known)
                throw form.error(
                    node["table"],
                    "“\(Finding.shown(name))” is no table\(near.en); tables are \(known.joined(separator: ", "))",
                    "“\(Finding.shown(name))”不是数据表\(near.zh)；可用：\(known.joined(separator: "、"))")
            }
            table.kind = kind
        }
        if let columns = node["columns"] {
            try form.object(columns, "“columns”", "“columns”")
            for member in columns.members {
                if member.node.isNull {
                    table.columns[member.name] = .some(nil)
                } else {
                    let field = try form.fieldName(member.node, of: table.kind)
                    table.columns[member.name] = field
                }
            }
        }
        if let name = try form.text(node, "coordinateReference") {
            guard let reference = CoordinateReference(name: name) else {
                throw form.error(
                    node["coordinateReference"],
                    "“\(Finding.shown(name))” is no reference of coordinates; use wgs84, gcj02 or bd09",
                    "“\(Finding.shown(name))”不是坐标系；请用 wgs84、gcj02 或 bd09")
            }
            table.coordinateReference = reference
        }
        if let defaults = node["defaults"] {
            try form.object(defaults, "“defaults”", "“defaults”")
            for member in defaults.members {
                let key = try form.fieldName(
                    JSONNode(.string(member.name), line: member.line), of: table.kind)
                table.defaults[key] = try form.scalar(
                    member.node, "the default of \(member.name)", "\(member.name) 的默认值")
            }
        }
        table.emptyErases = try flag("emptyErases", node, form)
        table.isLeftOut = try flag("leaveOut", node, form)
        return table
    }

    private static func flag(_ name: String, _ node: JSONNode, _ form: JSONForm) throws(DataPackageError)
        -> Bool
    {
        guard let flag = node[name] else { return false }
        guard let value = flag.bool else {
            throw form.error(flag, "“\(name)” must be true or false", "“\(name)”应为 true 或 false")
        }
        return value
    }
}
