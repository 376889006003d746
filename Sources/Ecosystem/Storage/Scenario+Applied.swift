/// Why a scenario cannot be applied.
public struct ScenarioProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Which change, counted from 1.
    public let change: Int
    /// What is wrong and what to do.
    public let message: Localized

    /// The English form.
    public var description: String { "change \(change): \(message.en)" }
}

extension Scenario {
    /// The model with the changes applied, or every reason why they cannot be.
    ///
    /// The base is shared; the cost is in proportion to the changes.
    /// - Throws: never; problems come back as a value so that all are seen at once.
    public func applied(to model: EcosystemModel) -> Result<EcosystemModel, ScenarioProblems> {
        var result = model
        var problems: [ScenarioProblem] = []
        for (index, change) in changes.enumerated() {
            if let message = result.apply(change) {
                problems.append(ScenarioProblem(change: index + 1, message: message))
            }
        }
        return problems.isEmpty ? .success(result) : .failure(ScenarioProblems(problems: problems))
    }
}

/// Everything that is wrong with a scenario.
public struct ScenarioProblems: Error, Sendable, Hashable, CustomStringConvertible {
    /// The problems in the order of the changes.
    public let problems: [ScenarioProblem]

    /// One line a problem.
    public var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension EcosystemModel {
    /// Applies one change in place; returns what is wrong, or `nil` when it is done.
    mutating func apply(_ change: Scenario.Change) -> Localized? {
        switch change {
        case .remove(let id): remove(id)
        case .set(let id, let field, let value): set(id, field, value)
        case .add(let kind, let id, let fields): add(kind, id, fields)
        }
    }

    /// Takes a record away, and with it every record that cannot stand without it: one that names it in a required
    /// field, such as its activities, relations and figures. Other references to it read as "not stated".
    private mutating func remove(_ id: String) -> Localized? {
        guard let record = record(id: id) else { return EcosystemModel.unknown(id) }
        var waiting = [record]
        while let next = waiting.popLast() {
            let name = next.id
            take(next)
            for schema in EcosystemSchema.all {
                for field in schema.fields where field.isRequired && field.type.targets != nil {
                    waiting += records(of: schema.kind, where: field.name, is: name)
                }
            }
        }
        return nil
    }

    private mutating func take(_ record: Record) {
        let (place, id) = (record.reference, record.id)
        overlay.removed[place.kind, default: []].insert(place.row)
        // Added rows keep their numbers; only their id is forgotten.
        if overlay.addedIDs[id] == place { overlay.addedIDs[id] = nil }
        overlay.changed[place] = nil
    }

    private mutating func set(_ id: String, _ field: FieldName, _ value: String) -> Localized? {
        guard let record = record(id: id) else { return EcosystemModel.unknown(id) }
        let place = record.reference
        guard field != "id" else {
            return Localized(
                "the id of \(id) cannot be set; remove the record and add it under the new id",
                "\(id) 的编号不能修改；请删除该记录后以新编号添加")
        }
        guard let column = columns(of: place.kind).firstIndex(of: field) else {
            let known = columns(of: place.kind).map(\.rawValue).joined(separator: ", ")
            return Localized(
                "\(id) has no field “\(field)”; its fields are \(known)", "\(id) 没有字段“\(field)”；可用字段：\(known)"
            )
        }
        let stored = base.count(of: place.kind)
        if place.row >= stored {
            overlay.added[place.kind]?[place.row - stored][column] = value
        } else {
            overlay.changed[place, default: [:]][column] = value
        }
        return nil
    }

    private mutating func add(_ kind: RecordKind, _ id: String, _ fields: [FieldName: String]) -> Localized? {
        guard !id.isEmpty else {
            return Localized("a record to add has no id; give it one", "要添加的记录没有编号；请给出编号")
        }
        guard record(id: id) == nil else {
            return Localized(
                "\(id) exists already; use set, or choose another id", "\(id) 已存在；请用 set 修改，或换一个编号")
        }
        let columns = columns(of: kind)
        for name in fields.keys.map(\.rawValue).sorted() where !columns.contains(FieldName(rawValue: name)) {
            return Localized(
                "\(kind.table) has no field “\(name)”; remove it from \(id)",
                "\(kind.table) 没有字段“\(name)”；请从 \(id) 中删去")
        }
        var row = columns.map { fields[$0] ?? "" }
        if !row.isEmpty { row[0] = id }
        let stored = base.count(of: kind)
        overlay.added[kind, default: []].append(row)
        overlay.addedIDs[id] = RecordReference(kind, stored + (overlay.added[kind]?.count ?? 1) - 1)
        return nil
    }

    private static func unknown(_ id: String) -> Localized {
        Localized("no record has the id “\(id)”; check its spelling", "没有编号为“\(id)”的记录；请检查拼写")
    }
}
