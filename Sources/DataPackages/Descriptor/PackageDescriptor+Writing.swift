import Ecosystem

extension PackageDescriptor {
    /// The descriptor of a written package: what was there before, with identity and resources brought up to date.
    ///
    /// - Parameters:
    ///   - tables: the tables with the columns that the files hold.
    ///   - isGuarded: whether formula-like cells were made harmless, which a reader has to undo.
    func node(tables: [(kind: RecordKind, columns: [FieldName])], isGuarded: Bool) -> JSONNode {
        var members = node?.members ?? []
        func set(_ name: String, _ value: JSONNode?, after: String? = nil) {
            guard let value else { return members.removeAll { $0.name == name } }
            let member = JSONNode.Member(name: name, node: value, line: 0)
            if let index = members.firstIndex(where: { $0.name == name }) {
                members[index] = member
            } else if let after, let index = members.firstIndex(where: { $0.name == after }) {
                members.insert(member, at: index + 1)
            } else {
                members.append(member)
            }
        }
        if members.isEmpty {
            set("$schema", .text("https://datapackage.org/profiles/2.0/datapackage.json"))
        }
        set("name", .text(identity.id))
        if node == nil || node?["title"] == nil { set("title", .text(identity.title.en), after: "name") }
        set("version", .text(identity.version), after: "title")
        if let licence = identity.licence, node?["licenses"]?.elements?.first?["name"]?.string != licence {
            set("licenses", JSONNode(.array([.object([("name", .text(licence))])])), after: "version")
        }
        set("jingwei", section(), after: "contributors")
        let kinds = Set(tables.map(\.kind))
        let own = tables.map { resource($0.kind, $0.columns, tables: kinds, isGuarded: isGuarded) }
        let others = (node?["resources"]?.elements ?? []).filter { element in
            let path = element["path"]?.string ?? ""
            let name = element["name"]?.string ?? ""
            return RecordKind(table: name) == nil && RecordKind(table: RelativePath.stem(path)) == nil
        }
        members.removeAll { $0.name == "resources" }
        set("resources", JSONNode(.array(own + others)))
        return JSONNode(.object(members))
    }

    /// The package's own property, other members of it kept.
    private func section() -> JSONNode {
        var members = node?["jingwei"]?.members ?? []
        func set(_ name: String, _ value: JSONNode?) {
            if let index = members.firstIndex(where: { $0.name == name }) {
                if let value { members[index].node = value } else { members.remove(at: index) }
            } else if let value {
                members.append(JSONNode.Member(name: name, node: value, line: 0))
            }
        }
        set("title", .object([("zh", .text(identity.title.zh)), ("en", .text(identity.title.en))]))
        set("homeRegion", identity.homeRegion.map { .text($0.text) })
        set("places", identity.places.isEmpty ? nil : .texts(identity.places.map(\.text)))
        set("headline", identity.headline.isEmpty ? nil : .texts(identity.headline.map(\.text)))
        set("focusProduct", identity.focusProduct.map { .text($0.text) })
        set("synthetic", identity.isSynthetic ? JSONNode(.bool(true)) : nil)
        return JSONNode(.object(members))
    }

    private func resource(
        _ kind: RecordKind, _ columns: [FieldName], tables: Set<RecordKind>, isGuarded: Bool
    ) -> JSONNode {
        let schema = EcosystemSchema.schema(of: kind)
        var foreignKeys: [JSONNode] = []
        let fields = columns.map { name in
            guard let field = schema.field(name) else {
                return JSONNode.object([("name", .text(name.rawValue)), ("type", .text("string"))])
            }
            if case .reference(let kinds) = field.type, kinds.count == 1, let target = kinds.first,
                tables.contains(target)
            {
                foreignKeys.append(
                    .object([
                        ("fields", .texts([name.rawValue])),
                        (
                            "reference",
                            .object([
                                ("resource", .text(target == kind ? "" : target.table)),
                                ("fields", .texts(["id"])),
                            ])
                        ),
                    ]))
            }
            return FieldDescription.node(field)
        }
        return .object([
            ("name", .text(kind.table)), ("type", .text("table")), ("path", .text(kind.table + ".csv")),
            ("title", .text(kind.label.en.prefix(1).uppercased() + kind.label.en.dropFirst())),
            ("scheme", .text("file")), ("format", .text("csv")),
            ("mediatype", .text("text/csv")), ("encoding", .text("utf-8")),
            (
                "dialect",
                .object([
                    ("delimiter", .text(",")), ("lineTerminator", .text("\r\n")), ("quoteChar", .text("\"")),
                    ("doubleQuote", JSONNode(.bool(true))), ("header", JSONNode(.bool(true))),
                ])
            ),
            ("jingwei", isGuarded ? .object([("guardsFormulas", JSONNode(.bool(true)))]) : nil),
            (
                "schema",
                .object([
                    ("fields", JSONNode(.array(fields))), ("primaryKey", .texts(["id"])),
                    ("missingValues", .texts([""])),
                    ("foreignKeys", foreignKeys.isEmpty ? nil : JSONNode(.array(foreignKeys))),
                ])
            ),
        ])
    }
}
