import Ecosystem

/// Reads members of JSON objects strictly; every refusal names file and line.
struct JSONForm {
    let path: String?

    func error(_ node: JSONNode?, _ en: String, _ zh: String) -> DataPackageError {
        let line = node?.line ?? 0
        return DataPackageError(en, zh, path: path, line: line > 0 ? line : nil)
    }

    /// Requires an object.
    func object(_ node: JSONNode, _ en: String, _ zh: String) throws(DataPackageError) {
        guard node.isObject else {
            throw error(node, "\(en) must be an object, not \(node.kindName)", "\(zh)应为对象")
        }
    }

    /// Requires that an object has no other members.
    func only(_ names: [String], in node: JSONNode) throws(DataPackageError) {
        for member in node.members where !names.contains(member.name) {
            let shown = Finding.shown(member.name)
            let near = nearest(member.name, names)
            throw DataPackageError(
                "“\(shown)” is not known here\(near.en); expected are \(names.joined(separator: ", "))",
                "此处没有“\(shown)”\(near.zh)；可用：\(names.joined(separator: "、"))", path: path,
                line: member.line > 0 ? member.line : nil)
        }
    }

    /// A text; `nil` where the member is missing or `null`.
    func text(_ node: JSONNode, _ name: String) throws(DataPackageError) -> String? {
        guard let member = node[name], !member.isNull else { return nil }
        guard let text = member.string else {
            throw error(member, "“\(name)” must be a text, not \(member.kindName)", "“\(name)”应为文字")
        }
        return text
    }

    /// A finite number; `nil` where the member is missing or `null`.
    func number(_ node: JSONNode, _ name: String) throws(DataPackageError) -> Double? {
        guard let member = node[name], !member.isNull else { return nil }
        guard let number = member.double else {
            throw error(member, "“\(name)” must be a number, not \(member.kindName)", "“\(name)”应为数字")
        }
        return number
    }

    /// A text, number or truth value as a cell's text; `null` is the empty text.
    func scalar(_ node: JSONNode, _ en: String, _ zh: String) throws(DataPackageError) -> String {
        switch node.value {
        case .string(let text): return text
        case .number(let text): return text
        case .bool(let flag): return flag ? "yes" : "no"
        case .null: return ""
        case .array, .object:
            throw error(
                node, "\(en) must be a text, a number or true or false, not \(node.kindName)",
                "\(zh)应为文字、数字或真假值")
        }
    }

    /// The name of a field, which the kind must have where it is known.
    func fieldName(_ node: JSONNode, of kind: RecordKind?) throws(DataPackageError) -> FieldName {
        guard let text = node.string, !text.isEmpty else {
            throw error(node, "a field's name is expected, not \(node.kindName)", "此处应为字段名")
        }
        if let kind {
            let schema = EcosystemSchema.schema(of: kind)
            let names = schema.fields.map(\.name.rawValue)
            guard names.contains(text) || TableImport.sourcePoint.contains(text) else {
                let near = nearest(text, names)
                throw error(
                    node,
                    "\(kind.table) has no field “\(Finding.shown(text))”\(near.en); fields are \(names.joined(separator: ", "))",
                    "\(kind.table) 没有字段“\(Finding.shown(text))”\(near.zh)；可用：\(names.joined(separator: "、"))")
            }
        }
        return FieldName(rawValue: text)
    }

    /// “; X may be meant” for the nearest of several names, or nothing.
    func nearest(_ text: String, _ names: [String]) -> Localized {
        let wanted = Array(text.lowercased().utf8.prefix(60))
        var best: (distance: Int, name: String)?
        for name in names {
            let limit = (best?.distance ?? max(1, wanted.count / 3) + 1) - 1
            guard limit >= 0 else { break }
            if let distance = NearestText.distance(wanted, Array(name.lowercased().utf8), atMost: limit) {
                best = (distance, name)
            }
        }
        guard let best else { return Localized("", "") }
        return Localized("; “\(best.name)” may be meant", "；可能应为“\(best.name)”")
    }
}
