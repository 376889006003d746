import Ecosystem

/// The wording of findings about cells: what happened and what to do, in both languages.
enum FindingText {
    static let badID = Localized(
        "an id may hold no blank, quote, semicolon or control character; correct the id and what refers to it",
        "编号不得含空格、引号、分号或控制字符；请修改编号及其引用")
    static let control = Localized(
        "the text holds a control character or line break; remove it", "文字含有控制字符或换行；请删除")
    static let emptyPart = Localized(
        "a part of the list is empty; remove the needless “;”", "列表中有空项；请删去多余的“;”")
    static let noUnit = Localized("a number stands without its unit; fill in the unit", "有数值而无单位；请填写单位")
    static let selfRelation = Localized(
        "the record relates something to itself; check both ends", "主体与客体相同；请核对两端")
    static let noBasis = Localized(
        "it is not said how the statement is known; fill in the basis", "未说明依据；请填写“依据”")
    static let noSource = Localized(
        "no source is cited; name the paragraph, or set the basis to declared or synthetic",
        "没有出处；请填写段落，或将依据设为 declared 或 synthetic")
    static let noName = Localized("the record has no name in either language", "两种语言的名称均缺")
    static let noChineseName = Localized("the Chinese name is missing", "缺中文名称")
    static let noEnglishName = Localized("the English name is missing", "缺英文名称")
    static let halfPoint = Localized(
        "only one of longitude and latitude is given; give both or none", "经纬度只填了一个；请都填或都不填")
    static let unknownEdition = Localized(
        "this edition of GB/T 4754 is not known; use the year of an edition", "未知的 GB/T 4754 版本；请填版本年份")
    static let blanks = Localized("the text has blanks at its ends; remove them", "文字首尾有空格；请删除")
    static let translatedTwice = Localized(
        "this text is translated in an earlier row; the first translation is used", "该文字在前面已有译文；以先出现者为准")

    static func duplicateID(_ id: String, file: String, row: Int) -> Localized {
        let id = Finding.shown(id)
        return Localized(
            "the id “\(id)” stands already in \(file), row \(row); give every record an id of its own",
            "编号“\(id)”已见于 \(file) 第 \(row) 行；每条记录须有唯一编号")
    }

    static func term(_ word: String, vocabulary: Vocabulary, near: String?) -> Localized {
        let word = Finding.shown(word)
        let hint = near.map { Localized("; “\($0)” may be meant", "；可能应为“\($0)”") } ?? Localized("", "")
        return vocabulary.isClosed
            ? Localized(
                "“\(word)” is no \(vocabulary.name)\(hint.en); use one of the listed terms",
                "“\(word)”不是可用的取值\(hint.zh)；请用列出的代码")
            : Localized(
                "“\(word)” is not among the known terms of \(vocabulary.name)\(hint.en); it is kept as it is",
                "“\(word)”不在已知取值之列\(hint.zh)；按原样保留")
    }

    static func wrongKind(_ id: String, is kind: RecordKind, expected: KindMask) -> Localized {
        let id = Finding.shown(id)
        let wanted = Localized.joined(expected.kinds.map(\.label), Localized(" or ", "或"))
        return Localized(
            "“\(id)” is a \(kind.label.en); expected a \(wanted.en)",
            "“\(id)”是\(kind.label.zh)，应为\(wanted.zh)")
    }

    static func dangling(_ id: String, near: String?) -> Localized {
        let id = Finding.shown(id)
        let hint =
            near.map { Localized("; the nearest id is “\($0)”", "；最接近的编号是“\($0)”") }
            ?? Localized("; add the record or correct the id", "；请补充该记录或更正编号")
        return Localized("no record has the id “\(id)”\(hint.en)", "没有编号为“\(id)”的记录\(hint.zh)")
    }

    static func noNumber(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized(
            "“\(text)” is no number; write digits with a point, without grouping or unit",
            "“\(text)”不是数字；请写成带小数点的数字，不加千位分隔和单位")
    }

    static func noInteger(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized("“\(text)” is no whole number", "“\(text)”不是整数")
    }

    static func range(_ text: String, _ limits: String) -> Localized {
        let text = Finding.shown(text)
        return Localized("\(text) is outside \(limits)", "\(text) 超出 \(limits)")
    }

    static func swapped(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized(
            "\(text) is no latitude; longitude and latitude may have changed places", "\(text) 不是纬度；经纬度可能填反")
    }

    static func noDate(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized(
            "“\(text)” is no date; write YYYY, YYYY-MM or YYYY-MM-DD",
            "“\(text)”不是日期；请写成 YYYY、YYYY-MM 或 YYYY-MM-DD")
    }

    static func period(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized(
            "the period “\(text)” looks like a date that does not exist", "时期“\(text)”像是不存在的日期")
    }

    static func unit(_ text: String, near: String?) -> Localized {
        let text = Finding.shown(text)
        let hint = near.map { Localized("; “\($0)” may be meant", "；可能应为“\($0)”") } ?? Localized("", "")
        return Localized(
            "the unit “\(text)” is not registered\(hint.en); it is shown as it is and never converted",
            "单位“\(text)”未登记\(hint.zh)；按原样显示，不作换算")
    }

    static func qualifier(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized("“\(text)” is no comparison sign", "“\(text)”不是比较符号")
    }

    static func boolean(_ text: String) -> Localized {
        let text = Finding.shown(text)
        return Localized("“\(text)” is neither yes nor no", "“\(text)”不是 yes 或 no")
    }

    static func empty(_ field: Field) -> Localized {
        Localized("\(field.label.en) is required and is empty", "“\(field.label.zh)”为必填项，现为空")
    }

    static func width(_ count: Int, expected: Int) -> Localized {
        Localized(
            "the row has \(count) fields, the header has \(expected); is a comma or quote missing or too many?",
            "本行有 \(count) 个字段，表头有 \(expected) 个；是否多或少了逗号或引号？")
    }

    static func untranslated(_ phrase: String) -> Localized {
        let phrase = Finding.shown(phrase)
        return Localized(
            "“\(phrase)” has no translation; add it to the table translations",
            "“\(phrase)”没有译文；请补入 translations 表")
    }

    static func endBeforeStart(_ start: String) -> Localized {
        Localized("the end lies before the start, \(start)", "结束早于开始（\(start)）")
    }

    static func sameName(row: Int) -> Localized {
        Localized(
            "row \(row) has the same Chinese name; are both the same?", "与第 \(row) 行的中文名称相同；是否为同一对象？")
    }

    static func sameCode(row: Int) -> Localized {
        Localized(
            "row \(row) has the same Unified Social Credit Code; one of them is wrong, or both are one organization",
            "与第 \(row) 行的统一社会信用代码相同；其一有误，或二者是同一机构")
    }
}
