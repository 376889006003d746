extension EcosystemSchema {
    /// Documents.
    static let sources = RecordSchema(
        .source,
        [
            Field("title_en", .name(.en), required: true, "Title (English)", "英文题名"),
            Field("title_zh", .name(.zh), "Title (Chinese)", "中文题名"),
            Field("kind", .code(.sourceKind), "Kind", "类别"),
            Field("authors", .text, "Authors", "作者"),
            Field("publisher", .phrase, "Publisher or venue", "刊载处"),
            Field("date", .date, "Date", "日期"),
            Field("language_note", .phrase, "Language", "语言说明"),
            Field("scope", .phrase, "Scope", "内容范围"),
            Field("file_name", .text, "File", "文件名"),
        ], isFact: false)

    /// Paragraphs of documents, cited by id; their text never ships.
    static let paragraphs = RecordSchema(
        .paragraph,
        [
            Field("source_id", .reference([.source]), required: true, "Document", "文献"),
            Field("section", .phrase, "Section", "章节"),
            Field("paragraph", .integer(0...100_000), "Paragraph", "段序"),
            Field("kind", .code(.paragraphKind), "Kind", "类别"),
            Field("topic", .phrase, "Topic", "主题"),
        ], isFact: false)

    /// Readings of what a document prints wrongly, garbled or ambiguously.
    static let corrections = RecordSchema(
        .correction,
        [
            Field("printed_form", .text, required: true, "Printed form", "原文形式"),
            Field("resolution", .phrase, required: true, "Reading", "读法"),
            Field("confidence", .code(.confidence), "Confidence", "把握"),
            Field("handling", .phrase, "Handling", "处理"),
            Field("concerns", .references([]), "Concerns", "涉及记录"),
        ])

    /// Publications that a document cites.
    static let publications = RecordSchema(
        .publication,
        [
            Field("printed_number", .text, "Number as printed", "原文编号"),
            Field("authors", .text, "Authors", "作者"),
            Field("title", .text, required: true, "Title", "题名"),
            Field("venue", .text, "Venue", "刊载处"),
            Field("year", .integer(1500...2200), "Year", "年份"),
            Field("doi", .text, "DOI", "DOI"),
            Field("cited_in", .references([.paragraph]), "Cited in", "引用处"),
        ])

    /// Systems that the documents describe.
    static let systems = RecordSchema(
        .system,
        [
            Field("title", .phrase, required: true, "Name", "名称"),
            Field("kind", .code(.systemKind), "Kind", "类别"),
            Field("purpose", .phrase, "What it does", "作用"),
            Field("inputs", .phrase, "Inputs", "输入"),
            Field("outputs", .phrase, "Outputs", "输出"),
            Field("users", .phrase, "Users", "使用者"),
            Field("software_feature", .phrase, "Software feature", "软件功能"),
            Field("answered_by", .text, "Works in", "在此使用"),
        ])

    /// The other language of every phrase; translations are ours, basis general.
    static let translations = RecordSchema(
        .translation,
        [
            Field("en", .text, required: true, "English", "英文"),
            Field("zh", .text, required: true, "Chinese", "中文"),
        ], isFact: false)
}
