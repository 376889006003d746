public import Ecosystem

/// Reads scenario files: changes to try, and shocks; see `docs/formats/scenario.md`.
public enum ScenarioReader {
    /// Reads a file of at most 16 MiB.
    ///
    /// - Throws: `DataPackageError` with the line of the first thing that is wrong.
    public static func read(path: String) throws(DataPackageError) -> Scenario {
        try parse(try PackageSource.bytes(atPath: path, limit: 1 << 24), path: path)
    }

    /// Reads a scenario from its JSON text.
    public static func parse(_ bytes: [UInt8], path: String? = nil) throws(DataPackageError) -> Scenario {
        let node = try JSONParser.parse(bytes, path: path)
        let form = JSONForm(path: path)
        try form.object(node, "the scenario", "情景")
        try form.only(["title", "changes", "shocks", "seed"], in: node)
        var scenario = Scenario(title: try form.text(node, "title") ?? "")
        for element in try list(node, "changes", form) { scenario.changes.append(try change(element, form)) }
        for element in try list(node, "shocks", form) { scenario.shocks.append(try shock(element, form)) }
        if let seed = node["seed"], !seed.isNull {
            guard case .number(let text) = seed.value, let value = UInt64(text) else {
                throw form.error(seed, "“seed” must be a whole number from 0 on", "“seed”应为非负整数")
            }
            scenario.seed = value
        }
        return scenario
    }

    private static func list(_ node: JSONNode, _ name: String, _ form: JSONForm) throws(DataPackageError)
        -> [JSONNode]
    {
        guard let member = node[name], !member.isNull else { return [] }
        guard let elements = member.elements else {
            throw form.error(member, "“\(name)” must be a list, not \(member.kindName)", "“\(name)”应为列表")
        }
        return elements
    }

    private static func change(_ node: JSONNode, _ form: JSONForm) throws(DataPackageError) -> Scenario.Change
    {
        try form.object(node, "a change", "变更")
        let actions = ["remove", "set", "add"].filter { node[$0] != nil }
        guard actions.count == 1, let action = actions.first else {
            throw form.error(
                node,
                actions.isEmpty
                    ? "a change needs one of remove, set, add"
                    : "a change has only one of remove, set, add; write two changes",
                actions.isEmpty ? "变更应含 remove、set、add 之一" : "一项变更只能含 remove、set、add 之一；请写成两项")
        }
        switch action {
        case "remove":
            try form.only(["remove", "id"], in: node)
            return .remove(id: try id(node, action, form))
        case "set":
            try form.only(["set", "id", "field", "value"], in: node)
            guard let field = try form.text(node, "field"), !field.isEmpty else {
                throw form.error(node, "“set” needs a “field”", "“set”缺少“field”")
            }
            guard let value = node["value"] else {
                throw form.error(
                    node, "“set” needs a “value”; write \"\" for “not stated”",
                    "“set”缺少“value”；写 \"\" 表示“未说明”")
            }
            return .set(
                id: try id(node, action, form), field: FieldName(rawValue: field),
                value: try form.scalar(value, "“value”", "“value”"))
        default: return try addition(node, form)
        }
    }

    private static func addition(_ node: JSONNode, _ form: JSONForm) throws(DataPackageError)
        -> Scenario.Change
    {
        try form.only(["add", "id", "fields"], in: node)
        guard let table = try form.text(node, "add") else {
            throw form.error(node["add"], "“add” must name a table", "“add”应为表名")
        }
        guard let kind = RecordKind(table: table) ?? RecordKind(rawValue: table) else {
            let known = RecordKind.allCases.map(\.table)
            let near = form.nearest(table, known)
            throw form.error(
                node["add"],
                "“\(Finding.shown(table))” is no table\(near.en); tables are \(known.joined(separator: ", "))",
                "“\(Finding.shown(table))”不是数据表\(near.zh)；可用：\(known.joined(separator: "、"))")
        }
        guard let id = try form.text(node, "id"), !id.isEmpty else {
            throw form.error(node, "a record to add needs an “id”", "要添加的记录缺少“id”")
        }
        var fields: [FieldName: String] = [:]
        if let member = node["fields"], !member.isNull {
            try form.object(member, "“fields”", "“fields”")
            for field in member.members {
                let name = try form.fieldName(JSONNode(.string(field.name), line: field.line), of: kind)
                fields[name] = try form.scalar(
                    field.node, "“\(Finding.shown(field.name))”", "“\(Finding.shown(field.name))”")
            }
        }
        return .add(kind, id: id, fields: fields)
    }

    /// The id that a change names: as the action's own value, or as `id` beside `true`.
    private static func id(_ node: JSONNode, _ action: String, _ form: JSONForm) throws(DataPackageError)
        -> String
    {
        if let text = node[action]?.string {
            guard node["id"] == nil else {
                throw form.error(
                    node, "the id stands twice, in “\(action)” and in “id”", "“\(action)”与“id”重复给出编号")
            }
            if !text.isEmpty { return text }
        } else if node[action]?.bool == true, let text = try form.text(node, "id"), !text.isEmpty {
            return text
        }
        throw form.error(
            node[action], "“\(action)” must be the id of a record, or true beside an “id”",
            "“\(action)”应为记录编号，或为 true 并另给“id”")
    }

    private static func shock(_ node: JSONNode, _ form: JSONForm) throws(DataPackageError) -> Scenario.Shock {
        try form.object(node, "a shock", "冲击")
        try form.only(["what", "start", "days", "depth", "recovery"], in: node)
        guard let what = try form.text(node, "what"), !what.isEmpty else {
            throw form.error(
                node, "a shock needs “what”, the id of the record that is hit", "冲击缺少“what”（受冲击记录的编号）")
        }
        func number(_ name: String, _ range: ClosedRange<Double>, _ fallback: Double) throws(DataPackageError)
            -> Double
        {
            guard let value = try form.number(node, name) else { return fallback }
            guard range.contains(value) else {
                let limits = NumberText.limits(range.lowerBound, range.upperBound)
                throw form.error(node[name], "“\(name)” is outside \(limits)", "“\(name)”超出 \(limits)")
            }
            return value
        }
        return Scenario.Shock(
            what: what, start: try number("start", 0...36_500, 0), days: try number("days", 0...36_500, 0),
            depth: try number("depth", 0...1, 1), recovery: try number("recovery", 0...36_500, 0))
    }
}
