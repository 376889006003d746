/// One field of a kind of record.
public struct Field: Sendable, Hashable {
    /// The column's header.
    public let name: FieldName
    /// What it may hold.
    public let type: FieldType
    /// Whether an empty cell is an error.
    public let isRequired: Bool
    /// What readers see above the column.
    public let label: Localized
    /// Other headers under which tables of other people hold the same thing, lower case.
    public let aliases: [String]

    /// A field; `aliases` are further headers that an import recognizes.
    public init(
        _ name: FieldName, _ type: FieldType, required: Bool = false, _ en: String, _ zh: String,
        aliases: [String] = []
    ) {
        self.name = name
        self.type = type
        self.isRequired = required
        self.label = Localized(en, zh)
        self.aliases = aliases
    }

    /// The record's own id.
    public static let id = Field("id", .id, required: true, "Id", "编号", aliases: ["identifier", "标识", "代码"])
    /// English name.
    public static let nameEN = Field(
        "name_en", .name(.en), "Name (English)", "英文名称", aliases: ["name", "english name", "英文名"])
    /// Chinese name.
    public static let nameZH = Field(
        "name_zh", .name(.zh), "Name (Chinese)", "中文名称",
        aliases: ["chinese name", "名称", "中文名", "企业名称", "机构名称"])
    /// The label that a document prints.
    public static let printedName = Field("printed_name", .text, "Name as printed", "原文名称")

    /// Fields that say how a record is known; every kind of fact ends with them.
    public static let provenance: [Field] = [
        Field("basis", .code(.basis), "Basis", "依据", aliases: ["来源性质"]),
        Field("state", .code(.state), "State", "状态性质"),
        Field("sources", .references([.paragraph]), "Sources", "出处", aliases: ["source_refs", "来源", "来源段落"]),
        Field("evidence", .phrase, "What the source says", "原文要点"),
        Field("note", .phrase, "Note", "备注", aliases: ["remark", "notes", "说明"]),
        Field("visibility", .code(.visibility), "Visibility", "可见范围"),
    ]
}
