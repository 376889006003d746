import Ecosystem

extension PackageDescriptor {
    /// Reads `datapackage.json` (Frictionless v2, or v1 with `profile`); whatever is wrong becomes a finding.
    ///
    /// - Parameter fallbackName: the package's id where the file names none.
    static func read(_ node: JSONNode, fallbackName: String, into log: inout FindingLog) -> PackageDescriptor
    {
        var reader = DescriptorReader(log: log)
        let descriptor = reader.descriptor(node, fallbackName: fallbackName)
        log = reader.log
        return descriptor
    }
}

/// Walks through a descriptor and notes what it cannot use.
private struct DescriptorReader {
    var log: FindingLog

    private mutating func note(
        _ severity: Finding.Severity, _ line: Int, _ en: String, _ zh: String, value: String? = nil
    ) {
        log.add(
            Finding(
                severity, file: PackageDescriptor.fileName, row: line > 0 ? line : nil, Localized(en, zh),
                value: value))
    }

    mutating func descriptor(_ node: JSONNode, fallbackName: String) -> PackageDescriptor {
        guard node.isObject else {
            note(
                .error, node.line, "the descriptor must be an object, not \(node.kindName)",
                "描述文件应为对象，不能是其他类型")
            return PackageDescriptor(
                PackageIdentity(
                    id: PackageDescriptor.identifier(fallbackName), title: Localized(same: fallbackName)))
        }
        let identity = identity(node, fallbackName: fallbackName)
        return PackageDescriptor(identity, resources: resources(node), node: node)
    }

    private mutating func text(_ node: JSONNode, _ name: String) -> String? {
        guard let member = node[name], !member.isNull else { return nil }
        guard let text = member.string else {
            note(.error, member.line, "“\(name)” must be a text, not \(member.kindName)", "“\(name)”应为文字")
            return nil
        }
        return text
    }

    private mutating func texts(_ node: JSONNode, _ name: String) -> [String] {
        guard let member = node[name], !member.isNull else { return [] }
        guard let elements = member.elements else {
            note(.error, member.line, "“\(name)” must be a list, not \(member.kindName)", "“\(name)”应为列表")
            return []
        }
        var texts: [String] = []
        for element in elements {
            if let text = element.string {
                texts.append(text)
            } else {
                note(
                    .error, element.line, "“\(name)” holds \(element.kindName) where an id is expected",
                    "“\(name)”中应为编号")
            }
        }
        return texts
    }

    private mutating func identity(_ node: JSONNode, fallbackName: String) -> PackageIdentity {
        let name = text(node, "name")
        let id = PackageDescriptor.identifier(name ?? fallbackName)
        if let name, name != id {
            note(
                .warning, node["name"]?.line ?? 0,
                "the name “\(Finding.shown(name))” is read as “\(id)”: lower-case letters, digits, hyphens, points and "
                    + "underscores are allowed",
                "名称“\(Finding.shown(name))”读作“\(id)”：只允许小写字母、数字、连字符、点和下划线", value: name)
        }
        let plainTitle = text(node, "title") ?? id
        var title = Localized(same: plainTitle)
        let own = node["jingwei"]
        if let own, !own.isObject {
            note(.error, own.line, "“jingwei” must be an object, not \(own.kindName)", "“jingwei”应为对象")
        }
        let section = own ?? JSONNode(.object([]))
        if let titles = section["title"], titles.isObject {
            title = Localized(en: text(titles, "en"), zh: text(titles, "zh")) ?? title
        } else if let single = section["title"]?.string {
            title = Localized(same: single)
        }
        var licence: String?
        if let first = node["licenses"]?.elements?.first {
            licence = text(first, "name") ?? text(first, "path")
        } else if let old = text(node, "license") {
            licence = old
        }
        var isSynthetic = false
        if let flag = section["synthetic"] {
            if let value = flag.bool {
                isSynthetic = value
            } else {
                note(.error, flag.line, "“synthetic” must be true or false", "“synthetic”应为 true 或 false")
            }
        }
        return PackageIdentity(
            id: id, title: title, version: text(node, "version") ?? "0", licence: licence,
            homeRegion: text(section, "homeRegion").map { RegionID($0) },
            places: texts(section, "places").map { RegionID($0) },
            headline: texts(section, "headline").map { IndicatorID($0) },
            focusProduct: text(section, "focusProduct").map { ProductID($0) }, isSynthetic: isSynthetic)
    }

    private mutating func resources(_ node: JSONNode) -> [PackageResource] {
        guard let member = node["resources"], let elements = member.elements else {
            note(
                .error, node["resources"]?.line ?? node.line, "“resources” must be a list of tables",
                "“resources”应为数据表列表")
            return []
        }
        var resources: [PackageResource] = []
        for element in elements {
            if let resource = resource(element) { resources.append(resource) }
        }
        return resources
    }

    private mutating func resource(_ node: JSONNode) -> PackageResource? {
        guard node.isObject else {
            note(.error, node.line, "a resource must be an object, not \(node.kindName)", "资源应为对象")
            return nil
        }
        let name = text(node, "name")
        guard let place = node["path"], !place.isNull else {
            let label = name ?? "?"
            note(
                .error, node.line,
                "the resource “\(Finding.shown(label))” has no path; tables inside the descriptor are not read",
                "资源“\(Finding.shown(label))”没有 path；不读取写在描述文件内的数据", value: name)
            return nil
        }
        let path: String
        if let single = place.string {
            path = single
        } else if let parts = place.elements, parts.count == 1, let single = parts.first?.string {
            path = single
        } else {
            note(
                .error, place.line, "“path” must name one file; join the parts of a divided table first",
                "“path”应为单个文件；请先合并分割的数据表", value: name)
            return nil
        }
        let dialect = node["dialect"].flatMap { $0.isObject ? $0 : nil }
        let kind = name.flatMap { RecordKind(table: $0) } ?? RecordKind(table: RelativePath.stem(path))
        return PackageResource(
            name: name ?? RelativePath.stem(path), path: path, encoding: text(node, "encoding"),
            delimiter: dialect.flatMap { text($0, "delimiter") },
            isGuarded: node["jingwei"]?["guardsFormulas"]?.bool ?? false, line: node.line, kind: kind)
    }
}

extension PackageDescriptor {
    /// The nearest valid package id: lower-case letters, digits, `-`, `.` and `_`.
    static func identifier(_ text: String) -> String {
        var id = ""
        for scalar in text.lowercased().unicodeScalars.prefix(100) {
            switch scalar {
            case "a"..."z", "0"..."9", ".", "_", "-": id.unicodeScalars.append(scalar)
            default: if !id.hasSuffix("-") { id += "-" }
            }
        }
        let trimmed = id.drop { $0 == "-" || $0 == "." }
        return trimmed.isEmpty ? "package" : String(trimmed)
    }
}
